using System.Text.Json.Nodes;
using JcmInterop.Conformance.Exchange;
using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Conformance.Cases;

/// <summary>Section 14: the kit states checkpoints of an invented log, right ones and such that hide, change or forget something. An endpoint without checkpoints refuses them all.</summary>
/// <remarks>They build on the checkpoint the endpoint cosigned last, so they stand and are played in this order.</remarks>
internal sealed class CheckpointCases(SigningKey stranger)
{
    private const string Notice = "checkpoint";
    private const int Growth = 4;
    private const int HashesMax = 64;
    private static readonly TimeSpan TooFarAhead = TimeSpan.FromMinutes(11);

    private long shown;

    public IEnumerable<ConformanceCase> All =>
    [
        ConformanceCase.Fitting("checkpoint", "14.16", "a checkpoint that continues the one before, with its proof", Notice, Grown, side => side.Log.Cosigned = shown),
        ConformanceCase.Fitting("checkpoint-again", "14.12", "the same checkpoint again", Notice, side => Notify(side, Signed(side, shown), shown, [])),
        ConformanceCase.Refused("checkpoint-other-root", "14.13", "a checkpoint of the same length with another root", side => Notify(side, Signed(side, shown, root: Digest.Of("another log"u8)), shown, [])),
        ConformanceCase.Refused("checkpoint-smaller", "14.13", "a checkpoint of fewer rows", side => Notify(side, Signed(side, shown - 1), shown - 1, [])),
        ConformanceCase.Refused("checkpoint-wrong-start", "14.14", "a longer checkpoint whose proof begins at another one than the last", side =>
            Notify(side, Signed(side, shown + Growth), shown - 1, side.Log.Consistency(shown - 1, shown + Growth))),
        ConformanceCase.Refused("checkpoint-wrong-proof", "14.15", "a longer checkpoint of another log, with a proof that does not hold", side =>
            Notify(side, Signed(side, shown + Growth, root: Digest.Of("another log"u8)), shown, side.Log.Consistency(shown, shown + Growth))),
        ConformanceCase.Refused("checkpoint-no-proof", "14.15", "a longer checkpoint without a proof", side => Notify(side, Signed(side, shown + Growth), shown, [])),
        ConformanceCase.Refused("checkpoint-by-stranger", "14.11", "a checkpoint signed by a key that is not pinned", side =>
            Notify(side, Signed(side, shown + Growth, key: stranger), shown, side.Log.Consistency(shown, shown + Growth))),
        ConformanceCase.Refused("checkpoint-other-registry", "14.11", "a checkpoint of the log of another registry", side =>
            Notify(side, Signed(side, shown + Growth, registry: new BilateralRegistryId(side.Target.Played, new PartyCode("ATA"))), shown, side.Log.Consistency(shown, shown + Growth))),
        ConformanceCase.Refused("checkpoint-ahead", "14.11", "a checkpoint stated eleven minutes ahead of the clock", side =>
            Notify(side, Signed(side, shown + Growth, ahead: TooFarAhead), shown, side.Log.Consistency(shown, shown + Growth))),
        ConformanceCase.Refused("checkpoint-signed-as-message", "14.8", "a checkpoint whose signature has the typ of a message", side =>
            Notify(side, AsMessage(side, shown + Growth), shown, side.Log.Consistency(shown, shown + Growth))),
        ConformanceCase.Refused("checkpoint-member-unknown", "14.8", "a checkpoint with one more member", side => Notify(side, WithMember(side, shown + Growth), shown, side.Log.Consistency(shown, shown + Growth))),
        ConformanceCase.Refused("proof-too-long", "9.19", $"a checkpoint with a proof of {HashesMax + 1} hashes", side =>
            Notify(side, Signed(side, shown + Growth), shown, [.. Enumerable.Range(0, HashesMax + 1).Select(i => Digest.Of([(byte)i]))])),
        ConformanceCase.Refused("checkpoint-signatures-too-many", "9.20", "a checkpoint with four signatures", side =>
            Notify(side, Signed(side, shown + Growth, side.Target.Key, stranger, stranger, stranger), shown, side.Log.Consistency(shown, shown + Growth))),
        ConformanceCase.Refused("cosignature-of-nothing", "14.19", "a cosignature of a checkpoint that the endpoint has not stated", side =>
            Offers.Draft(side, new CheckpointCosignature(Document(SignedCheckpoint.Sign(Statement(side, shown + Growth), stranger).Cosign(side.Target.Key))))),
        ConformanceCase.Fitting("checkpoint-after-alarms", "14.9", "a right longer checkpoint, after the wrong ones", Notice, Grown, side => side.Log.Cosigned = shown),
    ];

    /// <summary>A right checkpoint of four more rows, and its length.</summary>
    public static (Draft Draft, SignedText Checkpoint, long Rows) Next(KitSide side)
    {
        var rows = side.Log.Cosigned + Growth;
        var checkpoint = Signed(side, rows);
        return (Notify(side, checkpoint, side.Log.Cosigned, side.Log.Consistency(side.Log.Cosigned, rows)), checkpoint, rows);
    }

    /// <summary>A checkpoint of another log that claims to continue the kit's.</summary>
    public static Draft Forked(KitSide side) =>
        Notify(side, Signed(side, side.Log.Cosigned + Growth, root: Digest.Of("another log"u8)), side.Log.Cosigned, side.Log.Consistency(side.Log.Cosigned, side.Log.Cosigned + Growth));

    private Draft Grown(KitSide side)
    {
        var (draft, _, rows) = Next(side);
        shown = rows;
        return draft;
    }

    private static Draft Notify(KitSide side, SignedText checkpoint, long earlier, IReadOnlyList<Digest> proof) =>
        Offers.Draft(side, new CheckpointNotice(checkpoint, earlier, [.. proof.Select(hash => hash.ToBase64Url())]));

    private static SignedText Signed(KitSide side, long rows, params IReadOnlyList<SigningKey> keys) =>
        Document(SignedCheckpoint.Sign(Statement(side, rows), keys.Count == 0 ? [side.Target.Key] : keys));

    private static SignedText Signed(KitSide side, long rows, Digest? root = null, BilateralRegistryId? registry = null, TimeSpan ahead = default, SigningKey? key = null)
    {
        var statement = Statement(side, rows);
        return Document(SignedCheckpoint.Sign(
            statement with { Root = root ?? statement.Root, Registry = registry ?? statement.Registry, At = WireInstant.Truncate(statement.At + ahead) }, key ?? side.Target.Key));
    }

    private static Checkpoint Statement(KitSide side, long rows) =>
        new(side.Target.Played, side.Target.Outgoing.Registry, rows, side.Log.Root(rows), WireInstant.Truncate(side.Now));

    private static SignedText AsMessage(KitSide side, long rows) => Anew(side, rows, JwsTypes.Message, _ => { });

    private static SignedText WithMember(KitSide side, long rows) => Anew(side, rows, JwsTypes.Checkpoint, payload => payload["more"] = 1);

    private static SignedText Anew(KitSide side, long rows, string type, Action<JsonObject> change)
    {
        var payload = JsonNode.Parse(DraftText.Decoded(Signed(side, rows).Payload))!.AsObject();
        change(payload);
        var text = DraftText.Base64Url(DraftText.Canonical(payload));
        var signature = new DraftSignature(side.Target.Key, type).Over(text);
        return new SignedText(text, [new SignatureText($"{signature["protected"]}", $"{signature["signature"]}")]);
    }

    private static SignedText Document(SignedCheckpoint signed) => CheckpointTexts.Record(signed, CheckpointStage.Stated).Document;
}
