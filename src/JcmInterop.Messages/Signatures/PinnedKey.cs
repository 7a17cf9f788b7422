namespace JcmInterop.Messages.Signatures;

/// <summary>A public key that is trusted for one Party, and from when to when.</summary>
/// <param name="Key">The key.</param>
/// <param name="ValidFrom">First instant of validity, included.</param>
/// <param name="ValidTo">End of validity, not included; nothing while it is open.</param>
public sealed record PinnedKey(VerificationKey Key, DateTimeOffset ValidFrom, DateTimeOffset? ValidTo = null)
{
    /// <summary>Whether the key is trusted at an instant.</summary>
    public bool IsValidAt(DateTimeOffset instant) => ValidFrom <= instant && (ValidTo is null || instant < ValidTo);
}
