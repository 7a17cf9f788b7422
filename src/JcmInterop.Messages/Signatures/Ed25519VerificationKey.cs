using System.Buffers.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;
using KeyBlobFormat = NSec.Cryptography.KeyBlobFormat;
using PublicKey = NSec.Cryptography.PublicKey;
using Sodium = NSec.Cryptography.SignatureAlgorithm;

namespace JcmInterop.Messages.Signatures;

/// <summary>An Ed25519 public key: RFC 8032, RFC 8037.</summary>
internal sealed class Ed25519VerificationKey : VerificationKey
{
    private readonly PublicKey key;

    private Ed25519VerificationKey(ReadOnlySpan<byte> publicKey, PublicKey key)
        : base(SignatureAlgorithm.Ed25519, $$"""{"crv":"{{JoseNames.Ed25519}}","kty":"{{JoseNames.OctetKeyPair}}","x":"{{Base64Url.EncodeToString(publicKey)}}"}""") =>
        this.key = key;

    /// <exception cref="FormatException">The bytes are no point of the prime-order group: keys of small order verify forged signatures.</exception>
    public static Ed25519VerificationKey Create(ReadOnlySpan<byte> publicKey)
    {
        if (publicKey.Length != Ed25519.PublicKeySize) throw new FormatException($"An Ed25519 public key has {Ed25519.PublicKeySize} bytes, not {publicKey.Length}.");
        return Ed25519.ValidatePublicKeyFull(publicKey) && PublicKey.TryImport(Sodium.Ed25519, publicKey, KeyBlobFormat.RawPublicKey, out var key)
            ? new Ed25519VerificationKey(publicKey, key!)
            : throw new FormatException("The Ed25519 public key is not a valid point of the curve's prime-order group.");
    }

    public override bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        Sodium.Ed25519.Verify(key, data, signature);
}
