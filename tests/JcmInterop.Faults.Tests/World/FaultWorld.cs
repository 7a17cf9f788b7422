using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Transfers;
using JcmInterop.Server.Tests.World;
using JcmInterop.Storage.Integrity;

namespace JcmInterop.Faults.Tests.World;

/// <summary>Thailand and Japan as silos on machines, with transfers going on between them in both directions.</summary>
internal sealed class FaultWorld : IAsyncDisposable
{
    private const int SilosByDefault = 3;
    private const int SilosOfJapan = 1;
    private const long TonnesOfThailand = 1_000_000;
    private const long TonnesOfJapan = 100_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    /// <summary>Both nodes, not started yet.</summary>
    public FaultWorld(FaultSite site)
    {
        Site = site;
        Japan = new FaultNode(site, Facts.Jpn, site.NewDatabase());
        Thailand = new FaultNode(site, Facts.Tha, site.NewDatabase());
        Load = new FaultLoad(Japan, Thailand);
    }

    public FaultSite Site { get; }

    public FaultNode Japan { get; }

    public FaultNode Thailand { get; }

    public FaultLoad Load { get; }

    /// <summary>Both nodes are started, Thailand's on machines of their own, and both have units to give.</summary>
    public static async Task<FaultWorld> StartAsync(Action<string> warn) => await StartAsync(await FaultSite.CreateAsync(warn), SilosByDefault, warn);

    /// <summary>Both nodes are started on a site, and both have units to give.</summary>
    public static async Task<FaultWorld> StartAsync(FaultSite site, int silosOfThailand, Action<string> warn)
    {
        var began = TimeProvider.System.GetTimestamp();
        var world = new FaultWorld(site);
        var isStarted = false;
        try
        {
            await Task.WhenAll(world.Japan.StartAsync(world.Thailand, SilosOfJapan), world.Thailand.StartAsync(world.Japan, silosOfThailand));
            await world.ShareAsync();
            isStarted = true;
            warn($"The world began after {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s.");
            return world;
        }
        finally
        {
            if (!isStarted) await world.DisposeAsync();
        }
    }

    /// <summary>Waits until some transfers that began from now on were acknowledged by both sides in each direction, which shows that the service is there.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> ProgressAsync(int transfers)
    {
        var began = TimeProvider.System.GetTimestamp();
        Load.CountFromNow();
        await UntilAsync(() => Task.FromResult(Load.HasFailed || Load.Exchanged >= transfers), $"{transfers} more transfers in each direction");
        if (Load.HasFailed) await Load.FailAsync();
        return TimeProvider.System.GetElapsedTime(began);
    }

    /// <summary>Lets all transfers end, then compares the two sides with each other, with the laws, with their logs, and with what was acknowledged.</summary>
    /// <returns>Number of transfers on both sides.</returns>
    public async Task<int> ShouldHaveKeptEverythingAsync()
    {
        await Load.RestAsync();
        LedgerState here = LedgerState.Empty, there = LedgerState.Empty;
        await UntilAsync(
            async () =>
            {
                (here, there) = (await Japan.StateAsync(), await Thailand.StateAsync());
                return here.Transfers.Count == there.Transfers.Count && here.Transfers.Values.Concat(there.Transfers.Values).All(IsFinal);
            },
            "all transfers to be settled");
        foreach (var id in Load.Acknowledged)
        {
            here.Transfers[id].State.ShouldBe(TransferState.Completed);
            there.Transfers[id].State.ShouldBe(TransferState.Completed);
        }

        // The clients end what they began, so that nothing is there that was not acknowledged.
        here.Transfers.Count.ShouldBe(Load.Acknowledged.Count + 1);
        there.Transfers.Count.ShouldBe(Load.Acknowledged.Count + 1);
        LedgerLaws.Check(here).ShouldBeEmpty();
        LedgerLaws.Check(there).ShouldBeEmpty();
        LedgerLaws.CheckPair(here, there).ShouldBeEmpty();
        LedgerLaws.CheckConverged(here, there).ShouldBeEmpty();
        here.Faults.ShouldBeEmpty();
        there.Faults.ShouldBeEmpty();
        (await StoreCheck.RunAsync(Japan.Record)).ShouldBeEmpty();
        (await StoreCheck.RunAsync(Thailand.Record)).ShouldBeEmpty();
        return Load.Acknowledged.Count;
    }

    /// <summary>Waits until one of Thailand's silos was declared dead by another.</summary>
    public Task OneDeclaredDeadAsync(IReadOnlySet<string> members) => UntilAsync(() => Thailand.HasDeclaredDeadAsync(members), "a silo to be declared dead");

    /// <summary>Waits until every silo is a member of its node, for all of its fellows too, and takes requests.</summary>
    public Task AllReadyAsync() => UntilAsync(
        async () =>
        {
            var all = await Task.WhenAll(
                from node in new[] { Japan, Thailand } from silo in node.Silos select node.AskAsync(silo.Url, "health/ready"));
            return all.All(answer => answer is { Status: 200 }) && await Japan.IsWholeAsync() && await Thailand.IsWholeAsync();
        },
        $"all silos to be ready");

    public async ValueTask DisposeAsync()
    {
        await Load.RestAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Load.Dispose();
        await Japan.DisposeAsync();
        await Thailand.DisposeAsync();
        await Site.DisposeAsync();
    }

    public async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        using var timer = new PeriodicTimer(Tick, TimeProvider.System);
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        while (!await condition())
        {
            if (patience.IsCancellationRequested)
                throw new TimeoutException($"Waited {Patience.TotalSeconds:0} s in vain for: {what}\n{Japan.Logs()}\n{Thailand.Logs()}");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    private static bool IsFinal(Transfer transfer) => transfer.State is not (TransferState.Proposed or TransferState.Accepted);

    private async Task ShareAsync()
    {
        foreach (var command in Facts.Opening(Facts.Jpn)) await AcceptedAsync(Japan, command);
        foreach (var command in Facts.Opening(Facts.Tha)) await AcceptedAsync(Thailand, command);
        await AcceptedAsync(Thailand, Facts.Authorize());
        var decision = Facts.Decide(Facts.Mirrored, new DateOnly(2024, 5, 15), TonnesOfThailand, 100);
        await AcceptedAsync(Japan, decision);
        await AcceptedAsync(Thailand, decision);
        await AcceptedAsync(Thailand, Facts.Issue(Facts.Mirrored, 2021, Facts.Posting(Facts.Tha, 101, 2021, TonnesOfThailand, Facts.Tha)));
        var now = TimeProvider.System.GetUtcNow();
        var first = new TransferId(Guid.CreateVersion7(now));
        await AcceptedAsync(Thailand, Facts.Propose(first, TonnesOfJapan, now));
        await UntilAsync(() => Japan.DoAsync(new AcceptTransfer(first, null, null), NewKey(), TestContext.Current.CancellationToken), "the first transfer");
        await UntilAsync(async () => (await Japan.StateAsync()).Transfers[first].State == TransferState.Completed, "Japan's first units");
    }

    private static async Task AcceptedAsync(FaultNode node, LedgerCommand command) =>
        (await node.DoAsync(command, NewKey(), TestContext.Current.CancellationToken)).ShouldBeTrue($"{command}");

    private static string NewKey() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();
}
