using NSec.Cryptography;
using Sodium = NSec.Cryptography.SignatureAlgorithm;

namespace JcmInterop.Messages.Signatures;

/// <summary>An Ed25519 private key, kept as its 32-byte seed; the library keeps its own copy in memory that it guards.</summary>
internal sealed class Ed25519SigningKey : SigningKey
{
    private readonly Key key;

    private Ed25519SigningKey(ReadOnlySpan<byte> seed, Key key)
        : base(Ed25519VerificationKey.Create(key.PublicKey.Export(KeyBlobFormat.RawPublicKey)), seed) => this.key = key;

    public static Ed25519SigningKey Create(ReadOnlySpan<byte> seed) => new(seed, Key.Import(Sodium.Ed25519, seed, KeyBlobFormat.RawPrivateKey));

    public override byte[] Sign(ReadOnlySpan<byte> data) => Sodium.Ed25519.Sign(key, data);

    protected override void Dispose(bool isDisposing)
    {
        if (isDisposing) key.Dispose();
        base.Dispose(isDisposing);
    }
}
