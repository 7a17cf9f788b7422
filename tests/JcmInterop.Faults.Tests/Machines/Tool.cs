using System.Diagnostics;

namespace JcmInterop.Faults.Tests.Machines;

/// <summary>Programs of the operating system.</summary>
internal static class Tool
{
    /// <summary>Runs lines of shell; the first that fails ends them.</summary>
    /// <exception cref="InvalidOperationException">A line failed.</exception>
    public static async Task RunAsync(params IEnumerable<string> lines)
    {
        if (await TryAsync(lines) is { } fault) throw new InvalidOperationException(fault);
    }

    /// <summary>Runs lines of shell; the first that fails ends them.</summary>
    /// <returns>Why a line failed; nothing when all were done.</returns>
    public static async Task<string?> TryAsync(params IEnumerable<string> lines)
    {
        var script = string.Join('\n', lines);
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-ec", script])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = "/",
        })!;
        var said = await Task.WhenAll(shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync();
        return shell.ExitCode == 0 ? null : $"{script}\n{string.Concat(said)}";
    }

    /// <summary>Sends a signal to a process.</summary>
    public static Task SignalAsync(string signal, int processId) => RunAsync($"kill -{signal} {processId}");
}
