using JcmInterop.EndToEnd.Tests;
using JcmInterop.Faults.Tests.Machines;
using JcmInterop.Server.Configuration;

namespace JcmInterop.Faults.Tests.World;

/// <summary>One silo as a process on its machine, started again whenever it ends, as a service manager would.</summary>
internal sealed class FaultSilo(Machine machine, string folder, NodeOptions options) : IAsyncDisposable
{
    private const string ReadyText = "readyAfterMilliseconds";
    private static readonly TimeSpan BetweenStarts = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource stopping = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> ends = [];
    private volatile JcmProcess? process;
    private Task supervision = Task.CompletedTask;

    public Machine Machine => machine;

    public Uri Url { get; } = new(options.Urls[0]);

    /// <summary>Id of its present process; zero between two.</summary>
    public int ProcessId => process?.Id ?? 0;

    /// <summary>How often its process was started.</summary>
    public int Starts { get; private set; }

    /// <summary>How its last process ended.</summary>
    public int LastExitCode { get; private set; }

    /// <summary>The program it runs; from its next start on, where it is changed.</summary>
    public string Program { get; set; } = Path.Combine(AppContext.BaseDirectory, "jcm.dll");

    private string ConfigurationFile => Path.Combine(folder, "node.json");

    /// <summary>Starts it.</summary>
    /// <returns>When it takes requests.</returns>
    public Task StartAsync()
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(ConfigurationFile, NodeConfigurationFile.Write(options));
        supervision = SuperviseAsync();
        return Task.WhenAny(ready.Task, supervision).Unwrap();
    }

    /// <summary>Sends a signal to its present process, where there is one.</summary>
    /// <returns>The process.</returns>
    public async Task<int> SignalAsync(string signal)
    {
        var id = ProcessId;
        if (id != 0) await Tool.TryAsync($"kill -{signal} {id}");
        return id;
    }

    /// <summary>What its last processes said before they ended.</summary>
    public string Logs()
    {
        lock (ends) return $"{Url}\n{string.Join('\n', ends.TakeLast(3))}\n{Tail(process)}";
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        if (process is { } running) await running.DisposeAsync();
        await supervision.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }

    private async Task SuperviseAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            var program = Program;
            Starts++;
            string[] inside = machine.Namespace is { } space ? ["ip", "netns", "exec", space] : [];
            await using (var started = JcmProcess.StartAs([.. inside, "dotnet", program], "serve", "--config", ConfigurationFile, "--until-input-ends", "--json"))
            {
                process = started;
                _ = TellReadyAsync(started);
                await started.EndedAsync();
                var code = await started.EndAsync();
                process = null;
                LastExitCode = code;
                lock (ends) ends.Add($"exit code {code}\n{Tail(started)}");
            }

            await Task.Delay(BetweenStarts, TimeProvider.System, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TellReadyAsync(JcmProcess started)
    {
        await started.LineWithAsync(ReadyText);
        ready.TrySetResult();
    }

    private static string Tail(JcmProcess? said) => said is null ? "" : string.Join('\n', said.Errors.Split('\n').TakeLast(12));
}
