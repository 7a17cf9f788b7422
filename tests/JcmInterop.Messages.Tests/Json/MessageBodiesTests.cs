using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using JcmInterop.Domain.Ledger;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Tests.Envelope;

namespace JcmInterop.Messages.Tests.Json;

public sealed class MessageBodiesTests
{
    public static TheoryData<Type> Types => [.. WireJson.Family<PartnerMessage>().Values];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_body_arrives_as_it_was_sent(Type type) => Samples.Numbers.Sample(
        numbers =>
        {
            var body = (PartnerMessage)new Samples(numbers).Make(type);
            var message = OutgoingMessages.Compose(TestMessages.FromThailand, DirectionHead.None, TestMessages.Id(1), TestKeys.Noon, body, TestKeys.ThailandKey);
            IncomingMessages.TryVerify(message.Bytes, TestMessages.FromThailand, TestKeys.ThailandRing, TestKeys.Noon, out var received, out var fault).ShouldBeTrue(fault?.ToString());
            received!.Envelope.Type.ShouldBe(MessageBodies.TypeOf(body));
            MessageBodies.TryRead(received.Envelope, out var read, out fault).ShouldBeTrue(fault?.ToString());
            return MessageBodies.Write(read!).AsSpan().SequenceEqual(MessageBodies.Write(body));
        },
        iter: 50);

    [Theory]
    [MemberData(nameof(Types))]
    public void A_body_without_any_one_of_its_members_is_refused(Type type)
    {
        var body = JsonNode.Parse(MessageBodies.Write((PartnerMessage)new Samples([3, 1, 4, 1, 5, 9, 2, 6]).Make(type)))!.AsObject();
        foreach (var name in body.Select(member => member.Key).ToList())
        {
            var without = body.DeepClone().AsObject();
            without.Remove(name);
            var fault = Fault(MessageBodies.TypeOf((PartnerMessage)new Samples([3, 1, 4]).Make(type)), without.ToJsonString());
            fault.Kind.ShouldBe(WireFaultKind.MalformedBody);
            fault.English.ShouldContain($"'{name}'");
        }
    }

    [Theory]
    [InlineData("""{"text":"hello","type":"test"}""", "/body/type", "unknown")]
    [InlineData("""{"text":null}""", "/body/text", "null")]
    [InlineData("""{}""", "/body", "'text'")]
    [InlineData("""{"text":["hello"]}""", "/body/text", "another type")]
    public void A_body_in_another_form_is_refused_at_its_place(string body, string place, string says)
    {
        var fault = Fault("test", body);
        fault.Kind.ShouldBe(WireFaultKind.MalformedBody);
        fault.Place.ShouldBe(place);
        fault.English.ShouldContain(says);
        fault.ToRefusal().Rule.ShouldBe(9024);
        fault.ToRefusal().English.ShouldEndWith($"({place})");
    }

    [Theory]
    [InlineData("""{"transfers":[{"id":"0","on":null,"acquiringAccount":"JPN-1-76"}]}""", "/body/transfers/0/id")]
    [InlineData("""{"transfers":[{"id":"019d4a00-0000-7000-8000-000000000001","on":null,"acquiringAccount":null}]}""", "/body/transfers/0/acquiringAccount")]
    [InlineData("""{"transfers":[{"id":"019d4a00-0000-7000-8000-000000000001","acquiringAccount":"JPN-1-76"}]}""", "/body/transfers/0")]
    [InlineData("""{"transfers":null}""", "/body/transfers")]
    [InlineData("""{"transfers":[null]}""", "/body/transfers/0")]
    public void A_fault_deep_in_a_batch_names_its_place(string body, string place) => Fault("transfer-acceptance", body).Place.ShouldBe(place);

    [Fact]
    public void An_unknown_type_is_told_apart_from_a_malformed_body() => Fault("share-of-proceeds", "{}").Kind.ShouldBe(WireFaultKind.UnknownMessageType);

    [Fact]
    public void The_message_types_are_those_of_the_protocol() => MessageBodies.Types.ShouldBe(
    [
        "authorization-change", "authorization-notice", "checkpoint", "checkpoint-cosignature", "decision-notice", "disposal-notice", "hello", "key-introduction", "key-withdrawal", "leg-notice", "revocation-notice",
        "status-answer", "status-query", "test", "transfer-acceptance", "transfer-approval", "transfer-cancellation", "transfer-completion", "transfer-proposal", "transfer-refusal",
    ]);

    [Fact]
    public void Any_object_as_a_body_of_any_type_is_read_or_refused_but_never_crashes() =>
        Gen.Select(Gen.Int[0, MessageBodies.Types.Count - 1], Canonical.JsonTexts.Any).Sample((type, json) =>
        {
            var envelope = TestMessages.Next(DirectionHead.None).Envelope with { Type = MessageBodies.Types[type], Body = Encoding.UTF8.GetBytes(json) };
            return MessageBodies.TryRead(envelope, out var body, out var fault) ? body is not null : body is null && fault is not null;
        });

    [Theory]
    [MemberData(nameof(Types))]
    public void A_body_with_one_value_replaced_is_read_or_refused_but_never_crashes(Type type) =>
        Gen.Select(Samples.Numbers, Gen.Int[0, 1000], Canonical.JsonTexts.Any).Sample(
            (numbers, pick, replacement) =>
            {
                var sample = (PartnerMessage)new Samples(numbers).Make(type);
                var body = JsonNode.Parse(MessageBodies.Write(sample))!;
                var nodes = Descendants(body).ToList();
                nodes[pick % nodes.Count](JsonNode.Parse(replacement));
                var envelope = TestMessages.Next(DirectionHead.None).Envelope with { Type = MessageBodies.TypeOf(sample), Body = Encoding.UTF8.GetBytes(body.ToJsonString()) };
                return MessageBodies.TryRead(envelope, out var read, out var fault) ? read is not null : fault is not null;
            },
            iter: 50);

    private static IEnumerable<Action<JsonNode?>> Descendants(JsonNode node)
    {
        if (node is JsonObject members)
        {
            foreach (var name in members.Select(member => member.Key).ToList())
            {
                yield return value => members[name] = value;
                if (members[name] is { } child)
                {
                    foreach (var inner in Descendants(child)) yield return inner;
                }
            }
        }
        else if (node is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                var at = i;
                yield return value => items[at] = value;
                if (items[at] is { } child)
                {
                    foreach (var inner in Descendants(child)) yield return inner;
                }
            }
        }
    }

    private static WireFault Fault(string type, string body)
    {
        var envelope = TestMessages.Next(DirectionHead.None).Envelope with { Type = type, Body = Encoding.UTF8.GetBytes(body) };
        MessageBodies.TryRead(envelope, out var read, out var fault).ShouldBeFalse();
        read.ShouldBeNull();
        return fault!;
    }
}
