using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Domain.Partners;

/// <summary>A signing key of one of the two sides, as this side knows it; kept for ever, because it verifies what it signed in its time.</summary>
/// <param name="Party">Whose key it is.</param>
/// <param name="KeyId">RFC 7638 thumbprint.</param>
/// <param name="PublicKey">The public JSON Web Key in canonical form; empty where only the configuration has it.</param>
/// <param name="ValidFrom">First instant of validity, included.</param>
/// <param name="ValidTo">End of validity, not included; absent while it is open.</param>
/// <param name="EndReason">Why it ended before its time; absent where it did not.</param>
public sealed record NodeKey(
    PartyCode Party, string KeyId, string PublicKey, DateTimeOffset ValidFrom, DateTimeOffset? ValidTo, KeyEndReason? EndReason) : LedgerItem
{
    /// <summary>Most keys of one side that are valid now or later.</summary>
    public const int KeysMax = 16;

    /// <summary>Longest public key, in characters.</summary>
    public const int PublicKeyLengthMax = 8_000;

    /// <summary>Whether the key is trusted at an instant.</summary>
    public bool IsValidAt(DateTimeOffset instant) => ValidFrom <= instant && (ValidTo is null || instant < ValidTo);

    /// <inheritdoc/>
    public override string ItemKey() => Key(Party, KeyId);

    /// <summary>The key of an item.</summary>
    public static string Key(PartyCode party, string keyId) => $"{party}/{keyId}";
}
