using System.Text;
using System.Text.Json.Nodes;
using JcmInterop.Conformance.Exchange;
using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Conformance.Tests.Vectors;

/// <summary>Checkpoints of Japan's log as Thailand judges them, and cosignatures by Japan of a checkpoint that Thailand stated.</summary>
internal static class CheckpointVectors
{
    private const int Seen = 3;
    private const int Rows = 7;
    private static readonly DateTimeOffset At = VectorWorld.Now;
    private static readonly MerkleTree Tree = Grown("row");
    private static readonly MerkleTree Other = Grown("other");

    public static JsonObject File() => new()
    {
        ["now"] = WireInstant.Format(VectorWorld.Now),
        ["registry"] = $"{VectorWorld.Route.Registry}",
        ["party"] = VectorWorld.Route.From.Code,
        ["receiver"] = VectorWorld.Route.To.Code,
        ["witness"] = "thailand-ed25519",
        ["seen"] = new JsonObject { ["treeSize"] = Seen, ["root"] = Tree.Root(Seen).ToBase64Url() },
        ["cases"] = new JsonArray([.. Checkpoints()]),
        ["stated"] = Json(Stated()),
        ["cosignatures"] = new JsonArray([.. Cosignatures()]),
    };

    private static IEnumerable<JsonNode> Checkpoints() =>
    [
        Case("continues", "14.16", "recorded", Body(Signed(Rows), Seen, Tree.Consistency(Seen, Rows))),
        Case("same", "14.12", "recorded", Body(Signed(Seen), Seen, [])),
        Case("other-root", "14.13", "alarm", Body(Signed(Seen, root: Other.Root(Seen)), Seen, [])),
        Case("smaller", "14.13", "alarm", Body(Signed(Seen - 1), Seen - 1, [])),
        Case("wrong-start", "14.14", "refused", Body(Signed(Rows), Seen - 1, Tree.Consistency(Seen - 1, Rows))),
        Case("from-nothing", "14.14", "refused", Body(Signed(Rows), 0, [])),
        Case("another-log", "14.15", "alarm", Body(Signed(Rows, root: Other.Root(Rows)), Seen, Other.Consistency(Seen, Rows))),
        Case("proof-of-another", "14.15", "alarm", Body(Signed(Rows), Seen, Tree.Consistency(Seen, Rows - 1))),
        Case("proof-missing", "14.15", "alarm", Body(Signed(Rows), Seen, [])),
        Case("proof-too-long", "9.19", "refused", Body(Signed(Rows), Seen, [.. Enumerable.Range(0, 65).Select(i => Digest.Of([(byte)i]))])),
        Case("strange-key", "14.11", "refused", Body(Signed(Rows, key: VectorWorld.Stranger), Seen, Tree.Consistency(Seen, Rows))),
        Case("ended-key", "14.11", "refused", Body(Signed(Rows, key: VectorWorld.JapanEnded), Seen, Tree.Consistency(Seen, Rows))),
        Case("other-registry", "14.11", "refused", Body(Signed(Rows, registry: new BilateralRegistryId(PartyCode.Japan, new PartyCode("MNG"))), Seen, Tree.Consistency(Seen, Rows))),
        Case("log-of-receiver", "14.11", "refused", Body(Signed(Rows, party: VectorWorld.Thailand), Seen, Tree.Consistency(Seen, Rows))),
        Case("ahead", "14.11", "refused", Body(Signed(Rows, at: At.AddMinutes(5).AddMilliseconds(1)), Seen, Tree.Consistency(Seen, Rows))),
        Case("slightly-ahead", "14.11", "recorded", Body(Signed(Rows, at: At.AddMinutes(5)), Seen, Tree.Consistency(Seen, Rows))),
        Case("signed-as-message", "14.8", "refused", Body(Anew(JwsTypes.Message, _ => { }), Seen, Tree.Consistency(Seen, Rows))),
        Case("member-unknown", "14.8", "refused", Body(Anew(JwsTypes.Checkpoint, payload => payload["more"] = 1), Seen, Tree.Consistency(Seen, Rows))),
        Case("altered", "14.11", "refused", Body(Signed(Rows) with { Payload = Signed(Rows - 1).Payload }, Seen, Tree.Consistency(Seen, Rows))),
        Case("four-signatures", "9.20", "refused", Body(Text(SignedCheckpoint.Sign(Statement(), VectorWorld.Japan, VectorWorld.Stranger, VectorWorld.JapanLater, VectorWorld.JapanEnded)), Seen, Tree.Consistency(Seen, Rows))),
    ];

    private static IEnumerable<JsonNode> Cosignatures()
    {
        var stated = Stated();
        var cosigned = Cosigned(VectorWorld.Japan);
        yield return Cosignature("cosigned", "14.18", "recorded", cosigned);
        yield return Cosignature("not-cosigned", "14.19", "refused", stated);
        yield return Cosignature("by-stranger", "14.19", "refused", Cosigned(VectorWorld.Stranger));
        yield return Cosignature("witness-alone", "14.19", "refused", cosigned with { Signatures = [cosigned.Signatures[^1]] });
        yield return Cosignature("own-signature-altered", "14.19", "refused", cosigned with { Signatures = [Signed(Rows).Signatures[0], cosigned.Signatures[^1]] });
        yield return Cosignature("witness-signature-altered", "14.19", "refused", cosigned with { Signatures = [cosigned.Signatures[0], cosigned.Signatures[^1] with { Signature = cosigned.Signatures[0].Signature }] });
        yield return Cosignature("other-payload", "14.19", "refused", cosigned with { Payload = Signed(Rows).Payload });
    }

    private static SignedText Stated() => Text(SignedCheckpoint.Sign(Statement() with { Party = VectorWorld.Thailand }, VectorWorld.ThailandKey));

    private static SignedText Cosigned(SigningKey witness) => Text(SignedCheckpoint.Sign(Statement() with { Party = VectorWorld.Thailand }, VectorWorld.ThailandKey).Cosign(witness));

    private static Checkpoint Statement() => new(PartyCode.Japan, VectorWorld.Route.Registry, Rows, Tree.Root(Rows), At);

    private static SignedText Signed(
        long rows, Digest? root = null, BilateralRegistryId? registry = null, PartyCode? party = null, DateTimeOffset? at = null, SigningKey? key = null) =>
        Text(SignedCheckpoint.Sign(
            new Checkpoint(party ?? PartyCode.Japan, registry ?? VectorWorld.Route.Registry, rows, root ?? Tree.Root(rows), at ?? At), key ?? VectorWorld.Japan));

    private static SignedText Anew(string type, Action<JsonObject> change)
    {
        var payload = JsonNode.Parse(DraftText.Decoded(Signed(Rows).Payload))!.AsObject();
        change(payload);
        var text = DraftText.Base64Url(DraftText.Canonical(payload));
        var signature = new DraftSignature(VectorWorld.Japan, type).Over(text);
        return new SignedText(text, [new SignatureText($"{signature["protected"]}", $"{signature["signature"]}")]);
    }

    private static JsonObject Case(string id, string clause, string expected, JsonObject body) => new() { ["id"] = id, ["clause"] = clause, ["body"] = body, ["expected"] = expected };

    private static JsonObject Cosignature(string id, string clause, string expected, SignedText text) => new()
    {
        ["id"] = id, ["clause"] = clause, ["checkpoint"] = Json(text), ["expected"] = expected,
    };

    private static JsonObject Body(SignedText checkpoint, long earlier, IReadOnlyList<Digest> proof) => new()
    {
        ["checkpoint"] = Json(checkpoint), ["earlierTreeSize"] = earlier, ["consistency"] = new JsonArray([.. proof.Select(hash => (JsonNode)hash.ToBase64Url())]),
    };

    private static JsonNode Json(SignedText text) => JsonNode.Parse(CheckpointTexts.Bytes(text).Span)!;

    private static SignedText Text(SignedCheckpoint signed) => CheckpointTexts.Record(signed, CheckpointStage.Stated).Document;

    private static MerkleTree Grown(string word)
    {
        var tree = new MerkleTree();
        for (var i = 0; i < Rows; i++) tree.AppendLeaf(MerkleHash.Leaf(Digest.Of(Encoding.UTF8.GetBytes($"{word} {i}"))));
        return tree;
    }
}
