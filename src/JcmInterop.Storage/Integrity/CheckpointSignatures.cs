using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Verification;

namespace JcmInterop.Storage.Integrity;

/// <summary>Verifies the signatures of recorded checkpoints: of the side whose log it is, and of the other one where it is cosigned.</summary>
/// <param name="keys">The keys of both sides, those that have ended too.</param>
/// <param name="isComplete">Whether these are all keys; where they are not, a checkpoint without a known key is passed over.</param>
internal sealed class CheckpointSignatures(KeySet keys, bool isComplete)
{
    /// <summary>With the keys that a record itself names: those of its own side, and what the partner introduced since the beginning.</summary>
    public static CheckpointSignatures OfRecord(LedgerState state) => new(
        new KeySet(state.Keys.Values.GroupBy(key => key.Party).Select(party => new PartnerKeyRing(
            party.Key,
            party.Select(key => KeyMessages.Read(key.KeyId, key.PublicKey, out _) is { } read ? new PinnedKey(read, key.ValidFrom, key.ValidTo) : null).OfType<PinnedKey>()))),
        isComplete: false);

    /// <summary>Whose signature is missing or wrong; nothing where all are right.</summary>
    public PartyCode? Missing(CheckpointRecord checkpoint, BilateralRegistryId registry)
    {
        if (!Jws.TryRead(CheckpointTexts.Bytes(checkpoint.Document), JwsTypes.Checkpoint, out var jws, out _)) return checkpoint.Party;
        var witness = registry.CounterpartOf(checkpoint.Party);
        if (!IsSigned(jws!, checkpoint.Party, witness)) return checkpoint.Party;
        return checkpoint.Stage == CheckpointStage.Stated || IsSigned(jws!, witness, checkpoint.Party) ? null : witness;
    }

    // A signature that can be the Party's own by a key that is not known must at least not be one of the other side.
    private bool IsSigned(Jws jws, PartyCode party, PartyCode other)
    {
        var (ring, others) = (keys.Of(party), keys.Of(other));
        var known = jws.Signatures.Where(signature => ring.Find(signature.KeyId) is not null).ToList();
        return known.Count == 0 ? !isComplete && jws.Signatures.Any(signature => others.Find(signature.KeyId) is null) : known.TrueForAll(signature => jws.IsGenuine(signature, ring.Find(signature.KeyId)!.Key));
    }
}
