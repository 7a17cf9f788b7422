using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace JcmInterop.Messages.Signatures;

/// <summary>An ML-DSA-65 private key, kept as its 32-byte seed.</summary>
internal sealed class MlDsa65SigningKey : SigningKey
{
    private readonly MLDsaPrivateKeyParameters key;

    private MlDsa65SigningKey(ReadOnlySpan<byte> seed, MLDsaPrivateKeyParameters key)
        : base(MlDsa65VerificationKey.Create(key.GetPublicKeyEncoded()), seed) => this.key = key;

    public static MlDsa65SigningKey Create(ReadOnlySpan<byte> seed) =>
        new(seed, MLDsaPrivateKeyParameters.FromSeed(MLDsaParameters.ml_dsa_65, seed.ToArray()));

    public override byte[] Sign(ReadOnlySpan<byte> data)
    {
        var signer = new MLDsaSigner(MLDsaParameters.ml_dsa_65, deterministic: true);
        signer.Init(forSigning: true, key);
        signer.BlockUpdate(data);
        return signer.GenerateSignature();
    }
}
