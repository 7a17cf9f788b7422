using System.Text;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Partners;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Faults;

namespace JcmInterop.Messages.Signatures;

/// <summary>What only signatures can tell of messages about keys: that a new key is what it says and signed itself, and that no key is withdrawn by itself alone.</summary>
public static class KeyMessages
{
    /// <summary>What is wrong with a message about keys; nothing for one that is right, and for any other message.</summary>
    /// <param name="message">The genuine message.</param>
    /// <param name="body">Its body.</param>
    /// <param name="keys">The keys pinned for the sender.</param>
    /// <param name="now">The time here.</param>
    public static WireFault? Check(SignedMessage message, PartnerMessage body, PartnerKeyRing keys, DateTimeOffset now) => body switch
    {
        KeyIntroduction introduction => Introduction(message, introduction),
        KeyWithdrawal withdrawal => Withdrawal(message, withdrawal, keys, now),
        _ => null,
    };

    /// <summary>The key of a public JSON Web Key in canonical form, or a sentence that says why it is not the one with an id.</summary>
    public static VerificationKey? Read(string keyId, string publicKey, out string? wrong)
    {
        wrong = null;
        try
        {
            var key = VerificationKey.FromJwk(Encoding.UTF8.GetBytes(publicKey));
            if (key.PublicJwk != publicKey) wrong = "its public key is not in the canonical form of RFC 7638.";
            else if (key.KeyId != keyId) wrong = $"its thumbprint is {key.KeyId}, not {keyId}.";
            return wrong is null ? key : null;
        }
        catch (FormatException error)
        {
            wrong = error.Message;
            return null;
        }
    }

    private static WireFault? Introduction(SignedMessage message, KeyIntroduction body)
    {
        if (Read(body.KeyId, body.PublicKey, out var wrong) is not { } key) return WireRules.Fault(WireFaultKind.KeyUnproven, "/body/publicKey", wrong!);
        return Jws.TryRead(message.Bytes, JwsTypes.Message, out var jws, out _) && jws!.IsSignedBy(key)
            ? null
            : WireRules.Fault(WireFaultKind.KeyUnproven, "/body/keyId", "it did not sign its own introduction.");
    }

    private static WireFault? Withdrawal(SignedMessage message, KeyWithdrawal body, PartnerKeyRing keys, DateTimeOffset now) =>
        // A wrong signature of a pinned key has spoilt the message before this is asked.
        Jws.TryRead(message.Bytes, JwsTypes.Message, out var jws, out _)
        && jws!.Signatures.Any(signature => signature.KeyId != body.KeyId && keys.Find(signature.KeyId) is { } pinned && pinned.IsValidAt(now))
            ? null
            : WireRules.Fault(WireFaultKind.WithdrawnByItself, "/body/keyId", body.KeyId, keys.Party);
}
