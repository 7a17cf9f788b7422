using System.Collections.Immutable;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Json;

namespace JcmInterop.Messages.Signatures;

/// <summary>The keys pinned for one Party. Immutable; a rotation makes a new ring with an overlap in which both keys are trusted.</summary>
public sealed class PartnerKeyRing
{
    private readonly ImmutableDictionary<string, PinnedKey> keys;

    /// <summary>Creates a ring.</summary>
    /// <param name="party">Whose keys they are.</param>
    /// <param name="keys">The keys, those that have ended too: they verify documents from their time.</param>
    /// <exception cref="ArgumentException">A key is pinned twice.</exception>
    public PartnerKeyRing(PartyCode party, params IEnumerable<PinnedKey> keys)
    {
        Party = party;
        this.keys = keys.ToImmutableDictionary(pinned => pinned.Key.KeyId, StringComparer.Ordinal);
    }

    private PartnerKeyRing(PartyCode party, ImmutableDictionary<string, PinnedKey> keys)
    {
        Party = party;
        this.keys = keys;
    }

    /// <summary>Whose keys they are.</summary>
    public PartyCode Party { get; }

    /// <summary>All keys, in the order of their validity.</summary>
    public IReadOnlyList<PinnedKey> Keys => [.. keys.Values.OrderBy(k => k.ValidFrom).ThenBy(k => k.Key.KeyId, StringComparer.Ordinal)];

    /// <summary>The key with an id, valid or not.</summary>
    public PinnedKey? Find(string keyId) => keys.GetValueOrDefault(keyId);

    /// <summary>The ring with a key added, or with another validity for a key it has.</summary>
    public PartnerKeyRing With(PinnedKey key) => new(Party, keys.SetItem(key.Key.KeyId, key));

    /// <summary>The ring after a rotation: the new key counts from <paramref name="at"/>, every other valid key ends after <paramref name="overlap"/>.</summary>
    /// <param name="key">The new key.</param>
    /// <param name="at">When it starts to count.</param>
    /// <param name="overlap">How long the older keys stay trusted after that; zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="overlap"/> is negative.</exception>
    public PartnerKeyRing Rotate(VerificationKey key, DateTimeOffset at, TimeSpan overlap)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(overlap, TimeSpan.Zero);
        var end = at + overlap;
        var ended = keys.Values
            .Where(old => old.IsValidAt(at) && old.Key.KeyId != key.KeyId && (old.ValidTo is null || old.ValidTo > end))
            .Select(old => KeyValuePair.Create(old.Key.KeyId, old with { ValidTo = end }));
        return new PartnerKeyRing(Party, keys.SetItems(ended).SetItem(key.KeyId, new PinnedKey(key, at)));
    }

    /// <summary>Whether a document is genuinely by this Party; the fault says why not.</summary>
    /// <param name="jws">The document.</param>
    /// <param name="at">The instant at which the keys must be valid: now for what arrives, its time of receipt for what was kept.</param>
    /// <param name="signedWith">The first key whose signature is genuine.</param>
    /// <remarks>At least one signature is by a valid pinned key. A wrong signature by any pinned key spoils the document, whatever the others say; signatures by
    /// keys not pinned are passed over, because they may be a witness's.</remarks>
    public WireFault? Verify(Jws jws, DateTimeOffset at, out VerificationKey? signedWith)
    {
        signedWith = null;
        WireFault? outOfValidity = null;
        for (var i = 0; i < jws.Signatures.Count; i++)
        {
            var signature = jws.Signatures[i];
            if (Find(signature.KeyId) is not { } pinned) continue;
            if (signature.Algorithm != pinned.Key.Algorithm)
                return WireRules.Fault(WireFaultKind.UnknownAlgorithm, $"/signatures/{i}/protected/alg", JoseNames.Of(signature.Algorithm), $": key {pinned.Key}");
            if (!jws.IsGenuine(signature, pinned.Key)) return WireRules.Fault(WireFaultKind.WrongSignature, $"/signatures/{i}/signature", signature.KeyId);
            if (pinned.IsValidAt(at)) signedWith ??= pinned.Key;
            else outOfValidity ??= WireRules.Fault(WireFaultKind.KeyOutOfValidity, $"/signatures/{i}/protected/kid", signature.KeyId, Party, WireInstant.Format(at));
        }

        if (signedWith is not null) return null;
        return outOfValidity
            ?? WireRules.Fault(WireFaultKind.UnknownKey, "/signatures", Party, string.Join(", ", jws.Signatures.Select(s => s.KeyId)));
    }
}
