namespace JcmInterop.Faults.Tests;

/// <summary>What the tests tell while they go on: a long run is watched in a file beside them.</summary>
internal static class FaultLog
{
    public static void Say(this ITestOutputHelper output, string line)
    {
        output.WriteLine(line);
        File.AppendAllText(Path.Combine(AppContext.BaseDirectory, "faults.log"), $"{TimeProvider.System.GetUtcNow():HH:mm:ss} {line}\n");
    }
}
