using System.Security.Cryptography;
using System.Text;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Transfers;
using JcmInterop.Grains.Registries;
using JcmInterop.Grains.Tests.World;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Grains.Tests.Registries;

public sealed class MessageTests : IAsyncDisposable
{
    private static readonly MessageRoute Route = new(Facts.Pair, Facts.Tha);
    private readonly RegistrySide japan;
    private readonly RegistrySide thailand;
    private readonly CountedIds ids = new();

    public MessageTests() => (japan, thailand) = RegistrySide.Pair();

    [Fact]
    public async Task A_genuine_message_is_receipted_and_the_receipt_verifies()
    {
        var message = Test(DirectionHead.None, "hello");
        var reply = await japan.Writer.ReceiveAsync(message.Bytes);

        reply.Kind.ShouldBe(MessageReplyKind.Receipted);
        Receipt(message, reply).Outcome.ShouldBe(ReceiptOutcome.Recorded);
        (await japan.PositionAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_message_again_gets_the_same_receipt_and_changes_nothing()
    {
        var message = Test(DirectionHead.None, "hello");
        var first = await japan.Writer.ReceiveAsync(message.Bytes);
        japan.Time.Advance(TimeSpan.FromHours(3));
        var second = await japan.Writer.ReceiveAsync(message.Bytes);
        second.Receipt.ShouldBe(first.Receipt);
        (await japan.PositionAsync()).ShouldBe(1);
        japan.Control.Batches.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_message_many_times_at_once_is_recorded_once()
    {
        var message = Test(DirectionHead.None, "hello");
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => japan.Writer.ReceiveAsync(message.Bytes)));
        replies.ShouldAllBe(r => r.Receipt!.SequenceEqual(replies[0].Receipt!));
        (await japan.PositionAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task An_altered_replay_is_refused_alarmed_and_audited()
    {
        var message = Test(DirectionHead.None, "hello");
        await japan.Writer.ReceiveAsync(message.Bytes);
        var altered = OutgoingMessages.Compose(Route, DirectionHead.None, message.Envelope.Id, Now, new TestMessage("other"), thailand.Key);

        var reply = await japan.Writer.ReceiveAsync(altered.Bytes);
        reply.Problem!.Number.ShouldBe((int)WireFaultKind.AlteredReplay);
        japan.Conditions.Of(Facts.Pair).Alarms.ShouldBe(1);
        (await japan.Store.ReadActsAsync(null, 1, TestContext.Current.CancellationToken))[0].Entry.Outcome.ShouldBe("alarm, rule 9019");
        (await japan.PositionAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_gap_is_answered_with_the_number_expected_and_nothing_is_kept()
    {
        var first = Test(DirectionHead.None, "one");
        var second = Test(first.Head, "two");
        var third = Test(second.Head, "three");
        await japan.Writer.ReceiveAsync(first.Bytes);

        var reply = await japan.Writer.ReceiveAsync(third.Bytes);
        reply.Problem!.Number.ShouldBe((int)WireFaultKind.SequenceGap);
        reply.Problem.ExpectedSequence.ShouldBe(2);
        (await japan.PositionAsync()).ShouldBe(1);

        (await japan.Writer.ReceiveAsync(second.Bytes)).Kind.ShouldBe(MessageReplyKind.Receipted);
        (await japan.Writer.ReceiveAsync(third.Bytes)).Kind.ShouldBe(MessageReplyKind.Receipted);
    }

    [Fact]
    public async Task A_message_that_does_not_continue_the_chain_is_refused_with_an_alarm()
    {
        await japan.Writer.ReceiveAsync(Test(DirectionHead.None, "one").Bytes);
        var other = Test(Test(DirectionHead.None, "another past").Head, "two");
        (await japan.Writer.ReceiveAsync(other.Bytes)).Problem!.Number.ShouldBe((int)WireFaultKind.PreviousMismatch);
        japan.Conditions.Of(Facts.Pair).Alarms.ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_type_and_a_malformed_body_are_chained_and_receipted_as_refused()
    {
        var unknown = Compose(DirectionHead.None, "new-type", "{}");
        var malformed = Compose(unknown.Head, "transfer-proposal", """{"transfers":5}""");
        Receipt(unknown, await japan.Writer.ReceiveAsync(unknown.Bytes)).Refusal!.Rule.ShouldBe((int)WireFaultKind.UnknownMessageType);
        Receipt(malformed, await japan.Writer.ReceiveAsync(malformed.Bytes)).Refusal!.Rule.ShouldBe((int)WireFaultKind.MalformedBody);
        (await japan.Store.LoadAsync(Facts.Pair, TestContext.Current.CancellationToken)).Heads.Incoming.Sequence.ShouldBe(2);
        (await japan.PositionAsync()).ShouldBe(0);
        (await japan.Writer.ReceiveAsync(Test(malformed.Head, "goes on").Bytes)).Kind.ShouldBe(MessageReplyKind.Receipted);
    }

    [Fact]
    public async Task A_contradiction_is_kept_as_a_fault_and_told_in_the_receipt()
    {
        var id = new TransferId(new Guid("01900000-0000-7000-9000-000000000001"));
        var message = OutgoingMessages.Compose(
            Route, DirectionHead.None, ids.Next(), Now, new TransferCancellation([new CancelledTransfer(id, CancellationReason.Withdrawn)]), thailand.Key);
        Receipt(message, await japan.Writer.ReceiveAsync(message.Bytes)).Outcome.ShouldBe(ReceiptOutcome.Refused);
        (await japan.StateAsync()).Faults.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Messages_not_signed_by_the_partner_are_refused()
    {
        using var random = RandomNumberGenerator.Create();
        using var stranger = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
        var forged = OutgoingMessages.Compose(Route, DirectionHead.None, ids.Next(), Now, new TestMessage("x"), stranger);
        (await japan.Writer.ReceiveAsync(forged.Bytes)).Problem!.Number.ShouldBe((int)WireFaultKind.UnknownKey);

        var genuine = Encoding.ASCII.GetString(Test(DirectionHead.None, "x").Bytes.Span);
        var unsigned = genuine[..genuine.IndexOf("\"signatures\":[", StringComparison.Ordinal)] + "\"signatures\":[]}";
        (await japan.Writer.ReceiveAsync(Encoding.ASCII.GetBytes(unsigned))).Kind.ShouldBe(MessageReplyKind.Faulty);
        (await japan.Writer.ReceiveAsync("hello"u8.ToArray())).Kind.ShouldBe(MessageReplyKind.Faulty);
        (await japan.PositionAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_message_from_the_future_is_refused_and_may_be_sent_again_later()
    {
        var early = OutgoingMessages.Compose(Route, DirectionHead.None, ids.Next(), Now.AddMinutes(6), new TestMessage("x"), thailand.Key);
        (await japan.Writer.ReceiveAsync(early.Bytes)).Problem!.Number.ShouldBe((int)WireFaultKind.SentInFuture);
        japan.Time.Advance(TimeSpan.FromMinutes(2));
        (await japan.Writer.ReceiveAsync(early.Bytes)).Kind.ShouldBe(MessageReplyKind.Receipted);
    }

    [Fact]
    public async Task A_restarted_writer_goes_on_where_the_chain_was()
    {
        var first = Test(DirectionHead.None, "one");
        await japan.Writer.ReceiveAsync(first.Bytes);
        await japan.Writer.DisposeAsync();
        japan.NewWriter();
        (await japan.Writer.ReceiveAsync(Test(first.Head, "two").Bytes)).Kind.ShouldBe(MessageReplyKind.Receipted);
    }

    [Fact]
    public void A_message_about_several_transfers_is_parted_into_halves_in_order()
    {
        var all = Enumerable.Range(1, 5).Select(n => new CancelledTransfer(new TransferId(new Guid($"01900000-0000-7000-9000-{n:x12}")), CancellationReason.Withdrawn)).ToList();
        var (first, second) = MessageSubjects.Halves(new TransferCancellation([.. all])) ?? throw new InvalidOperationException("not parted");
        ((TransferCancellation)first).Transfers.Concat(((TransferCancellation)second).Transfers).ShouldBe(all);
        MessageSubjects.Halves(new TransferCancellation([all[0]])).ShouldBeNull();
        MessageSubjects.Halves(new TestMessage("x")).ShouldBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        await japan.DisposeAsync();
        await thailand.DisposeAsync();
    }

    private DateTimeOffset Now => japan.Time.GetUtcNow();

    private SignedMessage Test(DirectionHead head, string text) => OutgoingMessages.Compose(Route, head, ids.Next(), Now, new TestMessage(text), thailand.Key);

    private SignedMessage Compose(DirectionHead head, string type, string body) =>
        OutgoingMessages.Compose(Route, head, ids.Next(), Now, type, Encoding.UTF8.GetBytes(body), thailand.Key);

    private Receipt Receipt(SignedMessage message, MessageReply reply)
    {
        var ring = new PartnerKeyRing(Facts.Jpn, new PinnedKey(japan.Key.Public, DateTimeOffset.MinValue));
        ReceiptExchange.TryVerify(reply.Receipt, message, ring, Now, out var receipt, out var fault).ShouldBeTrue(fault?.ToString());
        return receipt!.Receipt;
    }
}
