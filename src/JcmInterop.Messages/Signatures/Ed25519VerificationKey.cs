using System.Buffers.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace JcmInterop.Messages.Signatures;

/// <summary>An Ed25519 public key: RFC 8032, RFC 8037.</summary>
internal sealed class Ed25519VerificationKey : VerificationKey
{
    private readonly Ed25519.PublicPoint point;

    private Ed25519VerificationKey(ReadOnlySpan<byte> publicKey, Ed25519.PublicPoint point)
        : base(SignatureAlgorithm.Ed25519, $$"""{"crv":"{{JoseNames.Ed25519}}","kty":"{{JoseNames.OctetKeyPair}}","x":"{{Base64Url.EncodeToString(publicKey)}}"}""") =>
        this.point = point;

    /// <exception cref="FormatException">The bytes are no point of the prime-order group: keys of small order verify forged signatures.</exception>
    public static Ed25519VerificationKey Create(ReadOnlySpan<byte> publicKey)
    {
        if (publicKey.Length != Ed25519.PublicKeySize) throw new FormatException($"An Ed25519 public key has {Ed25519.PublicKeySize} bytes, not {publicKey.Length}.");
        return Ed25519.ValidatePublicKeyFullExport(publicKey) is { } point
            ? new Ed25519VerificationKey(publicKey, point)
            : throw new FormatException("The Ed25519 public key is not a valid point of the curve's prime-order group.");
    }

    public override bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        signature.Length == Ed25519.SignatureSize && Ed25519.Verify(signature, point, data);
}
