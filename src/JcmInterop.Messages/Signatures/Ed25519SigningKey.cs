using Org.BouncyCastle.Math.EC.Rfc8032;

namespace JcmInterop.Messages.Signatures;

/// <summary>An Ed25519 private key, kept as its 32-byte seed.</summary>
internal sealed class Ed25519SigningKey : SigningKey
{
    private readonly byte[] publicKey;

    private Ed25519SigningKey(ReadOnlySpan<byte> seed, byte[] publicKey)
        : base(Ed25519VerificationKey.Create(publicKey), seed) => this.publicKey = publicKey;

    public static Ed25519SigningKey Create(ReadOnlySpan<byte> seed)
    {
        var point = new byte[Ed25519.PublicKeySize];
        Ed25519.GeneratePublicKey(seed, point);
        return new Ed25519SigningKey(seed, point);
    }

    public override byte[] Sign(ReadOnlySpan<byte> data)
    {
        var signature = new byte[Ed25519.SignatureSize];
        // As a span: an array in this place would be taken for the context of Ed25519ctx.
        Ed25519.Sign(Secret, publicKey.AsSpan(), data, signature);
        return signature;
    }
}
