using JcmInterop.Grains.Registries;
using JcmInterop.Storage;
using JcmInterop.Storage.Deadlines;

namespace JcmInterop.Server.Hosting;

/// <summary>Wakes the registries whose deadlines have passed, at the start and whenever the next one falls due.</summary>
internal sealed partial class DeadlineSweep(IRegistryStore store, IGrainFactory grains, TimeProvider time, ILogger<DeadlineSweep> logger) : BackgroundService
{
    /// <summary>Longest wait; a deadline set in the meantime is found no later than this.</summary>
    public static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(10);

    /// <summary>Shortest wait, also when a deadline that is due cannot be dealt with.</summary>
    public static readonly TimeSpan WaitMin = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var sweep = SweepAsync(stoppingToken);
            await ((Task)sweep).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested) return;
            if (sweep.Exception?.InnerException is { } error) LogFailed(error);
            var pause = Task.Delay(sweep.IsCompletedSuccessfully ? await sweep : WaitMax, time, stoppingToken);
            await pause.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<TimeSpan> SweepAsync(CancellationToken cancellation)
    {
        var due = await store.DueAsync(time.GetUtcNow(), IDeadlineStore.PageDeadlinesMax, cancellation);
        await Task.WhenAll(due.Select(d => d.Registry).Distinct().Select(r => grains.GetGrain<IBilateralRegistryGrain>(r.ToString()).Sweep()));
        var next = await store.NextDueAsync(cancellation);
        if (next is null) return WaitMax;
        var wait = next.Value - time.GetUtcNow();
        return wait < WaitMin ? WaitMin : wait > WaitMax ? WaitMax : wait;
    }

    [LoggerMessage(41, LogLevel.Error, "The deadlines could not be swept; it is tried again")]
    private partial void LogFailed(Exception error);
}
