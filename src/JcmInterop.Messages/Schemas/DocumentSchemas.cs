using System.Text.Json.Nodes;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Verification;

namespace JcmInterop.Messages.Schemas;

/// <summary>The schemas of the signed documents and of the files around them, whose members are read one by one.</summary>
internal static class DocumentSchemas
{
    private const string Base64UrlPattern = "^[0-9A-Za-z_-]*$";

    public static JsonObject SignedDocument() => Object(
        "A signed document: JWS in the general JSON serialization of RFC 7515.",
        ("payload", WireSchema.Text(Base64UrlPattern, "The canonical JSON of the content, base64url.")),
        ("signatures", List(
            Object(
                "One signature over protected header and payload.",
                ("protected", WireSchema.Text(Base64UrlPattern, "A JSON object with exactly alg, kid and typ, base64url.")),
                ("signature", WireSchema.Text(Base64UrlPattern, "The signature, base64url."))),
            least: 1,
            most: Jws.SignaturesMax)));

    public static JsonObject Envelope() => Object(
        "The content of one message between two nodes, in the canonical form of RFC 8785.",
        ("protocol", new JsonObject { ["const"] = PartnerEnvelope.ProtocolVersion }),
        ("id", MessageId("Id of the message: a UUID of version 7, never used twice.")),
        ("from", Value<PartyCode>("The side that sends.")),
        ("to", Value<PartyCode>("The side that receives.")),
        ("registry", Value<BilateralRegistryId>("The bilateral registry it is about.")),
        ("sequence", WireSchema.Number(1, PartnerEnvelope.SequenceMax, "Number in its direction, from 1 without gaps.")),
        ("previous", HashOrEmpty("SHA-256 over the payload of the message before in the same direction; empty for the first.")),
        ("sentAt", Value<DateTimeOffset>("When it was signed; never before the message before.")),
        ("type", WireSchema.Text($"^[a-z][0-9a-z-]{{0,{PartnerEnvelope.TypeLengthMax - 1}}}$", "The message type; the body has the schema of that name.")),
        ("body", new JsonObject { ["type"] = "object", ["description"] = "The body, in the form of its type." }));

    public static JsonObject Receipt()
    {
        var schema = Object(
            "The signed answer to one message, in the canonical form of RFC 8785.",
            ("protocol", new JsonObject { ["const"] = PartnerEnvelope.ProtocolVersion }),
            ("messageId", MessageId("Id of the message.")),
            ("messageHash", Value<Digest>("SHA-256 over the payload of the message.")),
            ("from", Value<PartyCode>("The receiver of the message, who signs.")),
            ("to", Value<PartyCode>("The sender of the message.")),
            ("registry", Value<BilateralRegistryId>("The bilateral registry.")),
            ("sequence", WireSchema.Number(1, PartnerEnvelope.SequenceMax, "Number of the message in its direction.")),
            ("receivedAt", Value<DateTimeOffset>("When the receiver recorded the message.")),
            ("outcome", WireSchema.Names(["recorded", "refused"])),
            ("refusal", new JsonObject { ["anyOf"] = new JsonArray(Refusal(), new JsonObject { ["type"] = "null" }) }));
        schema["if"] = new JsonObject { ["properties"] = new JsonObject { ["outcome"] = new JsonObject { ["const"] = "refused" } } };
        schema["then"] = new JsonObject { ["properties"] = new JsonObject { ["refusal"] = new JsonObject { ["type"] = "object" } } };
        schema["else"] = new JsonObject { ["properties"] = new JsonObject { ["refusal"] = new JsonObject { ["type"] = "null" } } };
        return schema;
    }

    public static JsonObject Checkpoint() => Object(
        "A side's statement of how long its journal is, in the canonical form of RFC 8785.",
        ("protocol", new JsonObject { ["const"] = PartnerEnvelope.ProtocolVersion }),
        ("party", Value<PartyCode>("The side whose journal it is.")),
        ("registry", Value<BilateralRegistryId>("The bilateral registry.")),
        ("treeSize", WireSchema.Number(0, PartnerEnvelope.SequenceMax, "Number of rows.")),
        ("root", Value<Digest>("Root of the Merkle tree over the rows, RFC 6962.")),
        ("at", Value<DateTimeOffset>("When it was stated.")));

    public static JsonObject KeySetFile() => new()
    {
        ["type"] = "object",
        ["description"] = "Public keys: a JSON Web Key Set whose keys also say whose they are and when they are valid.",
        ["properties"] = new JsonObject { ["keys"] = List(Key(), least: 0, KeySet.KeysMax) },
        ["required"] = new JsonArray("keys"),
    };

    public static JsonObject Evidence() => Object(
        "The evidence of one transfer: messages, receipts, keys and proofs. Verifies offline.",
        ("format", new JsonObject { ["const"] = EvidenceFile.Format }),
        ("version", new JsonObject { ["const"] = EvidenceFile.Version }),
        ("registry", Value<BilateralRegistryId>("The bilateral registry.")),
        ("about", new JsonObject { ["type"] = "string", ["minLength"] = 1, ["description"] = "What every message of the file names: the id of the transfer." }),
        ("exchanges", List(
            Object(
                "A message and its receipt.",
                ("message", SignedDocument()),
                ("receipt", new JsonObject { ["anyOf"] = new JsonArray(SignedDocument(), new JsonObject { ["type"] = "null" }) })),
            least: 1,
            EvidenceFile.PartsMax)),
        ("keys", List(Key(), least: 0, KeySet.KeysMax)),
        ("checkpoints", List(SignedDocument(), least: 0, EvidenceFile.PartsMax)),
        ("inclusions", List(
            Object(
                "A proof that the journal of the checkpoint's side holds a row that names the message.",
                ("exchange", WireSchema.Number(0, EvidenceFile.PartsMax, "Which exchange, from 0.")),
                ("checkpoint", WireSchema.Number(0, EvidenceFile.PartsMax, "Which checkpoint, from 0.")),
                ("index", WireSchema.Number(0, PartnerEnvelope.SequenceMax, "Place of the row in the journal, from 0.")),
                ("row", WireSchema.Text(Base64UrlPattern, "The bytes whose SHA-256 is the hash of the row, base64url. The leaf is SHA-256 of the byte 0 and that hash.")),
                ("path", List(Value<Digest>("A hash of the proof."), least: 0, Log.MerkleProofs.HashesMax))),
            least: 0,
            EvidenceFile.PartsMax)));

    /// <summary>An object with exactly some members, all present.</summary>
    private static JsonObject Object(string description, params (string Name, JsonNode Schema)[] members) => new()
    {
        ["type"] = "object",
        ["description"] = description,
        ["properties"] = new JsonObject(members.Select(m => KeyValuePair.Create(m.Name, (JsonNode?)m.Schema))),
        ["required"] = new JsonArray([.. members.Select(m => (JsonNode?)JsonValue.Create(m.Name))]),
        ["additionalProperties"] = false,
    };

    private static JsonObject Key() => new()
    {
        ["type"] = "object",
        ["description"] = "A public JSON Web Key of an Ed25519, P-256 or ML-DSA-65 key.",
        ["properties"] = new JsonObject
        {
            ["kty"] = WireSchema.Names([JoseNames.OctetKeyPair, JoseNames.EllipticCurve, JoseNames.AlgorithmKeyPair]),
            ["party"] = Value<PartyCode>("Whose key it is."),
            ["validFrom"] = Value<DateTimeOffset>("First instant of validity, included."),
            ["validTo"] = Value<DateTimeOffset>("End of validity, not included; absent while it is open."),
            ["d"] = false,
            ["priv"] = false,
        },
        ["required"] = new JsonArray("kty", "party", "validFrom"),
    };

    private static JsonObject Refusal() => Object(
        "Why the content of the message was refused.",
        ("rule", WireSchema.Number(1, int.MaxValue, "Number of the rule.")),
        ("english", Text("The sentence in English.")),
        ("japanese", Text("The sentence in Japanese.")),
        ("citation", Text("The paragraph or rule behind it.")),
        ("remedyEnglish", Text("What would succeed.")),
        ("remedyJapanese", Text("What would succeed, in Japanese.")));

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };

    private static JsonObject List(JsonObject items, int least, int most) => new() { ["type"] = "array", ["items"] = items, ["minItems"] = least, ["maxItems"] = most };

    private static JsonObject MessageId(string description) =>
        WireSchema.Text("^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", description);

    private static JsonObject HashOrEmpty(string description)
    {
        var schema = Value<Digest>(description);
        schema["pattern"] = $"^(?:{schema["pattern"]!.GetValue<string>().Trim('^', '$')})?$";
        return schema;
    }

    private static JsonObject Value<T>(string description)
    {
        var schema = ((ISchemaSource)WireConverters.All.Single(converter => converter.Type == typeof(T))).Schema();
        schema["description"] = description;
        return schema;
    }
}
