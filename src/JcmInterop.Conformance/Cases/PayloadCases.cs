using System.Text;
using System.Text.Json.Nodes;
using JcmInterop.Conformance.Exchange;
using JcmInterop.Messages.Json;

namespace JcmInterop.Conformance.Cases;

/// <summary>Section 4: the payload, its canonical form and its members.</summary>
internal static class PayloadCases
{
    private const int DepthMax = 32;
    private static readonly string[] MemberNames = ["protocol", "id", "from", "to", "registry", "sequence", "previous", "sentAt", "type", "body"];
    private static readonly int[] Malformed = [400];
    private static readonly int[] NotGenuine = [403];
    private static readonly int[] Unprocessable = [422];
    private static readonly int[] MalformedOrNotGenuine = [400, 403];
    private static readonly int[] OutOfChain = [400, 409];

    public static IEnumerable<ConformanceCase> All => [.. Canonical, .. Members, .. Addresses];

    private static IEnumerable<ConformanceCase> Canonical =>
    [
        Text("payload-not-json", "a payload that is not JSON", _ => "not JSON"),
        Text("payload-spaces", "a payload with white space between its members", text => text.Replace("\",\"", "\", \"", StringComparison.Ordinal)),
        Text("payload-order", "a payload whose members are in another order", Reordered),
        Text("payload-escapes", "a payload with a needless escape", text => text.Replace("conformance", "conform\\u0061nce", StringComparison.Ordinal)),
        Text("payload-duplicate", "a payload with a member twice", text => $"{text[..^1]},\"type\":\"test\"}}"),
        Text("payload-byte-order-mark", "a payload that begins with a byte order mark", text => "\uFEFF" + text),
        ConformanceCase.NotStored("payload-not-utf8", "4.1", "a payload with bytes that are not UTF-8", Malformed, d => d.WritePayload = NotUtf8),
        ConformanceCase.NotStored("payload-too-deep", "9.2", $"a payload {DepthMax + 1} levels deep", Malformed, d => d.Payload["body"] = Deep(DepthMax)),
    ];

    private static IEnumerable<ConformanceCase> Members =>
    [
        .. MemberNames.Select(name =>
            ConformanceCase.NotStored($"{name}-missing", "4.1", $"a payload without {name}", Malformed, d => d.Payload.Remove(name))),
        ConformanceCase.NotStored("member-unknown", "4.1", "a payload with one more member", Malformed, d => d.Payload["priority"] = 1),
        ConformanceCase.NotStored("protocol-number", "4.2", "a protocol that is the number 1 instead of text", Malformed, d => d.Payload["protocol"] = 1),
        ConformanceCase.NotStored("from-small-letters", "4.4", "a from in small letters", MalformedOrNotGenuine, (side, d) => d.Payload["from"] = side.Target.Played.Code.ToLowerInvariant()),
        ConformanceCase.NotStored("registry-other-way-round", "4.5", "a registry whose codes are in the other order", Malformed, (side, d) => d.Payload["registry"] = $"{side.Registry[4..]}-{side.Registry[..3]}"),
        ConformanceCase.NotStored("type-not-text", "4.9", "a type that is a number", Malformed, d => d.Payload["type"] = 1),
        ConformanceCase.NotStored("id-not-version-7", "4.3", "an id that is a UUID of version 4", Malformed, d => d.Payload["id"] = "2f1c7e6a-3c0b-4b54-8a51-6a1d5d7c9e10"),
        ConformanceCase.NotStored("sequence-zero", "4.6", "sequence 0", Malformed, d => d.Payload["sequence"] = 0),
        ConformanceCase.NotStored("sequence-text", "4.6", "a sequence that is text", Malformed, d => d.Payload["sequence"] = $"{d.Payload["sequence"]}"),
        ConformanceCase.NotStored("previous-empty", "4.7", "an empty previous in a later message", OutOfChain, d => d.Payload["previous"] = ""),
        ConformanceCase.NotStored("previous-short", "4.7", "a previous of 42 characters", Malformed, d => d.Payload["previous"] = $"{d.Payload["previous"]}"[1..]),
        ConformanceCase.NotStored("instant-without-milliseconds", "4.12", "a sentAt without milliseconds", Malformed, d => d.Payload["sentAt"] = $"{$"{d.Payload["sentAt"]}"[..19]}Z"),
        ConformanceCase.NotStored("instant-with-offset", "4.12", "a sentAt with an offset", Malformed, d => d.Payload["sentAt"] = $"{$"{d.Payload["sentAt"]}"[..23]}+00:00"),
        ConformanceCase.NotStored("body-not-object", "4.10", "a body that is a list", Malformed, d => d.Payload["body"] = new JsonArray()),
        ConformanceCase.NotStored("protocol-unknown", "5.14", "protocol 99.0", Unprocessable, d => d.Payload["protocol"] = "99.0"),
        ConformanceCase.Recorded("same-instant", "4.8", "a message with the sentAt of the message before", side =>
        {
            var draft = side.NextTest();
            draft.Payload["sentAt"] = WireInstant.Format(side.Head.SentAt);
            return draft;
        }),
    ];

    private static IEnumerable<ConformanceCase> Addresses =>
    [
        ConformanceCase.NotStored("from-other", "5.6", "a message from a third Party, signed by the kit's key", NotGenuine, d => d.Payload["from"] = "ATA"),
        ConformanceCase.NotStored("from-receiver", "5.6", "a message in the name of the endpoint's own Party", NotGenuine, (side, d) =>
            (d.Payload["from"], d.Payload["to"]) = (side.Target.Tested.Code, side.Target.Played.Code)),
        ConformanceCase.NotStored("to-other", "5.5", "a message to a third Party", Malformed, d => d.Payload["to"] = "ATA"),
        ConformanceCase.NotStored("registry-other", "5.5", "a message that names another registry in its payload", Malformed, d => d.Payload["registry"] = "ATA-BVT"),
    ];

    private static ConformanceCase Text(string id, string sent, Func<string, string> write) => ConformanceCase.NotStored(
        id, "4.1", sent, Malformed, d => d.WritePayload = payload => Encoding.UTF8.GetBytes(write(Encoding.UTF8.GetString(DraftText.Canonical(payload)))));

    private static string Reordered(string canonical)
    {
        var payload = JsonNode.Parse(canonical)!.AsObject();
        return $"{{{string.Join(',', payload.Reverse().Select(member => $"\"{member.Key}\":{member.Value!.ToJsonString()}"))}}}";
    }

    private static byte[] NotUtf8(JsonObject payload)
    {
        var bytes = DraftText.Canonical(payload);
        bytes[Encoding.UTF8.GetString(bytes).IndexOf("conformance", StringComparison.Ordinal)] = 0xFF;
        return bytes;
    }

    private static JsonObject Deep(int levels)
    {
        var body = new JsonObject();
        for (var i = 1; i < levels; i++) body = new JsonObject { ["a"] = body };
        return body;
    }
}
