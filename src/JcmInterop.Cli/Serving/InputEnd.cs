namespace JcmInterop.Cli.Serving;

/// <summary>The end of the standard input as a sign to stop, so that a node never outlives the program that started it.</summary>
internal static class InputEnd
{
    public static async Task StopAsync(CancellationTokenSource stopping)
    {
        await Console.OpenStandardInput().CopyToAsync(Stream.Null, stopping.Token);
        await stopping.CancelAsync();
    }
}
