using System.Text;
using System.Text.Json.Nodes;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Refusals;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Tests.Envelope;

namespace JcmInterop.Messages.Tests.Receipts;

public sealed class ReceiptTests
{
    private static readonly SignedMessage Message = OutgoingMessages.Compose(
        TestMessages.FromThailand.Reverse(), DirectionHead.None, TestMessages.Id(1), TestKeys.Noon, "test", "{}"u8.ToArray(), TestKeys.Japan);

    private static readonly Refusal Closed = new(3005, "The account is closed.", "口座は閉鎖されています。", "policy", "Name an open account.", "開いている口座を指定してください。");

    [Fact]
    public void A_receipt_arrives_as_it_was_signed()
    {
        var receipt = Receipt.For(Message, TestKeys.Noon.AddSeconds(1.23456));
        var signed = ReceiptExchange.Sign(receipt, TestKeys.ThailandKey);

        ReceiptExchange.TryVerify(signed.Bytes, Message, TestKeys.ThailandRing, TestKeys.Noon, out var received, out var fault).ShouldBeTrue(fault?.ToString());

        received!.Receipt.ShouldBe(receipt);
        received.Receipt.Outcome.ShouldBe(ReceiptOutcome.Recorded);
        received.Receipt.From.ShouldBe(TestKeys.Thailand);
        received.Receipt.ReceivedAt.ShouldBe(TestKeys.Noon.AddMilliseconds(1234));
        received.KeyId.ShouldBe(TestKeys.ThailandKey.Public.KeyId);
    }

    [Fact]
    public void A_receipt_of_a_refused_message_carries_the_refusal()
    {
        var signed = ReceiptExchange.Sign(Receipt.For(Message, TestKeys.Noon, Closed), TestKeys.ThailandKey);
        ReceiptExchange.TryVerify(signed.Bytes, Message, TestKeys.ThailandRing, TestKeys.Noon, out var received, out _).ShouldBeTrue();
        received!.Receipt.Refusal.ShouldBe(Closed);
        received.Receipt.Outcome.ShouldBe(ReceiptOutcome.Refused);
    }

    [Fact]
    public void The_same_receipt_has_the_same_bytes() => ReceiptExchange.Sign(Receipt.For(Message, TestKeys.Noon), TestKeys.ThailandKey).Bytes.ToArray()
        .ShouldBe(ReceiptExchange.Sign(Receipt.For(Message, TestKeys.Noon), TestKeys.ThailandKey).Bytes.ToArray());

    [Fact]
    public void A_receipt_for_another_message_is_refused_by_the_member_that_differs()
    {
        var other = OutgoingMessages.Compose(TestMessages.FromThailand.Reverse(), Message.Head, TestMessages.Id(2), TestKeys.Noon, "test", "{}"u8.ToArray(), TestKeys.Japan);
        var receipt = Receipt.For(Message, TestKeys.Noon);

        Fault(ReceiptExchange.Sign(Receipt.For(other, TestKeys.Noon), TestKeys.ThailandKey)).ShouldBe((WireFaultKind.ReceiptMismatch, "/messageHash"));
        Fault(ReceiptExchange.Sign(receipt with { MessageId = other.Envelope.Id }, TestKeys.ThailandKey)).ShouldBe((WireFaultKind.ReceiptMismatch, "/messageId"));
        Fault(ReceiptExchange.Sign(receipt with { Sequence = 2 }, TestKeys.ThailandKey)).ShouldBe((WireFaultKind.ReceiptMismatch, "/sequence"));
        Fault(ReceiptExchange.Sign(receipt with { Registry = BilateralRegistryId.Parse("JPN-IDN") }, TestKeys.ThailandKey)).ShouldBe((WireFaultKind.ReceiptMismatch, "/registry"));
        Fault(ReceiptExchange.Sign(receipt with { From = PartyCode.Japan }, TestKeys.ThailandKey)).ShouldBe((WireFaultKind.ReceiptMismatch, "/from"));
        Fault(ReceiptExchange.Sign(receipt with { To = TestKeys.Thailand }, TestKeys.ThailandKey)).ShouldBe((WireFaultKind.ReceiptMismatch, "/to"));
    }

    [Fact]
    public void A_receipt_by_anybody_but_the_receiver_is_refused()
    {
        Fault(ReceiptExchange.Sign(Receipt.For(Message, TestKeys.Noon), TestKeys.Stranger)).Kind.ShouldBe(WireFaultKind.UnknownKey);
        Fault(ReceiptExchange.Sign(Receipt.For(Message, TestKeys.Noon), TestKeys.Japan)).Kind.ShouldBe(WireFaultKind.UnknownKey);
    }

    [Fact]
    public void A_receipt_given_before_a_rotation_of_keys_stays_good()
    {
        var rotated = TestKeys.ThailandRing.Rotate(TestKeys.Stranger.Public, TestKeys.Noon.AddDays(1), TimeSpan.Zero);
        var early = ReceiptExchange.Sign(Receipt.For(Message, TestKeys.Noon), TestKeys.ThailandKey).Bytes;
        var late = ReceiptExchange.Sign(Receipt.For(Message, TestKeys.Noon.AddDays(1)), TestKeys.ThailandKey).Bytes;

        ReceiptExchange.TryVerify(early, Message, rotated, TestKeys.Noon.AddDays(9), out _, out _).ShouldBeTrue();
        ReceiptExchange.TryVerify(late, Message, rotated, TestKeys.Noon.AddDays(9), out _, out var fault).ShouldBeFalse();
        fault!.Kind.ShouldBe(WireFaultKind.KeyOutOfValidity);
    }

    [Theory]
    [InlineData(300_001)]
    [InlineData(86_400_000)]
    public void A_receipt_of_a_partner_whose_clock_is_ahead_counts_all_the_same(int aheadMilliseconds)
    {
        var early = ReceiptExchange.Sign(Receipt.For(Message, TestKeys.Noon.AddMilliseconds(aheadMilliseconds)), TestKeys.ThailandKey).Bytes;
        var notYet = new PartnerKeyRing(TestKeys.Thailand, new PinnedKey(TestKeys.ThailandKey.Public, TestKeys.Noon.AddMilliseconds(aheadMilliseconds)));

        ReceiptExchange.TryVerify(early, Message, TestKeys.ThailandRing, TestKeys.Noon, out _, out _).ShouldBeTrue();
        ReceiptExchange.TryVerify(early, Message, notYet, TestKeys.Noon, out _, out var fault).ShouldBeFalse();
        fault!.Kind.ShouldBe(WireFaultKind.KeyOutOfValidity);
    }

    [Fact]
    public void A_message_does_not_pass_for_a_receipt() =>
        Fault(TestMessages.Next(DirectionHead.None).Bytes)!.Value.Kind.ShouldBe(WireFaultKind.WrongDocumentType);

    [Theory]
    [InlineData("outcome", "accepted")]
    [InlineData("refusal", "none")]
    [InlineData("messageHash", "")]
    [InlineData("sequence", 0)]
    [InlineData("receivedAt", "now")]
    [InlineData("extra", 1)]
    public void A_malformed_member_is_refused(string name, object value) => Fault(payload => payload[name] = JsonValue.Create(value)).ShouldBe((WireFaultKind.MalformedDocument, "/" + name));

    [Fact]
    public void A_refused_outcome_without_a_refusal_is_refused() =>
        Fault(payload => payload["outcome"] = "refused").ShouldBe((WireFaultKind.MalformedDocument, "/refusal"));

    [Fact]
    public void A_malformed_refusal_is_refused()
    {
        Fault(payload => payload["refusal"] = new JsonObject { ["rule"] = 1 }).ShouldBe((WireFaultKind.MalformedDocument, "/refusal"));
        Fault(payload => (payload["outcome"], payload["refusal"]) = ("refused", RefusalJson())).ShouldBeNull();
        Fault(payload => (payload["outcome"], payload["refusal"]) = ("refused", RefusalJson(rule: "1"))).ShouldBe((WireFaultKind.MalformedDocument, "/refusal"));
    }

    [Fact]
    public void An_outcome_that_contradicts_the_refusal_is_never_signed() => Should.Throw<ArgumentException>(
        () => ReceiptExchange.Sign(Receipt.For(Message, TestKeys.Noon) with { Outcome = ReceiptOutcome.Refused }, TestKeys.ThailandKey));

    private static JsonObject RefusalJson(object? rule = null) => new()
    {
        ["rule"] = JsonValue.Create(rule ?? 3005), ["english"] = "", ["japanese"] = "", ["citation"] = "", ["remedyEnglish"] = "", ["remedyJapanese"] = "",
    };

    private static (WireFaultKind Kind, string Place) Fault(SignedReceipt signed) => Fault(signed.Bytes)!.Value;

    private static (WireFaultKind Kind, string Place)? Fault(Action<JsonObject> change)
    {
        Jws.TryRead(ReceiptExchange.Sign(Receipt.For(Message, TestKeys.Noon), TestKeys.ThailandKey).Bytes, out var jws, out _);
        var payload = JsonNode.Parse(jws!.Payload.Span)!.AsObject();
        change(payload);
        return Fault(Jws.Sign(CanonicalJson.Write(Encoding.UTF8.GetBytes(payload.ToJsonString())), JwsTypes.Receipt, TestKeys.ThailandKey));
    }

    private static (WireFaultKind Kind, string Place)? Fault(ReadOnlyMemory<byte> bytes) =>
        ReceiptExchange.TryVerify(bytes, Message, TestKeys.ThailandRing, TestKeys.Noon, out _, out var fault) ? null : (fault!.Kind, fault.Place);
}
