using System.Diagnostics;

namespace JcmInterop.Benchmarks.Comparison;

/// <summary>Another program on this machine.</summary>
internal static class Tool
{
    /// <summary>Runs it to its end.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(string program, (string Name, string Value)[] environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} cannot be started.");
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said[0] : throw new InvalidOperationException($"{program} failed: {string.Concat(said)}");
    }
}
