using System.Text;
using JcmInterop.Benchmarks.Exchange;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Units;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Links;
using JcmInterop.Grains.Registries;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;
using JcmInterop.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace JcmInterop.Benchmarks.Steps;

/// <summary>One side in this process: writer and store, without silo, network and web server.</summary>
internal sealed class StepSide : IAsyncDisposable
{
    private readonly RegistryWriter writer;
    private readonly IRegistryStore store;
    private readonly bool isShared;
    private readonly RegistryConditions conditions = new();
    private readonly long run = TimeProvider.System.GetUtcNow().Ticks;
    private int requests;

    /// <param name="facts">What is exchanged.</param>
    /// <param name="party">Which side.</param>
    /// <param name="key">Its key.</param>
    /// <param name="partnerKey">The other side's.</param>
    /// <param name="store">Its store.</param>
    /// <param name="isShared">Whether others use the store too; where not, it is disposed of with the side.</param>
    public StepSide(BenchFacts facts, PartyCode party, SigningKey key, VerificationKey partnerKey, IRegistryStore store, bool isShared = false)
    {
        Facts = facts;
        this.store = store;
        this.isShared = isShared;
        var partner = facts.Registry.CounterpartOf(party);
        var configuration = new RegistryConfiguration(
            new LedgerSettings(
                facts.Registry, party, new PartyRegistryId($"{party}01"), new PartyRegistryId($"{partner}01"), SerialProfile.Neutral,
                [new DatedIssuePattern(new DateOnly(2013, 1, 1), IssuePattern.MirrorAtIssuance)], NdcPeriod.Decade2021, 60, TimeSpan.FromDays(90)),
            new Uri("http://partner.invalid"),
            new PartnerKeyRing(partner, new PinnedKey(partnerKey, DateTimeOffset.MinValue)),
            [key]);
        writer = new RegistryWriter(configuration, store, new RandomMessageIds(TimeProvider.System), TimeProvider.System, conditions, new RegistryTail(), NullLogger.Instance, () => { });
    }

    /// <summary>What is exchanged.</summary>
    public BenchFacts Facts { get; }

    /// <summary>Waits until the registry is loaded.</summary>
    public async Task LoadedAsync()
    {
        if (await writer.PrepareAsync() is { } problem) throw new InvalidOperationException(problem.English);
    }

    public Task DoAsync(LedgerCommand command) => SendAsync(WireJson.Write(command), isBatch: false);

    public Task DoAllAsync(IEnumerable<LedgerCommand> commands) =>
        SendAsync(Encoding.UTF8.GetBytes($"{{\"commands\":[{string.Join(',', commands.Select(c => Encoding.UTF8.GetString(WireJson.Write(c))))}]}}"), isBatch: true);

    /// <summary>Hands the other side every message it has not receipted yet, and keeps the receipts.</summary>
    public async Task DeliverAsync(StepSide other)
    {
        while (await store.NextUndeliveredAsync(Facts.Registry, LinkOptions.PageMessages) is { Count: > 0 } page)
        {
            var receipts = new List<KeptReceipt>(page.Count);
            foreach (var sent in page)
            {
                var reply = await other.writer.ReceiveAsync(sent.Message.Bytes);
                receipts.Add(new KeptReceipt(sent.Message.Sequence, reply.Receipt ?? throw new InvalidOperationException(reply.Problem?.English), IsRefused: false));
            }

            if (await writer.KeepAsync(receipts) is { } problem) throw new InvalidOperationException(problem.English);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        if (!isShared) await store.DisposeAsync();
        conditions.Dispose();
    }

    private async Task SendAsync(byte[] body, bool isBatch)
    {
        var reply = await writer.ExecuteAsync(new CommandRequest(body, $"{run}-{++requests}", "benchmark", "Operator", "request", IsDryRun: false, isBatch));
        if (reply.Kind != CommandReplyKind.Accepted) throw new InvalidOperationException(reply.Problem?.English ?? Encoding.UTF8.GetString(reply.Answer));
    }
}
