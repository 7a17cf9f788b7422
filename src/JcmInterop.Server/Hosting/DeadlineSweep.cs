using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Links;
using JcmInterop.Grains.Registries;
using JcmInterop.Server.Configuration;
using JcmInterop.Storage;
using JcmInterop.Storage.Deadlines;

namespace JcmInterop.Server.Hosting;

/// <summary>Wakes the registries whose deadlines have passed, at the start and whenever the next one falls due; in a cluster also the links, which may have
/// ended with another silo.</summary>
/// <remarks>Every silo sweeps. A deadline that two of them find is dealt with once, because the registry's writer looks again.</remarks>
internal sealed partial class DeadlineSweep(
    IRegistryStore store, NodeRegistries registries, NodeSettings settings, IGrainFactory grains, TimeProvider time, ILogger<DeadlineSweep> logger) : BackgroundService
{
    /// <summary>Longest wait of a node by itself; a deadline set in the meantime is found no later than this.</summary>
    public static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(10);

    /// <summary>Longest wait in a cluster; the links of a dead silo are taken up by another no later than this after its death is known.</summary>
    public static readonly TimeSpan ClusterWaitMax = TimeSpan.FromSeconds(2);

    /// <summary>Shortest wait, also when a deadline that is due cannot be dealt with.</summary>
    public static readonly TimeSpan WaitMin = TimeSpan.FromSeconds(1);

    private TimeSpan Longest => settings.Store.IsShared ? ClusterWaitMax : WaitMax;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var sweep = SweepAsync(stoppingToken);
            await ((Task)sweep).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested) return;
            if (sweep.Exception?.InnerException is { } error) LogFailed(error);
            var pause = Task.Delay(sweep.IsCompletedSuccessfully ? await sweep : Longest, time, stoppingToken);
            await pause.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<TimeSpan> SweepAsync(CancellationToken cancellation)
    {
        var due = await store.DueAsync(time.GetUtcNow(), IDeadlineStore.PageDeadlinesMax, cancellation);
        await Task.WhenAll(due.Select(d => d.Registry).Distinct().Select(r => grains.GetGrain<IBilateralRegistryGrain>(r.ToString()).Sweep()));
        if (settings.Store.IsShared) await TendLinksAsync(cancellation);
        var next = await store.NextDueAsync(cancellation);
        if (next is null) return Longest;
        var wait = next.Value - time.GetUtcNow();
        return wait < WaitMin ? WaitMin : wait > Longest ? Longest : wait;
    }

    // Asking for its status is enough to bring back a link that ended with its silo. One that misses a call, because a commit was known to be kept only
    // later, is woken where a message waits for it.
    private async Task TendLinksAsync(CancellationToken cancellation)
    {
        var due = (await store.OutboxesAsync(cancellation))
            .Where(outbox => !outbox.FirstDelivery.IsParked && outbox.FirstDelivery.NextAttemptAt is null)
            .Select(outbox => outbox.Registry).ToHashSet();
        await Task.WhenAll(registries.All.Select(r => r.Registry).Select(registry =>
        {
            var link = grains.GetGrain<IPartnerLinkGrain>(registry.ToString());
            return due.Contains(registry) ? link.Start() : link.Status();
        }));
    }

    [LoggerMessage(41, LogLevel.Error, "The deadlines could not be swept; it is tried again")]
    private partial void LogFailed(Exception error);
}
