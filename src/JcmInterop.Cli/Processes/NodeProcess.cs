using System.Diagnostics;
using JcmInterop.Cli.Serving;
using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Cli.Processes;

/// <summary>One node as a child process: started again on the same port and data whenever it dies, until it is told to stop.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    // A node whose database is away gives up; it is not started a hundred times a minute until the database is back.
    private static readonly TimeSpan PauseAfterGivingUp = TimeSpan.FromSeconds(1);

    private readonly NodePlace place;
    private readonly TimeProvider time;
    private readonly Action changed;
    private readonly Func<PartyCode, Task> cameBack;
    private readonly TaskCompletionSource<NodeReadiness> firstReady = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource stopping = new();
    private Process? process;
    private Task supervision = Task.CompletedTask;
    private long peakBytes;

    /// <summary>Creates a node that is not started yet.</summary>
    /// <param name="place">Its configuration, address and files.</param>
    /// <param name="time">The clock.</param>
    /// <param name="changed">Told whenever the process is another one.</param>
    /// <param name="cameBack">Told whenever the node takes requests again after it had died.</param>
    public NodeProcess(NodePlace place, TimeProvider time, Action changed, Func<PartyCode, Task> cameBack)
    {
        this.place = place;
        this.time = time;
        this.changed = changed;
        this.cameBack = cameBack;
    }

    public NodePlace Place => place;

    /// <summary>How often the process is started at most.</summary>
    public int StartsMax { get; init; } = 100;

    /// <summary>How long the process may take to stop when it is asked to.</summary>
    public TimeSpan StopWithin { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Id of the present process; zero while there is none.</summary>
    public int ProcessId { get; private set; }

    /// <summary>How often the process was started again.</summary>
    public int Restarts { get; private set; }

    /// <summary>Time from the first start to ready.</summary>
    public TimeSpan StartToReady { get; private set; }

    /// <summary>Most memory any of its processes had resident, in bytes, as far as it was sampled.</summary>
    public long PeakBytes => peakBytes;

    /// <summary>Starts the node and its supervision.</summary>
    /// <returns>When the node takes requests.</returns>
    /// <exception cref="OutsideTrouble">It did not come up.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        supervision = SuperviseAsync();
        StartToReady = TimeSpan.FromMilliseconds((await firstReady.Task.WaitAsync(cancellation)).ReadyAfterMilliseconds);
    }

    /// <summary>Looks at the memory of the present process.</summary>
    public void SampleMemory()
    {
        if (process is { } running && PeakMemory.Of(running) is { } bytes) peakBytes = Math.Max(peakBytes, bytes);
    }

    /// <summary>Ends the node: it finishes its commits and goes.</summary>
    public async Task StopAsync()
    {
        SampleMemory();
        await stopping.CancelAsync();
        await supervision;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stopping.Dispose();
    }

    private async Task SuperviseAsync()
    {
        for (var starts = 0; !stopping.IsCancellationRequested; starts++)
        {
            var ended = await RunOnceAsync();
            if (stopping.IsCancellationRequested) break;
            if (starts == StartsMax || (!firstReady.Task.IsCompleted && HasGivenUp(ended)))
            {
                firstReady.TrySetException(Failed(ended));
                break;
            }

            Restarts++;
            if (HasGivenUp(ended)) await Task.Delay(PauseAfterGivingUp, time, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        ProcessId = 0;
        changed();
    }

    // A process that a signal ended has an exit code outside this range.
    private static bool HasGivenUp(int exitCode) => exitCode is >= 0 and < 128;

    private async Task<int> RunOnceAsync()
    {
        using var child = Process.Start(OwnProgram.With("serve", "--config", place.ConfigurationFile, "--until-input-ends", "--json"))
            ?? throw new OutsideTrouble($"The node {place.Party} cannot be started.", $"ノード {place.Party} を起動できません。");
        process = child;
        ProcessId = child.Id;
        changed();
        await Task.WhenAll(ListenAsync(child), KeepErrorsAsync(child), EndAsync(child));
        process = null;
        return child.ExitCode;
    }

    private async Task ListenAsync(Process child)
    {
        while (await child.StandardOutput.ReadLineAsync() is { } line)
            if (NodeReadiness.Read(line) is { } ready && !firstReady.TrySetResult(ready))
                await cameBack(place.Party);
    }

    private async Task KeepErrorsAsync(Process child)
    {
        await using var log = new StreamWriter(place.LogFile, append: true) { AutoFlush = true };
        while (await child.StandardError.ReadLineAsync() is { } line) await log.WriteLineAsync(line);
    }

    // The end of its input asks the node to stop; one that does not is ended after a while, which its journal survives.
    private async Task EndAsync(Process child)
    {
        try
        {
            await child.WaitForExitAsync(stopping.Token);
        }
        catch (OperationCanceledException)
        {
            child.StandardInput.Close();
            using var patience = new CancellationTokenSource(StopWithin, time);
            try
            {
                await child.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                child.Kill();
                await child.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private OutsideTrouble Failed(int exitCode) => new(
        $"The node {place.Party} stopped with exit code {exitCode}; its messages are in {place.LogFile}.",
        $"ノード {place.Party} が終了コード {exitCode} で停止しました。出力は {place.LogFile} にあります。");
}
