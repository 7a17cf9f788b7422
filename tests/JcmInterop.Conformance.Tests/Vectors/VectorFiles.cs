using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace JcmInterop.Conformance.Tests.Vectors;

/// <summary>The files of <c>contracts/vectors</c>, made anew.</summary>
internal static class VectorFiles
{
    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Name, string Says, Func<JsonObject> Make)[] Kinds =
    [
        ("keys.json", "Keys that all other files use, with their private parts: for tests only. Cases: keys a node refuses to pin.", KeyVectors.File),
        ("canonical.json", "JSON texts with their canonical form (RFC 8785) and its SHA-256, or refused.", CanonicalVectors.File),
        ("messages.json", "Signed messages, each sent to a receiver at the time 'now' that has stored the messages of 'inbox' and nothing else.", MessageVectors.File),
        ("receipts.json", "Signed receipts for the message of the file, as its sender judges them at the time 'now'.", ReceiptVectors.File),
        ("proofs.json", "Merkle proofs (RFC 6962). A leaf hash is SHA-256 over a zero byte and the SHA-256 of the row.", ProofVectors.File),
        ("checkpoints.json", "Checkpoints as their receiver judges them that has cosigned the one in 'seen', and cosignatures of the checkpoint in 'stated'.", CheckpointVectors.File),
        ("rows.json", "Rows of logs that name a message or its receipt, each proven against a checkpoint of a log of one row.", RowVectors.File),
    ];

    /// <summary>The files by name.</summary>
    public static IReadOnlyDictionary<string, string> All()
    {
        var files = Kinds.ToDictionary(k => k.Name, k => Text(k.Make()), StringComparer.Ordinal);
        files.Add("index.json", Text(new JsonObject
        {
            ["format"] = "jcm-vectors",
            ["version"] = 1,
            ["protocol"] = "1.0",
            ["files"] = new JsonArray([.. Kinds.Select(k => new JsonObject { ["file"] = k.Name, ["says"] = k.Says })]),
        }));
        return files;
    }

    private static string Text(JsonObject json) => json.ToJsonString(Form) + "\n";
}
