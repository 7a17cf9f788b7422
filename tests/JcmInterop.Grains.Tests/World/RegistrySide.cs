using System.Security.Cryptography;
using System.Text.Json;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Units;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Links;
using JcmInterop.Grains.Problems;
using JcmInterop.Grains.Registries;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;
using JcmInterop.Storage;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.Memory;
using JcmInterop.Storage.State;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace JcmInterop.Grains.Tests.World;

/// <summary>One side with its writer over a store in memory; no silo, no network, no real time.</summary>
internal sealed class RegistrySide : IReceiptKeeper, IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

    private int keys;

    public RegistrySide(PartyCode party, SigningKey key, VerificationKey partnerKey, FakeTimeProvider time)
    {
        var partner = Facts.Pair.CounterpartOf(party);
        Time = time;
        Key = key;
        Configuration = new RegistryConfiguration(
            new LedgerSettings(
                Facts.Pair, party, new PartyRegistryId($"{party}01"), new PartyRegistryId($"{partner}01"), SerialProfile.Neutral,
                [new DatedIssuePattern(new DateOnly(2013, 1, 1), IssuePattern.MirrorAtIssuance)], NdcPeriod.Decade2021, 60, TimeSpan.FromDays(90)),
            new Uri("http://partner.invalid"),
            new PartnerKeyRing(partner, new PinnedKey(partnerKey, DateTimeOffset.MinValue)),
            [key]) { FurtherKeys = Keys };
        (Store, Control) = InterceptedStore.Around(new MemoryRegistryStore());
        Writer = NewWriter();
    }

    public FakeTimeProvider Time { get; }

    public SigningKey Key { get; }

    public MadeKeys Keys { get; } = new();

    public RegistryConfiguration Configuration { get; }

    public IRegistryStore Store { get; }

    public InterceptedStore Control { get; }

    public RegistryConditions Conditions { get; } = new();

    public RegistryTail Tail { get; } = new();

    public RegistryWriter Writer { get; private set; }

    public int OutboxCalls { get; private set; }

    public string Role { get; set; } = "Operator";

    /// <summary>Two sides whose keys are pinned at each other, on one clock.</summary>
    public static (RegistrySide Japan, RegistrySide Thailand) Pair()
    {
        using var random = RandomNumberGenerator.Create();
        var time = new FakeTimeProvider(Start);
        var (japanese, thai) = (SigningKey.Generate(SignatureAlgorithm.Ed25519, random), SigningKey.Generate(SignatureAlgorithm.Ed25519, random));
        return (new RegistrySide(Facts.Jpn, japanese, thai.Public, time), new RegistrySide(Facts.Tha, thai, japanese.Public, time));
    }

    public RegistryWriter NewWriter(TimeSpan gatheringMax = default) =>
        Writer = new RegistryWriter(Configuration, Store, new CountedIds(), Time, Conditions, Tail, NullLogger.Instance, () => OutboxCalls++, gatheringMax: gatheringMax);

    public Task<Problem?> KeepAsync(KeptReceipt[] receipts) => Writer.KeepAsync(receipts);

    public CommandRequest Request(LedgerCommand command, string? key = null, bool isDryRun = false) =>
        new(WireJson.Write(command), key ?? $"key-{Interlocked.Increment(ref keys)}", "tester", Role, "request", isDryRun);

    public Task<CommandReply> AskAsync(LedgerCommand command, string? key = null, bool isDryRun = false) => Writer.ExecuteAsync(Request(command, key, isDryRun));

    public async Task DoAsync(LedgerCommand command)
    {
        var reply = await AskAsync(command);
        reply.Kind.ShouldBe(CommandReplyKind.Accepted, reply.Problem?.English ?? System.Text.Encoding.UTF8.GetString(reply.Answer));
    }

    public async Task<LedgerState> StateAsync() => LedgerRows.State((await Store.LoadAsync(Facts.Pair)).Items);

    /// <summary>How many facts of the ledger its journal holds, besides the rows that name messages.</summary>
    public async Task<long> PositionAsync()
    {
        var events = 0L;
        for (var position = 0L; await Store.ReadJournalAsync(Facts.Pair, position, IJournalReader.PageRowsMax) is { Count: > 0 } rows; position = rows[^1].Position)
            events += rows.Count(row => LedgerRows.IsEvent(row.Entry));
        return events;
    }

    /// <summary>Opens accounts and the project, records the mirrored decision and the Thai authorization, and issues this side's leg.</summary>
    public async Task PrepareAsync(long tonnes = 10_000)
    {
        var party = Configuration.Settings.Party;
        foreach (var command in Facts.Opening(party)) await DoAsync(command);
        await DoAsync(Facts.Decide(Facts.Mirrored, new DateOnly(2024, 5, 15), tonnes, tonnes));
        if (party == Facts.Tha) await DoAsync(Facts.Authorize());
        await DoAsync(Facts.Issue(Facts.Mirrored, 2021, Facts.Posting(party, 101, 2021, tonnes, party)));
    }

    /// <summary>Hands the other side the first message it has not receipted yet.</summary>
    /// <returns>Ends when the receipt is kept.</returns>
    public async Task<Task> DeliverFirstAsync(RegistrySide other)
    {
        var sent = (await Store.NextUndeliveredAsync(Facts.Pair, 1))[0];
        var reply = await other.Writer.ReceiveAsync(sent.Message.Bytes);
        return Writer.KeepAsync([new KeptReceipt(sent.Message.Sequence, reply.Receipt!, IsRefused: false, sent.Message.Hash.ToArray())]);
    }

    /// <summary>Hands the other side every message it has not receipted yet, and keeps the receipts.</summary>
    public async Task DeliverAsync(RegistrySide other)
    {
        while (await Store.NextUndeliveredAsync(Facts.Pair, 100) is { Count: > 0 } page)
        {
            foreach (var sent in page)
            {
                var reply = await other.Writer.ReceiveAsync(sent.Message.Bytes);
                reply.Kind.ShouldBe(MessageReplyKind.Receipted, reply.Problem?.English);
                (await Writer.KeepAsync([new KeptReceipt(sent.Message.Sequence, reply.Receipt!, IsRefused: false)])).ShouldBeNull();
            }
        }
    }

    public static JsonElement Json(ReadOnlyMemory<byte> bytes) => JsonElement.Parse(bytes.Span);

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        Conditions.Dispose();
        Keys.Dispose();
        Key.Dispose();
    }
}
