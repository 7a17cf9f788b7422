using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Transfers;
using JcmInterop.Server.Tests.World;
using JcmInterop.Storage.Integrity;
using JcmInterop.Storage.Tests.Postgres;

namespace JcmInterop.Faults.Tests;

/// <summary>Thailand and Japan as clusters of processes on one PostgreSQL server, with transfers going on between them.</summary>
internal sealed class FaultWorld : IAsyncDisposable
{
    private const int TransfersAtOnce = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly string root = Directory.CreateTempSubdirectory("jcm-faults-").FullName;
    private readonly ConcurrentDictionary<TransferId, bool> proposed = new();
    private readonly CancellationTokenSource resting = new();
    private readonly FaultNode japan;
    private Task load = Task.CompletedTask;

    private FaultWorld(PostgresTestServer server)
    {
        Server = server;
        var ports = FreePorts(2);
        japan = new FaultNode(root, Facts.Jpn, server.NewDatabase(), ports[0], 1);
        Thailand = new FaultNode(root, Facts.Tha, server.NewDatabase(), ports[1], 3);
    }

    public PostgresTestServer Server { get; }

    public FaultNode Thailand { get; }

    /// <summary>Transfers whose proposal was acknowledged.</summary>
    public int Acknowledged => proposed.Count;

    public static async Task<FaultWorld> StartAsync(PostgresTestServer server)
    {
        var world = new FaultWorld(server);
        try
        {
            await world.PrepareAsync();
        }
        catch (InvalidOperationException)
        {
            await world.DisposeAsync();
            throw;
        }

        return world;
    }

    private async Task PrepareAsync()
    {
        await Task.WhenAll(japan.StartAsync(Thailand), Thailand.StartAsync(japan));
        foreach (var command in Facts.Opening(Facts.Jpn)) await Accepted(japan, command);
        foreach (var command in Facts.Opening(Facts.Tha)) await Accepted(Thailand, command);
        await Accepted(Thailand, Facts.Authorize());
        var decision = Facts.Decide(Facts.Mirrored, new DateOnly(2024, 5, 15), 1_000_000, 100);
        await Accepted(japan, decision);
        await Accepted(Thailand, decision);
        await Accepted(Thailand, Facts.Issue(Facts.Mirrored, 2021, Facts.Posting(Facts.Tha, 101, 2021, 1_000_000, Facts.Tha)));

        static async Task Accepted(FaultNode node, LedgerCommand command) =>
            (await node.DoAsync(command, Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString(), TestContext.Current.CancellationToken)).ShouldBeTrue($"{command}");
    }

    /// <summary>Begins to propose and accept transfers, some at once.</summary>
    public void BeginLoad() => load = Task.WhenAll(Enumerable.Range(0, TransfersAtOnce).Select(_ => TransferAsync()));

    /// <summary>Waits until more transfers have been acknowledged, which shows that the service is back.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> ProgressAsync(int transfers)
    {
        var (target, began) = (Acknowledged + transfers, TimeProvider.System.GetTimestamp());
        await UntilAsync(() => Task.FromResult(load.IsFaulted || Acknowledged >= target), $"{transfers} more transfers");
        if (load.IsFaulted) await load;
        return TimeProvider.System.GetElapsedTime(began);
    }

    /// <summary>Lets all transfers end, then compares the two sides with each other, with the laws, and with what was acknowledged.</summary>
    public async Task ShouldHaveKeptEverythingAsync()
    {
        await resting.CancelAsync();
        await load;
        await UntilAsync(async () => await AllSettledAsync(), "all transfers to be settled");
        var (here, there) = (await japan.StateAsync(), await Thailand.StateAsync());
        foreach (var id in proposed.Keys)
        {
            here.Transfers[id].State.ShouldBe(TransferState.Completed);
            there.Transfers[id].State.ShouldBe(TransferState.Completed);
        }

        here.Transfers.Count.ShouldBe(proposed.Count);
        there.Transfers.Count.ShouldBe(proposed.Count);
        LedgerLaws.Check(here).ShouldBeEmpty();
        LedgerLaws.Check(there).ShouldBeEmpty();
        LedgerLaws.CheckPair(here, there).ShouldBeEmpty();
        LedgerLaws.CheckConverged(here, there).ShouldBeEmpty();
        here.Faults.ShouldBeEmpty();
        there.Faults.ShouldBeEmpty();
        foreach (var node in new[] { japan, Thailand })
        {
            await using var store = node.OpenStore();
            (await StoreCheck.RunAsync(store)).ShouldBeEmpty();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await resting.CancelAsync();
        await load.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await japan.DisposeAsync();
        await Thailand.DisposeAsync();
        resting.Dispose();
        Directory.Delete(root, recursive: true);
    }

    public static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        using var timer = new PeriodicTimer(Tick, TimeProvider.System);
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        while (!await condition())
        {
            if (patience.IsCancellationRequested) throw new TimeoutException($"Waited {Patience.TotalSeconds:0} s in vain for: {what}");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    private async Task TransferAsync()
    {
        // What has begun is brought to its end, so that both sides can be compared.
        var end = TestContext.Current.CancellationToken;
        while (!resting.IsCancellationRequested)
        {
            var now = TimeProvider.System.GetUtcNow();
            var id = new TransferId(Guid.CreateVersion7(now));
            (await Thailand.DoAsync(Facts.Propose(id, 1, now), $"propose {id}", end)).ShouldBeTrue();
            proposed.TryAdd(id, true);
            // Refused until the proposal has arrived; a refusal is not kept under the key, so a new one is asked each time.
            for (var tries = 0; !await japan.DoAsync(new AcceptTransfer(id, null, null), $"accept {id} {tries}", end); tries++)
                await Task.Delay(Tick, TimeProvider.System, end);
        }
    }

    private async Task<bool> AllSettledAsync()
    {
        var (here, there) = (await japan.StateAsync(), await Thailand.StateAsync());
        return proposed.Keys.All(id => IsFinal(here, id) && IsFinal(there, id));

        static bool IsFinal(LedgerState state, TransferId id) => state.Transfers.TryGetValue(id, out var transfer) && transfer.State is not (TransferState.Proposed or TransferState.Accepted);
    }

    private static List<int> FreePorts(int count)
    {
        var probes = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        foreach (var probe in probes) probe.Start();
        var ports = probes.ConvertAll(p => ((IPEndPoint)p.LocalEndpoint).Port);
        foreach (var probe in probes) probe.Dispose();
        return ports;
    }
}
