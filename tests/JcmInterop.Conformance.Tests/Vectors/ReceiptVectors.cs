using System.Text;
using System.Text.Json.Nodes;
using JcmInterop.Conformance.Exchange;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Conformance.Tests.Vectors;

/// <summary>Receipts by Thailand for one message of Japan's: which of them its sender takes.</summary>
internal static class ReceiptVectors
{
    private static readonly SealedDraft Message = VectorWorld.Side("receipted", DirectionHead.None).NextTest("receipted").Seal();

    public static JsonObject File() => new()
    {
        ["now"] = WireInstant.Format(VectorWorld.Now),
        ["message"] = Encoding.ASCII.GetString(Message.Bytes),
        ["messageHash"] = Message.Hash.ToBase64Url(),
        ["pinned"] = new JsonArray("thailand-ed25519"),
        ["cases"] = new JsonArray([.. Cases()]),
    };

    private static IEnumerable<JsonNode> Cases() =>
    [
        Case("recorded", "6.2", "accepted", _ => { }),
        Case("refused", "6.2", "accepted", d => (d.Payload["outcome"], d.Payload["refusal"]) = ("refused", Refusal())),
        Case("earlier", "6.4", "accepted", d => d.Payload["receivedAt"] = WireInstant.Format(VectorWorld.Now.AddDays(-20))),
        Case("clock-ahead", "6.4", "accepted", d => d.Payload["receivedAt"] = WireInstant.Format(VectorWorld.Now.AddHours(1))),
        Case("before-key", "6.4", "refused", d => d.Payload["receivedAt"] = "2025-06-01T00:00:00.000Z"),
        Case("other-hash", "6.4", "refused", d => d.Payload["messageHash"] = Digest.Of("other"u8).ToBase64Url()),
        Case("other-id", "6.4", "refused", d => d.Payload["messageId"] = "01000000-0000-7000-8000-000000000000"),
        Case("other-sequence", "6.4", "refused", d => d.Payload["sequence"] = 2),
        Case("other-registry", "6.4", "refused", d => d.Payload["registry"] = "ATA-BVT"),
        Case("from-sender", "6.4", "refused", d => (d.Payload["from"], d.Payload["to"]) = ("JPN", "THA")),
        Case("key-unknown", "3.9", "refused", d => d.Signatures[0] = new DraftSignature(VectorWorld.Stranger, JwsTypes.Receipt)),
        Case("signature-altered", "3.9", "refused", d => d.Signatures[0].Sign = input => VectorWorld.Stranger.Sign(input)),
        Case("signed-as-message", "3.7", "refused", d => d.Header["typ"] = JwsTypes.Message),
        Case("member-unknown", "6.1", "refused", d => d.Payload["more"] = 1),
        Case("member-missing", "6.1", "refused", d => d.Payload.Remove("receivedAt")),
        Case("not-canonical", "6.1", "refused", d => d.WritePayload = p => [.. " "u8, .. DraftText.Canonical(p)]),
        Case("recorded-with-refusal", "6.2", "refused", d => d.Payload["refusal"] = Refusal()),
        Case("refused-without-refusal", "6.2", "refused", d => d.Payload["outcome"] = "refused"),
        Case("outcome-unknown", "6.2", "refused", d => d.Payload["outcome"] = "postponed"),
        Case("rule-zero", "6.3", "refused", d =>
        {
            var refusal = Refusal();
            refusal["rule"] = 0;
            (d.Payload["outcome"], d.Payload["refusal"]) = ("refused", refusal);
        }),
        Case("protocol-unknown", "6.1", "refused", d => d.Payload["protocol"] = "99.0"),
    ];

    private static JsonObject Case(string id, string clause, string expected, Action<Draft> change)
    {
        var draft = new Draft(
            new JsonObject
            {
                ["protocol"] = PartnerEnvelope.ProtocolVersion,
                ["messageId"] = Message.Id,
                ["messageHash"] = Message.Hash.ToBase64Url(),
                ["from"] = "THA",
                ["to"] = "JPN",
                ["registry"] = "JPN-THA",
                ["sequence"] = 1,
                ["receivedAt"] = WireInstant.Format(VectorWorld.Now),
                ["outcome"] = "recorded",
                ["refusal"] = null,
            },
            VectorWorld.ThailandKey);
        draft.Signatures[0] = new DraftSignature(VectorWorld.ThailandKey, JwsTypes.Receipt);
        change(draft);
        return new JsonObject { ["id"] = id, ["clause"] = clause, ["document"] = Encoding.ASCII.GetString(draft.Seal().Bytes), ["expected"] = expected };
    }

    private static JsonObject Refusal() => new()
    {
        ["rule"] = 9023,
        ["english"] = "The message type 'x' is not known here.",
        ["japanese"] = "メッセージ種別 'x' には対応していません。",
        ["citation"] = "protocol: message types",
        ["remedyEnglish"] = "Use a message type both sides know.",
        ["remedyJapanese"] = "双方が対応する種別を使ってください。",
    };
}
