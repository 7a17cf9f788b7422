using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Messages.Tests.Envelope;

public sealed class EnvelopeTests
{
    [Fact]
    public void A_message_arrives_as_it_was_composed()
    {
        var sent = TestMessages.Next(DirectionHead.None, body: """{ "text": "hello", "a": [1, 2.50] }""");

        var received = Verify(sent.Bytes);

        received.Bytes.ToArray().ShouldBe(sent.Bytes.ToArray());
        received.Hash.ShouldBe(sent.Hash);
        received.KeyId.ShouldBe(TestKeys.ThailandKey.Public.KeyId);
        (received.Envelope with { Body = default }).ShouldBe(sent.Envelope with { Body = default });
        Encoding.UTF8.GetString(received.Envelope.Body.Span).ShouldBe("""{"a":[1,2.5],"text":"hello"}""");
    }

    [Fact]
    public void The_payload_is_canonical_with_exactly_the_members_of_the_protocol()
    {
        var sent = TestMessages.Next(DirectionHead.None);
        Jws.TryRead(sent.Bytes, out var jws, out _);

        Encoding.UTF8.GetString(jws!.Payload.Span).ShouldBe(
            """{"body":{"text":"hello"},"from":"THA","id":"019d4a00-0000-7000-8000-000000000001","previous":"","protocol":"1.0","registry":"JPN-THA",""" +
            "\"sentAt\":\"2026-04-01T12:01:00.000Z\",\"sequence\":1,\"to\":\"JPN\",\"type\":\"test\"}");
        sent.Hash.ToArray().ShouldBe(SHA256.HashData(jws.Payload.Span));
        CanonicalJson.Check(jws.Payload.Span, JsonBounds.Wire).ShouldBeNull();
    }

    [Fact]
    public void Messages_of_a_direction_form_a_chain()
    {
        var head = DirectionHead.None;
        for (var number = 1; number <= 5; number++)
        {
            var message = Verify(TestMessages.Next(head, number).Bytes);
            IncomingMessages.Place(head, message, recorded: null).ShouldBe(new MessagePlacing.Next(message));
            message.Envelope.Previous.ShouldBe(head.Hash);
            head = message.Head;
            head.Sequence.ShouldBe(number);
        }
    }

    [Fact]
    public void A_clock_that_went_back_does_not_break_the_order_of_sending_times()
    {
        var first = TestMessages.Next(DirectionHead.None, number: 10);
        var second = TestMessages.Next(first.Head, number: 2);

        second.Envelope.SentAt.ShouldBe(first.Envelope.SentAt);
        IncomingMessages.Place(first.Head, second, null).ShouldBeOfType<MessagePlacing.Next>();
    }

    [Theory]
    [InlineData("/protocol", WireFaultKind.UnknownProtocolVersion, "2.0")]
    [InlineData("/protocol", WireFaultKind.MalformedDocument, 1)]
    [InlineData("/from", WireFaultKind.WrongSender, "IDN")]
    [InlineData("/from", WireFaultKind.WrongSender, "JPN")]
    [InlineData("/from", WireFaultKind.MalformedDocument, "tha")]
    [InlineData("/to", WireFaultKind.WrongRecipient, "IDN")]
    [InlineData("/to", WireFaultKind.MalformedDocument, "")]
    [InlineData("/registry", WireFaultKind.WrongRegistry, "JPN-IDN")]
    [InlineData("/registry", WireFaultKind.MalformedDocument, "THA-JPN")]
    [InlineData("/sequence", WireFaultKind.MalformedDocument, 0)]
    [InlineData("/sequence", WireFaultKind.MalformedDocument, -1)]
    [InlineData("/sequence", WireFaultKind.MalformedDocument, 1.5)]
    [InlineData("/sequence", WireFaultKind.MalformedDocument, "1")]
    [InlineData("/previous", WireFaultKind.MalformedDocument, "abc")]
    [InlineData("/previous", WireFaultKind.MalformedDocument, "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU")]
    [InlineData("/sentAt", WireFaultKind.MalformedDocument, "2026-04-01T12:01:00Z")]
    [InlineData("/sentAt", WireFaultKind.MalformedDocument, "2026-04-01T12:01:00.000+00:00")]
    [InlineData("/sentAt", WireFaultKind.MalformedDocument, "2026-02-30T12:01:00.000Z")]
    [InlineData("/sentAt", WireFaultKind.SentInFuture, "2026-04-01T12:06:00.001Z")]
    [InlineData("/id", WireFaultKind.MalformedDocument, "019D4A00-0000-7000-8000-00000000000A")]
    [InlineData("/id", WireFaultKind.MalformedDocument, "019d4a00-0000-4000-8000-000000000001")]
    [InlineData("/type", WireFaultKind.MalformedDocument, "Transfer Proposal")]
    [InlineData("/body", WireFaultKind.MalformedDocument, "text")]
    [InlineData("/extra", WireFaultKind.MalformedDocument, "text")]
    public void A_member_with_another_value_is_refused_at_its_place(string pointer, WireFaultKind kind, object value)
    {
        var fault = Fault(TestMessages.Altered(payload => payload[pointer[1..]] = JsonValue.Create(value)));
        fault.Kind.ShouldBe(kind, fault.ToString());
        fault.Place.ShouldBe(pointer);
    }

    [Theory]
    [InlineData("protocol")]
    [InlineData("id")]
    [InlineData("from")]
    [InlineData("to")]
    [InlineData("registry")]
    [InlineData("sequence")]
    [InlineData("previous")]
    [InlineData("sentAt")]
    [InlineData("type")]
    [InlineData("body")]
    public void A_missing_member_is_refused_by_name(string name)
    {
        var fault = Fault(TestMessages.Altered(payload => payload.Remove(name)));
        fault.Kind.ShouldBe(WireFaultKind.MalformedDocument);
        fault.Place.ShouldBe("/" + name);
        fault.English.ShouldContain("missing");
    }

    [Fact]
    public void A_sending_time_is_accepted_up_to_the_clock_tolerance() =>
        Verify(TestMessages.Altered(payload => payload["sentAt"] = "2026-04-01T12:06:00.000Z")).Envelope.SentAt.ShouldBe(TestKeys.Noon.AddMinutes(6));

    [Fact]
    public void A_payload_in_another_form_than_the_canonical_one_is_refused()
    {
        var payload = TestMessages.Payload(TestMessages.Next(DirectionHead.None)).ToJsonString(new() { WriteIndented = true });
        var fault = Fault(Jws.Sign(Encoding.UTF8.GetBytes(payload), JwsTypes.Message, TestKeys.ThailandKey));
        fault.Kind.ShouldBe(WireFaultKind.NotCanonical);
        fault.Place.ShouldBe("/body, line 1, column 2");
    }

    [Fact]
    public void A_payload_with_duplicate_names_is_refused()
    {
        var payload = TestMessages.Payload(TestMessages.Next(DirectionHead.None)).ToJsonString().Replace("\"from\"", "\"body\":{},\"from\"", StringComparison.Ordinal);
        Fault(Jws.Sign(Encoding.UTF8.GetBytes(payload), JwsTypes.Message, TestKeys.ThailandKey)).English.ShouldContain("twice");
    }

    [Fact]
    public void A_message_by_another_key_than_the_pinned_ones_is_refused() =>
        Fault(TestMessages.Altered(_ => { }, TestKeys.Stranger)).Kind.ShouldBe(WireFaultKind.UnknownKey);

    [Fact]
    public void A_message_signed_by_the_recipient_itself_is_refused() =>
        Fault(TestMessages.Altered(_ => { }, TestKeys.Japan)).Kind.ShouldBe(WireFaultKind.UnknownKey);

    [Fact]
    public void A_gap_names_the_number_that_is_expected()
    {
        var third = TestMessages.Next(TestMessages.Next(TestMessages.Next(DirectionHead.None).Head, 2).Head, 3);
        var fault = Placed(DirectionHead.None, third, null);
        fault.Kind.ShouldBe(WireFaultKind.SequenceGap);
        fault.ExpectedSequence.ShouldBe(1);
        fault.RemedyEnglish.ShouldContain("1");
    }

    [Fact]
    public void The_same_bytes_again_are_a_repetition_however_far_the_chain_has_come()
    {
        var first = TestMessages.Next(DirectionHead.None);
        var head = TestMessages.Next(first.Head, 2).Head;
        var recorded = Recorded(first);
        IncomingMessages.Place(head, first, recorded).ShouldBe(new MessagePlacing.Repeated(recorded));
        IncomingMessages.Place(first.Head, first, recorded).ShouldBe(new MessagePlacing.Repeated(recorded));
    }

    [Fact]
    public void The_same_id_or_number_with_other_content_is_an_alarm()
    {
        var first = TestMessages.Next(DirectionHead.None);
        var other = TestMessages.Next(DirectionHead.None, body: """{"text":"hullo"}""");
        var sameIdLater = TestMessages.Next(first.Head);
        var sameNumber = TestMessages.Next(DirectionHead.None, number: 9);

        foreach (var message in new[] { other, sameIdLater, sameNumber })
        {
            var fault = Placed(first.Head, message, Recorded(first));
            fault.Kind.ShouldBe(WireFaultKind.AlteredReplay);
            fault.IsAlarm.ShouldBeTrue();
        }
    }

    [Fact]
    public void A_number_of_the_past_that_is_not_recorded_is_an_alarm() =>
        Placed(new DirectionHead(5, default), TestMessages.Next(DirectionHead.None), null).Kind.ShouldBe(WireFaultKind.AlteredReplay);

    [Fact]
    public void A_message_that_continues_another_chain_is_refused()
    {
        var first = TestMessages.Next(DirectionHead.None);
        var fork = TestMessages.Next(TestMessages.Next(DirectionHead.None, body: "{}").Head, 2);
        Placed(first.Head, fork, null).Kind.ShouldBe(WireFaultKind.PreviousMismatch);
    }

    [Fact]
    public void A_message_sent_before_its_predecessor_is_refused()
    {
        var first = TestMessages.Next(DirectionHead.None);
        var second = TestMessages.Next(first.Head with { SentAt = default }, number: 0);
        Placed(first.Head, second, null).Kind.ShouldBe(WireFaultKind.SentBeforePrevious);
    }

    [Fact]
    public void A_message_with_an_unknown_type_still_takes_its_place_in_the_chain()
    {
        var message = Verify(TestMessages.Next(DirectionHead.None, type: "share-of-proceeds", body: """{"new":{"things":[1]}}""").Bytes);
        IncomingMessages.Place(DirectionHead.None, message, null).ShouldBeOfType<MessagePlacing.Next>();
    }

    [Fact]
    public void An_id_that_is_not_of_version_7_is_never_sent() => Should.Throw<ArgumentException>(() => OutgoingMessages.Compose(
        TestMessages.FromThailand, DirectionHead.None, Guid.Empty, TestKeys.Noon, "test", "{}"u8.ToArray(), TestKeys.ThailandKey));

    [Fact]
    public void A_body_that_cannot_be_canonical_is_never_sent() => Should.Throw<ArgumentException>(() => TestMessages.Next(DirectionHead.None, body: """{"a":9007199254740993}"""))
        .Message.ShouldContain("/a");

    [Fact]
    public void A_message_larger_than_a_partner_accepts_is_never_sent() => Should.Throw<InvalidOperationException>(
        () => TestMessages.Next(DirectionHead.None, body: $$"""{"a":"{{new string('x', 3_500_000)}}"}"""));

    [Fact]
    public void A_message_signed_again_with_a_new_key_keeps_its_place_in_the_chain()
    {
        var first = TestMessages.Next(DirectionHead.None);

        var again = OutgoingMessages.SignAgain(first, TestKeys.ThailandP256);

        Verify(again.Bytes).KeyId.ShouldBe(TestKeys.ThailandP256.Public.KeyId);
        again.Head.ShouldBe(first.Head);
        IncomingMessages.Place(first.Head, again, Recorded(first)).ShouldBe(new MessagePlacing.Repeated(Recorded(first)));
    }

    [Fact]
    public void Any_signed_object_is_read_or_refused_but_never_crashes() => Canonical.JsonTexts.Any.Sample(json =>
        !TryVerify(Jws.Sign(CanonicalJson.Write(Encoding.UTF8.GetBytes(json)), JwsTypes.Message, TestKeys.ThailandKey), out _, out var fault) && fault is not null);

    [Fact]
    public void Every_value_of_any_kind_in_any_member_is_read_or_refused_but_never_crashes() =>
        Gen.Select(Gen.Int[0, 9], Canonical.JsonTexts.Any).Sample((member, value) =>
        {
            var bytes = TestMessages.Altered(payload => payload[payload.ElementAt(member).Key] = JsonNode.Parse(value));
            return TryVerify(bytes, out var message, out var fault) ? message is not null && fault is null : message is null && fault is not null;
        });

    private static RecordedMessage Recorded(SignedMessage message) => new(message.Envelope.Id, message.Envelope.Sequence, message.Hash);

    private static SignedMessage Verify(ReadOnlyMemory<byte> bytes)
    {
        TryVerify(bytes, out var message, out var fault).ShouldBeTrue(fault?.ToString());
        fault.ShouldBeNull();
        return message!;
    }

    private static WireFault Fault(ReadOnlyMemory<byte> bytes)
    {
        TryVerify(bytes, out var message, out var fault).ShouldBeFalse();
        message.ShouldBeNull();
        return fault!;
    }

    private static WireFault Placed(DirectionHead head, SignedMessage message, RecordedMessage? recorded) =>
        IncomingMessages.Place(head, message, recorded).ShouldBeOfType<MessagePlacing.Refused>().Fault;

    private static bool TryVerify(ReadOnlyMemory<byte> bytes, out SignedMessage? message, out WireFault? fault) =>
        IncomingMessages.TryVerify(bytes, TestMessages.FromThailand, TestKeys.ThailandRing, TestKeys.Noon.AddMinutes(1), out message, out fault);
}
