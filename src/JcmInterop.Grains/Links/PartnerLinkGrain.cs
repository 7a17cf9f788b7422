using System.Data.Common;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Problems;
using JcmInterop.Grains.Registries;
using JcmInterop.Storage;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace JcmInterop.Grains.Links;

/// <inheritdoc cref="IPartnerLinkGrain"/>
[Reentrant]
[KeepAlive]
internal sealed partial class PartnerLinkGrain(
    [PersistentState("link", PartnerLinkGrain.StorageName)] IPersistentState<PartnerLinkState> document,
    NodeRegistries registries,
    IRegistryStore store,
    IPartnerConnection connection,
    TimeProvider time,
    LinkOptions options,
    RegistryTails tails,
    ILogger<PartnerLinkGrain> logger) : Grain, IPartnerLinkGrain, IReceiptKeeper, IDisposable
{
    /// <summary>The grain storage that keeps documents.</summary>
    public const string StorageName = "documents";

    /// <summary>How long to wait after the store failed.</summary>
    private static readonly TimeSpan StoreWait = TimeSpan.FromSeconds(5);

    /// <summary>How often the last contact alone is worth a write.</summary>
    private static readonly TimeSpan ContactEvery = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource stopping = new();
    private readonly WakeUp wakeUp = new(time);
    private PartnerLink link = null!;
    private IBilateralRegistryGrain registry = null!;
    private Problem? told;
    private bool hasGreeted;
    private (string? Error, Problem? Parked, DateTimeOffset? Contact) written;
    private Task loop = Task.CompletedTask;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var configuration = registries.Find(this.GetPrimaryKeyString());
        registry = GrainFactory.GetGrain<IBilateralRegistryGrain>(this.GetPrimaryKeyString());
        link = new PartnerLink(configuration, store, this, connection, time, options, tails.Of(configuration.Registry), logger) { State = document.State };
        written = Shown();
        loop = LoopAsync();
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await loop.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    public void Dispose() => stopping.Dispose();

    public Task Wake()
    {
        wakeUp.Wake();
        return Task.CompletedTask;
    }

    public async Task PartnerIsBack()
    {
        if (await link.ResumeAsync()) wakeUp.Wake();
    }

    public Task Start() => Wake();

    public async Task Retry()
    {
        await link.RetryAsync();
        wakeUp.Wake();
    }

    public Task<bool> HasMet() => Task.FromResult(link.HasMet);

    public Task<PartnerLinkStatus> Status() =>
        Task.FromResult(new PartnerLinkStatus(link.State.LastContactAt, link.State.LastError, link.State.LastErrorAt, link.State.Parked, link.State.ClockAhead));

    // A link that has to leave waits for no answer, because the registry may be leaving too; receipts that were not kept come again with the next link.
    Task<Problem?> IReceiptKeeper.KeepAsync(KeptReceipt[] receipts) =>
        registry.Keep(receipts).WaitAsync(stopping.Token);

    private async Task LoopAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            var turn = link.TurnAsync(stopping.Token);
            await ((Task)turn).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            if (stopping.IsCancellationRequested) return;
            if (turn.Exception?.InnerException is { } error) LogTurnFailed(this.GetPrimaryKeyString(), error);
            await TellAsync();
            await wakeUp.WaitAsync(turn.IsCompletedSuccessfully ? await turn : StoreWait, stopping.Token);
        }
    }

    private async Task TellAsync()
    {
        if (link.Hold != told)
        {
            told = link.Hold;
            await registry.HoldSending(told);
        }

        if (link.HasMet && !hasGreeted)
        {
            // Said again at the next turn where the registry cannot take it now.
            var greeting = registry.Greet();
            await greeting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            hasGreeted = greeting.IsCompletedSuccessfully;
        }

        var shown = Shown();
        var isOnlyContact = shown.Error == written.Error && shown.Parked == written.Parked;
        if (isOnlyContact && written.Contact is { } last && shown.Contact - last < ContactEvery) return;
        if (shown == written) return;
        written = shown;
        try
        {
            document.State = link.State;
            await document.WriteStateAsync();
        }
        catch (OrleansException error)
        {
            LogDocumentNotKept(this.GetPrimaryKeyString(), error);
        }
        catch (DbException error)
        {
            LogDocumentNotKept(this.GetPrimaryKeyString(), error);
        }
    }

    private (string? Error, Problem? Parked, DateTimeOffset? Contact) Shown() => (link.State.LastError, link.State.Parked, link.State.LastContactAt);

    [LoggerMessage(26, LogLevel.Error, "{Registry}: the link could not go on; it tries again")]
    private partial void LogTurnFailed(string registry, Exception error);

    [LoggerMessage(27, LogLevel.Warning, "{Registry}: what is shown about the link could not be kept")]
    private partial void LogDocumentNotKept(string registry, Exception error);
}
