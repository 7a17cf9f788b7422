using System.Diagnostics;
using System.Text;
using System.Threading.Channels;

namespace JcmInterop.EndToEnd.Tests;

/// <summary>The real <c>jcm</c> as a process, with its output line by line.</summary>
internal sealed class JcmProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Process process;
    private readonly StringBuilder errors = new();
    private readonly StringBuilder output = new();
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    private readonly Task listening;

    private JcmProcess(Process process)
    {
        this.process = process;
        listening = Task.WhenAll(ListenAsync(), KeepErrorsAsync());
    }

    public string Output => output.ToString();

    public string Errors => errors.ToString();

    public int Id => process.Id;

    public static JcmProcess Start(params string[] arguments) => StartAs(["dotnet", Path.Combine(AppContext.BaseDirectory, "jcm.dll")], arguments);

    /// <summary>Starts another installation, or inside another program.</summary>
    public static JcmProcess StartAs(IReadOnlyList<string> program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program[0], [.. program.Skip(1), .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = AppContext.BaseDirectory,
        };
        return new JcmProcess(Process.Start(start)!);
    }

    public static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        await using var run = Start(arguments);
        return (await run.EndAsync(), run.Output, run.Errors);
    }

    /// <summary>The next line of the output; nothing after the last one.</summary>
    public async Task<string?> NextLineAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await lines.Reader.WaitToReadAsync(patience.Token) && lines.Reader.TryRead(out var line) ? line : null;
    }

    /// <summary>Reads on until a line contains a text.</summary>
    public async Task<string> LineWithAsync(string text)
    {
        while (await NextLineAsync() is { } line)
            if (line.Contains(text, StringComparison.Ordinal))
                return line;
        throw new InvalidOperationException($"The process ended without saying '{text}'. It said: {Output}{Errors}");
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        await listening;
        return process.ExitCode;
    }

    /// <summary>Waits for the end, however long that takes.</summary>
    public Task EndedAsync() => process.WaitForExitAsync(CancellationToken.None);

    public void Kill() => process.Kill();

    /// <summary>Asks the process to stop, as a service manager does.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        await listening;
        process.Dispose();
    }

    private async Task ListenAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            output.AppendLine(line);
            lines.Writer.TryWrite(line);
        }

        lines.Writer.Complete();
    }

    private async Task KeepErrorsAsync()
    {
        while (await process.StandardError.ReadLineAsync() is { } line) errors.AppendLine(line);
    }
}
