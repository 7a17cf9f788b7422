using System.Security.Cryptography;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Units;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Verification;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Exchange;
using JcmInterop.Storage.State;
using JcmInterop.Storage.Tests.Contract;

namespace JcmInterop.Storage.Tests.Integrity;

/// <summary>A short life of one registry with real events, messages and receipts: units are issued, split and moved, and two messages go each way.</summary>
internal sealed class History : IDisposable
{
    private static readonly PartyCode Thailand = new("THA");
    private static readonly DateOnly Day = new(2026, 4, 1);

    private readonly RandomNumberGenerator random = RandomNumberGenerator.Create();
    private readonly SigningKey ours;
    private readonly SigningKey theirs;
    private SignedMessage? waiting;

    public History()
    {
        ours = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
        theirs = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
    }

    public static AccountNumber From { get; } = new(Thailand, 1);

    public static AccountNumber To { get; } = new(Thailand, 2);

    public static IReadOnlyList<LedgerEvent> Events { get; } =
    [
        new AccountOpened(new Account(From, AccountKind.GovernmentHolding, new AccountHolder("Ministry"), false, Day, [])),
        new AccountOpened(new Account(To, AccountKind.EntityHolding, new AccountHolder("Company"), false, Day, [])),
        new ProjectRegistered(new Project(new ProjectReference("TH014"), "Solar roofs", null, Day, [], [], [], "test")),
        new PartnerLegIssued(new DecisionId("JC-1"), "1", Thailand, new ProjectReference("TH014"), null, UnitQuantity.Zero, []),
        new LegIssued(
            new DecisionId("JC-1"), "1", Thailand, new ProjectReference("TH014"), null, Day,
            [new IssuedBlock(new SerialRange(Sample.Prefix, 1, 100), new Vintage(2024), From, Thailand)]),
        new UnitsMoved(From, To, Day, [new SerialRange(Sample.Prefix, 1, 40)]),
    ];

    /// <summary>Commits the life to a store, an event a step, and delivers the first of our two messages.</summary>
    public async Task WriteAsync(IRegistryStore store)
    {
        var image = await store.LoadAsync(Sample.Registry);
        var (heads, state) = (image.Heads, LedgerRows.State(image.Items));
        foreach (var happened in Events)
        {
            state = RegistryLedger.Apply(state, happened);
            var step = new CommitBatchBuilder(Sample.Registry, heads);
            step.Append(LedgerRows.Entry(happened, Sample.Noon));
            foreach (var change in LedgerRows.Of(state.Changes)) step.Change(change);
            await store.CommitAsync(step.Build());
            (heads, state) = (step.Heads, state.WithoutChanges());
        }
        var exchange = new CommitBatchBuilder(Sample.Registry, heads);
        for (var i = 1; i <= 2; i++)
        {
            var message = Compose(PartyCode.Japan, exchange.Heads.Incoming, i, theirs);
            var receipt = Receipt(message, ours);
            exchange.Receive(
                new ReceivedMessage(i, message.Envelope.Id, message.Hash, message.Envelope.SentAt, message.Bytes, receipt.Bytes, Sample.Noon),
                MessageRow.Received(message, receipt));
        }
        var first = Compose(Thailand, exchange.Heads.Outgoing, 3, ours);
        exchange.Send(new OutgoingMessage(1, first.Envelope.Id, first.Hash, first.Envelope.SentAt, first.Bytes, Sample.Noon), MessageRow.Sent(first));
        var second = Compose(Thailand, exchange.Heads.Outgoing, 4, ours);
        exchange.Send(new OutgoingMessage(2, second.Envelope.Id, second.Hash, second.Envelope.SentAt, second.Bytes, Sample.Noon), MessageRow.Sent(second));
        waiting = second;
        await store.CommitAsync(exchange.Build());
        var delivery = new CommitBatchBuilder(Sample.Registry, exchange.Heads);
        var answer = Receipt(first, theirs);
        delivery.Deliver(
            answer.Bytes, MessageRow.ReceiptReceived(Thailand, 1, first.Hash, MessageRow.ReceiptHash(answer.Bytes), ReceiptOutcome.Recorded), Sample.Noon);
        await store.CommitAsync(delivery.Build());
    }

    /// <summary>Goes on behind the life: one more message each way, and the receipt of the second of ours.</summary>
    public async Task GoOnAsync(IRegistryStore store)
    {
        var step = new CommitBatchBuilder(Sample.Registry, (await store.LoadAsync(Sample.Registry)).Heads);
        var (theirMessage, ourMessage) = (Compose(PartyCode.Japan, step.Heads.Incoming, 5, theirs), Compose(Thailand, step.Heads.Outgoing, 6, ours));
        var receipt = Receipt(theirMessage, ours);
        step.Receive(
            new ReceivedMessage(3, theirMessage.Envelope.Id, theirMessage.Hash, theirMessage.Envelope.SentAt, theirMessage.Bytes, receipt.Bytes, Sample.Noon),
            MessageRow.Received(theirMessage, receipt));
        step.Send(
            new OutgoingMessage(3, ourMessage.Envelope.Id, ourMessage.Hash, ourMessage.Envelope.SentAt, ourMessage.Bytes, Sample.Noon), MessageRow.Sent(ourMessage));
        var answer = Receipt(waiting!, theirs);
        step.Deliver(
            answer.Bytes, MessageRow.ReceiptReceived(Thailand, 2, waiting!.Hash, MessageRow.ReceiptHash(answer.Bytes), ReceiptOutcome.Recorded), Sample.Noon);
        await store.CommitAsync(step.Build());
    }

    /// <summary>A checkpoint of our journal, signed by us alone.</summary>
    public CheckpointRecord Checkpoint(long treeSize, Digest root, CheckpointStage stage) =>
        CheckpointTexts.Record(SignedCheckpoint.Sign(new Checkpoint(Thailand, Sample.Registry, treeSize, root, Sample.Noon), ours), stage);

    /// <summary>A checkpoint of our journal with the partner's signature beside ours, right or wrong.</summary>
    public CheckpointRecord Cosigned(long treeSize, Digest root, Cosigning cosigning)
    {
        using var stranger = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
        var own = SignedCheckpoint.Sign(new Checkpoint(Thailand, Sample.Registry, treeSize, root, Sample.Noon), ours);
        var other = SignedCheckpoint.Sign(new Checkpoint(Thailand, Sample.Registry, treeSize - 1, root, Sample.Noon), ours);
        var signed = CheckpointTexts.Record(own.Cosign(cosigning switch { Cosigning.ByStranger => stranger, Cosigning.ByUs => ours, _ => theirs }), CheckpointStage.Witnessed);
        var witness = cosigning == Cosigning.OfAnotherCheckpoint ? CheckpointTexts.Record(other.Cosign(theirs), CheckpointStage.Witnessed).Document.Signatures[1] : signed.Document.Signatures[1];
        if (cosigning == Cosigning.Altered) witness = witness with { Signature = (witness.Signature[0] == 'A' ? 'B' : 'A') + witness.Signature[1..] };
        return signed with { Document = signed.Document with { Signatures = [signed.Document.Signatures[0], witness] } };
    }

    /// <summary>All keys of both sides.</summary>
    public KeySet Keys() => new(
        new PartnerKeyRing(Thailand, new PinnedKey(ours.Public, DateTimeOffset.UnixEpoch)), new PartnerKeyRing(PartyCode.Japan, new PinnedKey(theirs.Public, DateTimeOffset.UnixEpoch)));

    /// <summary>Our key, which a record names from the first hello on.</summary>
    public KeyPinned OwnKey() => new(new NodeKey(Thailand, ours.Public.KeyId, ours.Public.PublicJwk, DateTimeOffset.UnixEpoch, null, null));

    public void Dispose()
    {
        ours.Dispose();
        theirs.Dispose();
        random.Dispose();
    }

    private static SignedMessage Compose(PartyCode from, DirectionHead head, int number, SigningKey key) => OutgoingMessages.Compose(
        new MessageRoute(Sample.Registry, from), head, new Guid($"01900000-0000-7000-8000-00000000000{number}"), Sample.Noon, "test",
        "{\"text\":\"hello\"}"u8.ToArray(), key);

    private static SignedReceipt Receipt(SignedMessage message, SigningKey key) =>
        ReceiptExchange.Sign(Messages.Receipts.Receipt.For(message, Sample.Noon), key);
}
