using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Domain.Partners;

/// <summary>The keys of each side: those of the configuration, with what was introduced, pinned and ended since.</summary>
public static class KeyBook
{
    /// <summary>All keys of a side, ended ones too, in the order of their validity.</summary>
    public static IEnumerable<NodeKey> Of(LedgerState state, LedgerSettings settings, PartyCode party) => settings.Keys
        .Where(key => key.Party == party && !state.Keys.ContainsKey(key.ItemKey()))
        .Concat(state.Keys.Values.Where(key => key.Party == party))
        .OrderBy(key => key.ValidFrom).ThenBy(key => key.KeyId, StringComparer.Ordinal);

    /// <summary>The key of a side with an id, or nothing.</summary>
    public static NodeKey? Find(LedgerState state, LedgerSettings settings, PartyCode party, string keyId) =>
        state.Keys.GetValueOrDefault(NodeKey.Key(party, keyId)) ?? settings.Keys.FirstOrDefault(key => key.Party == party && key.KeyId == keyId);

    /// <summary>This side's keys that may sign at an instant, the one to be preferred first: valid, and trusted by the partner as far as this side can know.</summary>
    /// <remarks>A key of the configuration was exchanged before the first message. One introduced since signs only after the partner's hello has named it.</remarks>
    public static IEnumerable<NodeKey> Signing(LedgerState state, LedgerSettings settings, DateTimeOffset now) =>
        Of(state, settings, settings.Party).Where(key => key.IsValidAt(now) && IsTrusted(state, settings, key)).Reverse();

    private static bool IsTrusted(LedgerState state, LedgerSettings settings, NodeKey key) =>
        settings.Keys.Any(configured => configured.Party == key.Party && configured.KeyId == key.KeyId)
        || (state.Announcements.GetValueOrDefault(settings.Partner)?.Hello.PinnedKeys.Contains(key.KeyId, StringComparer.Ordinal) ?? false);
}
