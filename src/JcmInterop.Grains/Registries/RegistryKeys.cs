using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Partners;
using JcmInterop.Grains.Configuration;
using JcmInterop.Messages.Signatures;
using JcmInterop.Storage.State;

namespace JcmInterop.Grains.Registries;

/// <summary>The keys of both sides of a registry as the ledger has them, and the private keys of this node among them.</summary>
/// <param name="Partner">The partner's keys, ended ones too.</param>
/// <param name="Own">This side's keys, ended ones too.</param>
public sealed record RegistryKeys(PartnerKeyRing Partner, PartnerKeyRing Own)
{
    private static readonly string KeyKind = LedgerRows.Kind(typeof(NodeKey));
    private static readonly string AnnouncementKind = LedgerRows.Kind(typeof(Announcement));

    /// <summary>The keys of a state.</summary>
    public static RegistryKeys Of(RegistryConfiguration configuration, LedgerState state)
    {
        var settings = configuration.LedgerSettings;
        return new RegistryKeys(Ring(settings.Partner), Ring(settings.Party));

        PartnerKeyRing Ring(PartyCode party) => new(party, KeyBook.Of(state, settings, party).Select(key => Pinned(configuration, key)).OfType<PinnedKey>());
    }

    /// <summary>The part of a stored state that keys are read from.</summary>
    public static async Task<LedgerState> LoadAsync(IStateReader store, BilateralRegistryId registry, CancellationToken cancellation)
    {
        var keys = await store.ReadItemsAsync(registry, KeyKind, "", IStateReader.PageItemsMax, cancellation);
        var announcements = await store.ReadItemsAsync(registry, AnnouncementKind, "", IStateReader.PageItemsMax, cancellation);
        return LedgerRows.State(keys.Concat(announcements));
    }

    /// <summary>The private keys to sign with at an instant; those of the configuration where no other is to be preferred.</summary>
    /// <param name="configuration">The registry.</param>
    /// <param name="state">The state.</param>
    /// <param name="now">The instant.</param>
    /// <param name="except">A key that must not be used; nothing for none.</param>
    public static IReadOnlyList<SigningKey> Signing(RegistryConfiguration configuration, LedgerState state, DateTimeOffset now, string? except = null)
    {
        // Until a key was introduced or ended there is nothing to choose.
        if (state.Keys.IsEmpty) return configuration.SigningKeys;
        foreach (var key in KeyBook.Signing(state, configuration.LedgerSettings, now).Where(key => key.KeyId != except))
        {
            if (Private(configuration, key.KeyId) is { } found)
                return configuration.SigningKeys.Contains(found) ? [.. configuration.SigningKeys.Where(k => IsUsable(k, found))] : [found];
        }

        return configuration.SigningKeys;

        // A second signature by a key that has ended would spoil nothing, but says nothing either.
        bool IsUsable(SigningKey key, SigningKey first) => key == first
            || (key.Public.KeyId != except && KeyBook.Find(state, configuration.LedgerSettings, configuration.Settings.Party, key.Public.KeyId) is { } known && known.IsValidAt(now));
    }

    /// <summary>A private key of this node, or nothing.</summary>
    public static SigningKey? Private(RegistryConfiguration configuration, string keyId) =>
        configuration.SigningKeys.FirstOrDefault(key => key.Public.KeyId == keyId) ?? configuration.FurtherKeys?.Find(keyId);

    // A key that cannot be read verifies nothing, so it is left out; what is introduced or pinned is read before it is recorded.
    private static PinnedKey? Pinned(RegistryConfiguration configuration, NodeKey key)
    {
        var read = configuration.PartnerKeys.Find(key.KeyId)?.Key
            ?? configuration.SigningKeys.FirstOrDefault(own => own.Public.KeyId == key.KeyId)?.Public
            ?? KeyMessages.Read(key.KeyId, key.PublicKey, out _);
        return read is null ? null : new PinnedKey(read, key.ValidFrom, key.ValidTo);
    }
}
