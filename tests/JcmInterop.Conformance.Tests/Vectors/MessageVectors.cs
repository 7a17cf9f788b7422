using System.Text;
using System.Text.Json.Nodes;
using JcmInterop.Conformance.Cases;
using JcmInterop.Conformance.Exchange;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Conformance.Tests.Vectors;

/// <summary>Messages from Japan to Thailand with the answer a receiver gives that has stored three messages before, each case by itself.</summary>
internal static class MessageVectors
{
    private static readonly List<SealedDraft> Inbox = Before();

    public static JsonObject File() => new()
    {
        ["now"] = WireInstant.Format(VectorWorld.Now),
        ["registry"] = $"{VectorWorld.Route.Registry}",
        ["from"] = VectorWorld.Route.From.Code,
        ["to"] = VectorWorld.Route.To.Code,
        ["pinned"] = new JsonArray([.. VectorWorld.Keys.Where(k => k.Party == VectorWorld.Route.From).Select(k => (JsonNode)k.Name)]),
        ["inbox"] = new JsonArray([.. Inbox.Select(m => new JsonObject { ["document"] = Encoding.ASCII.GetString(m.Bytes), ["hash"] = m.Hash.ToBase64Url(), ["payload"] = m.Payload.DeepClone() })]),
        ["cases"] = new JsonArray([.. Cases()]),
    };

    private static List<SealedDraft> Before()
    {
        var messages = new List<SealedDraft>();
        var head = DirectionHead.None;
        for (var i = 1; i <= 3; i++)
        {
            var draft = VectorWorld.Side($"before {i}", head).NextTest($"message {i}");
            draft.Payload["sentAt"] = WireInstant.Format(VectorWorld.Now.AddMinutes(i - 10));
            messages.Add(draft.Seal());
            head = messages[^1].Head;
        }

        return messages;
    }

    private static IEnumerable<JsonNode> Cases() => [.. Good(), .. BadDocuments(), .. BadSignatures(), .. BadPayloads(), .. OutOfOrder(), .. RefusedContent()];

    private static IEnumerable<JsonNode> Good() =>
    [
        Case("next", "5.7", 200, "recorded", _ => { }),
        Case("next-es256", "3.5", 200, "recorded", d => d.Signatures[0] = FixedEs256.Signature(VectorWorld.JapanP256, JwsTypes.Message)),
        Case("next-eddsa", "3.5", 200, "recorded", d => d.Header["alg"] = "EdDSA"),
        Case("next-two-signatures", "3.10", 200, "recorded", d => d.Signatures.Add(FixedEs256.Signature(VectorWorld.JapanP256, JwsTypes.Message))),
        Case("next-with-strange-signature", "3.11", 200, "recorded", d => d.Signatures.Add(new DraftSignature(VectorWorld.Stranger, JwsTypes.Message))),
        Case("same-instant", "4.8", 200, "recorded", d => d.Payload["sentAt"] = $"{Inbox[^1].Payload["sentAt"]}"),
        Case("slightly-ahead", "5.12", 200, "recorded", d => d.Payload["sentAt"] = WireInstant.Format(VectorWorld.Now.AddMinutes(5))),
        Bodied("authorization-notice", side => Offers.Draft(side, new AuthorizationNotice(Offers.Authorization(side, new AuthorizationId("VECTOR-1"))))),
        Bodied("transfer-proposal", side => Offers.Propose(side, Offers.Offer(side, Offers.NewId(side), new AuthorizationId("VECTOR-1")))),
        Repeated("repeated", 3, d => d),
        Repeated("repeated-old", 1, d => d),
        Repeated("repeated-signed-again", 3, d =>
        {
            d.Signatures[0] = FixedEs256.Signature(VectorWorld.JapanP256, JwsTypes.Message);
            return d;
        }),
    ];

    private static IEnumerable<JsonNode> BadDocuments() =>
    [
        Case("document-not-json", "3.1", 400, null, d => d.WriteDocument = _ => "{"u8.ToArray()),
        Case("document-empty", "3.1", 400, null, d => d.WriteDocument = _ => []),
        Case("document-extra-member", "3.1", 400, null, d => d.AfterSigning = j => j["extra"] = "x"),
        Case("document-flattened", "3.1", 400, null, d => d.WriteDocument = j => DraftText.Plain(new JsonObject
        {
            ["payload"] = j["payload"]!.DeepClone(), ["protected"] = First(j)["protected"]!.DeepClone(), ["signature"] = First(j)["signature"]!.DeepClone(),
        })),
        Case("base64url-padded", "3.3", 400, null, d => d.AfterSigning = j => First(j)["signature"] += "=="),
        Case("five-signatures", "3.2", 400, null, d =>
        {
            for (var i = 0; i < 4; i++) d.Signatures.Add(new DraftSignature(VectorWorld.Stranger, JwsTypes.Message));
        }),
        Case("signatures-none", "3.2", 403, null, d => d.Signatures.Clear()),
        Case("header-unprotected", "3.8", 400, null, d => d.AfterSigning = j => First(j)["header"] = new JsonObject { ["x"] = 1 }),
    ];

    private static IEnumerable<JsonNode> BadSignatures() =>
    [
        Case("alg-none", "3.8", 403, null, d => (d.Header["alg"], d.Signatures[0].Sign) = ("none", _ => [])),
        Case("alg-unknown", "3.8", 400, null, d => d.Header["alg"] = "RS256"),
        Case("typ-receipt", "3.7", 400, null, d => d.Header["typ"] = JwsTypes.Receipt),
        Case("header-jwk", "3.8", 400, null, d => d.Header["jwk"] = JsonNode.Parse(VectorWorld.Japan.Public.PublicJwk)),
        Case("header-crit", "3.8", 400, null, d => d.Header["crit"] = new JsonArray("exp")),
        Case("signature-altered", "3.9", 403, null, d => d.Signatures[0].Sign = input => Altered(VectorWorld.Japan.Sign(input))),
        Case("signature-altered-es256", "3.9", 403, null, d =>
        {
            d.Signatures[0] = FixedEs256.Signature(VectorWorld.JapanP256, JwsTypes.Message);
            d.Signatures[0].Sign = input => Altered(FixedEs256.Sign(VectorWorld.JapanP256, input));
        }),
        Case("payload-altered", "3.9", 403, null, d => d.AfterSigning = j => j["payload"] = DraftText.Base64Url(DraftText.Canonical(WithBody(d.Payload, "changed")))),
        Case("key-unknown", "3.9", 403, null, d => d.Signatures[0] = new DraftSignature(VectorWorld.Stranger, JwsTypes.Message)),
        Case("key-claimed", "3.9", 403, null, d => d.Signatures[0].Sign = input => VectorWorld.Stranger.Sign(input)),
        Case("key-ended", "3.9", 403, null, d => d.Signatures[0] = new DraftSignature(VectorWorld.JapanEnded, JwsTypes.Message)),
        Case("key-not-yet-valid", "3.9", 403, null, d => d.Signatures[0] = new DraftSignature(VectorWorld.JapanLater, JwsTypes.Message)),
        Case("second-signature-wrong", "3.10", 403, null, d =>
        {
            d.Signatures.Add(FixedEs256.Signature(VectorWorld.JapanP256, JwsTypes.Message));
            d.Signatures[1].Sign = input => Altered(FixedEs256.Sign(VectorWorld.JapanP256, input));
        }),
    ];

    private static IEnumerable<JsonNode> BadPayloads() =>
    [
        Case("payload-spaces", "4.1", 400, null, d => d.WritePayload = p => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(DraftText.Canonical(p)).Replace("\",\"", "\", \"", StringComparison.Ordinal))),
        Case("payload-duplicate", "4.1", 400, null, d => d.WritePayload = p => [.. DraftText.Canonical(p)[..^1], .. ",\"type\":\"test\"}"u8]),
        Case("payload-byte-order-mark", "4.1", 400, null, d => d.WritePayload = p => [0xEF, 0xBB, 0xBF, .. DraftText.Canonical(p)]),
        Case("member-unknown", "4.1", 400, null, d => d.Payload["priority"] = 1),
        Case("member-missing", "4.1", 400, null, d => d.Payload.Remove("sentAt")),
        Case("id-not-version-7", "4.3", 400, null, d => d.Payload["id"] = "2f1c7e6a-3c0b-4b54-8a51-6a1d5d7c9e10"),
        Case("sequence-text", "4.6", 400, null, d => d.Payload["sequence"] = "4"),
        Case("instant-with-offset", "4.12", 400, null, d => d.Payload["sentAt"] = "2026-04-01T12:00:00.000+00:00"),
        Case("from-other", "5.6", 403, null, d => d.Payload["from"] = "ATA"),
        Case("to-other", "5.5", 400, null, d => d.Payload["to"] = "ATA"),
        Case("registry-other", "5.5", 400, null, d => d.Payload["registry"] = "ATA-BVT"),
        Case("protocol-unknown", "5.14", 422, null, d => d.Payload["protocol"] = "99.0"),
    ];

    private static IEnumerable<JsonNode> OutOfOrder() =>
    [
        Case("gap", "5.10", 409, null, d => d.Payload["sequence"] = 5),
        Case("altered-same-id-and-sequence", "5.9", 409, null, d =>
        {
            foreach (var member in new[] { "id", "sequence", "previous" }) d.Payload[member] = Inbox[^1].Payload[member]!.DeepClone();
        }),
        Case("altered-known-sequence", "5.9", 409, null, d =>
        {
            foreach (var member in new[] { "sequence", "previous" }) d.Payload[member] = Inbox[^1].Payload[member]!.DeepClone();
        }),
        Case("altered-known-id", "5.9", 409, null, d => d.Payload["id"] = Inbox[0].Id),
        Case("fork", "5.11", 409, null, d => d.Payload["previous"] = Digest.Of("another past"u8).ToBase64Url()),
        Case("future", "5.12", 422, null, d => d.Payload["sentAt"] = WireInstant.Format(VectorWorld.Now.AddMinutes(5).AddMilliseconds(1))),
        Case("backwards", "5.13", 422, null, d => d.Payload["sentAt"] = WireInstant.Format(Inbox[^1].Head.SentAt.AddMilliseconds(-1))),
    ];

    private static IEnumerable<JsonNode> RefusedContent() =>
    [
        Case("type-unknown", "5.15", 200, "refused", d => d.Payload["type"] = "vector-unknown"),
        Case("body-member-unknown", "5.16", 200, "refused", d => d.Payload["body"]!["more"] = 1),
        Case("body-member-missing", "5.16", 200, "refused", d => d.Payload["body"] = new JsonObject()),
        Case("body-member-null", "5.16", 200, "refused", d => d.Payload["body"]!["text"] = null),
        Case("text-too-long", "9.13", 200, "refused", d => d.Payload["body"]!["text"] = new string('x', 1_001)),
    ];

    private static JsonObject Case(string id, string clause, int status, string? outcome, Action<Draft> change)
    {
        var draft = VectorWorld.Side(id, Inbox[^1].Head).NextTest(id);
        change(draft);
        return Case(id, clause, status, outcome, isRepetition: false, draft.Seal());
    }

    private static JsonObject Bodied(string type, Func<KitSide, Draft> make) =>
        Case($"body-{type}", "5.7", 200, "recorded", isRepetition: false, make(VectorWorld.Side(type, Inbox[^1].Head)).Seal());

    private static JsonObject Repeated(string id, int number, Func<Draft, Draft> change) =>
        Case(id, "5.8", 200, "recorded", isRepetition: true, change(new Draft(Inbox[number - 1].Payload.DeepClone().AsObject(), VectorWorld.Japan)).Seal());

    private static JsonObject Case(string id, string clause, int status, string? outcome, bool isRepetition, SealedDraft message) => new()
    {
        ["id"] = id,
        ["clause"] = clause,
        ["document"] = Encoding.ASCII.GetString(message.Bytes),
        ["hash"] = status == 200 ? message.Hash.ToBase64Url() : null,
        ["expected"] = new JsonObject
        {
            ["status"] = status, ["outcome"] = outcome, ["repetition"] = isRepetition, ["expectedSequence"] = id == "gap" ? 4 : null,
        },
    };

    private static JsonObject First(JsonObject document) => document["signatures"]!.AsArray()[0]!.AsObject();

    private static JsonObject WithBody(JsonObject payload, string text)
    {
        var changed = payload.DeepClone().AsObject();
        changed["body"] = new JsonObject { ["text"] = text };
        return changed;
    }

    private static byte[] Altered(byte[] signature)
    {
        signature[signature.Length / 2] ^= 1;
        return signature;
    }
}
