using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Messages.Log;

/// <summary>Verifies the checkpoints a partner shows and the cosignatures it gives.</summary>
public static class CheckpointWitness
{
    /// <summary>Verifies that a checkpoint of the partner is genuine and continues the one cosigned last, and cosigns it.</summary>
    /// <param name="notice">What the partner sent.</param>
    /// <param name="registry">The bilateral registry.</param>
    /// <param name="seen">The checkpoint of the partner that was cosigned last; nothing where there is none.</param>
    /// <param name="keys">The partner's keys.</param>
    /// <param name="witness">The key to cosign with.</param>
    /// <param name="now">The time here.</param>
    /// <param name="fault">Why it is not cosigned.</param>
    public static CheckpointRecord? Cosign(
        CheckpointNotice notice, BilateralRegistryId registry, CheckpointRecord? seen, PartnerKeyRing keys, SigningKey witness, DateTimeOffset now, out WireFault? fault)
    {
        fault = Bounds(notice.Checkpoint, SignedText.SignaturesMax - 1);
        if (fault is not null || !SignedCheckpoint.TryVerify(CheckpointTexts.Bytes(notice.Checkpoint), keys, now, out var signed, out fault)) return null;
        var checkpoint = signed!.Checkpoint;
        fault = checkpoint.Registry != registry
            ? WireRules.Fault(WireFaultKind.WrongRegistry, "/body/checkpoint/payload", checkpoint.Registry, registry)
            : checkpoint.At > now + IncomingMessages.ClockTolerance
                ? WireRules.Fault(WireFaultKind.SentInFuture, "/body/checkpoint/payload", WireInstant.Format(checkpoint.At), (long)IncomingMessages.ClockTolerance.TotalMinutes, WireInstant.Format(now))
                : Continuation(notice, checkpoint, seen);
        return fault is null ? CheckpointTexts.Record(signed.Cosign(witness), CheckpointStage.Witnessed) : null;
    }

    /// <summary>Verifies the partner's cosignature of a checkpoint of this side, the last one stated or an earlier one.</summary>
    /// <param name="cosignature">What the partner sent.</param>
    /// <param name="registry">The bilateral registry.</param>
    /// <param name="own">The present keys of this side: what they signed is this side's checkpoint.</param>
    /// <param name="stated">The checkpoint of this side that was stated last, by whatever key; nothing where there is none.</param>
    /// <param name="witnessed">The largest checkpoint of this side that is cosigned already; nothing where there is none.</param>
    /// <param name="keys">The partner's keys.</param>
    /// <param name="now">The time here.</param>
    /// <param name="fault">Why it is not taken.</param>
    /// <returns>The larger of the two checkpoints.</returns>
    public static CheckpointRecord? Cosigned(
        CheckpointCosignature cosignature, BilateralRegistryId registry, PartnerKeyRing own, CheckpointRecord? stated, CheckpointRecord? witnessed, PartnerKeyRing keys,
        DateTimeOffset now, out WireFault? fault)
    {
        fault = Bounds(cosignature.Checkpoint, SignedText.SignaturesMax);
        if (fault is not null) return null;
        var bytes = CheckpointTexts.Bytes(cosignature.Checkpoint);
        CheckpointRecord? cosigned = null;
        // Its key may have been rotated since it was stated.
        if (IsOf(cosignature.Checkpoint, stated)) cosigned = stated! with { Stage = CheckpointStage.Witnessed, Document = cosignature.Checkpoint };
        else if (SignedCheckpoint.TryVerify(bytes, own, now, out var signed, out _) && signed!.Checkpoint.Registry == registry)
            cosigned = CheckpointTexts.Record(signed, CheckpointStage.Witnessed);
        if (cosigned is null)
        {
            fault = WireRules.Fault(WireFaultKind.CosignatureUnknown, "/body/checkpoint");
            return null;
        }

        if (!Jws.TryRead(bytes, JwsTypes.Checkpoint, out var jws, out fault)) return null;
        fault = keys.Verify(jws!, now, out _);
        if (fault is not null) return null;
        return witnessed is not null && witnessed.TreeSize >= cosigned.TreeSize ? witnessed : cosigned;
    }

    private static bool IsOf(SignedText text, CheckpointRecord? stated) => stated is not null && text.Payload == stated.Document.Payload
        && text.Signatures.Length > stated.Document.Signatures.Length
        && text.Signatures.AsSpan()[..stated.Document.Signatures.Length].SequenceEqual(stated.Document.Signatures.AsSpan());

    private static WireFault? Continuation(CheckpointNotice notice, Checkpoint checkpoint, CheckpointRecord? seen)
    {
        var (earlier, earlierRoot) = seen is null ? (0L, MerkleHash.Empty) : (seen.TreeSize, RootOf(seen));
        var isSame = checkpoint.TreeSize == earlier && checkpoint.Root == earlierRoot;
        if (isSame) return null;
        if (checkpoint.TreeSize <= earlier) return Inconsistent(checkpoint, earlier);
        if (notice.EarlierTreeSize != earlier) return WireRules.Fault(WireFaultKind.ConsistencyStart, "/body/earlierTreeSize", notice.EarlierTreeSize, earlier);
        var path = new List<Digest>();
        foreach (var text in notice.Consistency)
        {
            if (path.Count == CheckpointNotice.HashesMax || !Digest.TryParse(text, out var hash)) return Inconsistent(checkpoint, earlier);
            path.Add(hash);
        }

        return MerkleProofs.IsConsistent(earlier, checkpoint.TreeSize, earlierRoot, checkpoint.Root, path) ? null : Inconsistent(checkpoint, earlier);
    }

    private static WireFault Inconsistent(Checkpoint checkpoint, long earlier) =>
        WireRules.Fault(WireFaultKind.CheckpointInconsistent, "/body/consistency", checkpoint.TreeSize, earlier);

    private static Digest RootOf(CheckpointRecord record) => Digest.TryParse(record.Root, out var root)
        ? root
        : throw new InvalidOperationException($"The root of the recorded checkpoint of {record.Party} is not a hash.");

    private static WireFault? Bounds(SignedText text, int signaturesMax)
    {
        var texts = text.Signatures.SelectMany(s => new[] { s.Protected, s.Signature }).Append(text.Payload);
        return text.Signatures.Length == 0 || text.Signatures.Length > signaturesMax || texts.Any(t => t.Length > SignedText.TextLengthMax)
            ? WireRules.Fault(WireFaultKind.NotJws, "/body/checkpoint", $"it has 1 to {signaturesMax} signatures, and no text longer than {SignedText.TextLengthMax} characters.")
            : null;
    }
}
