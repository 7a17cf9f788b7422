using System.Buffers.Text;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace JcmInterop.Messages.Signatures;

/// <summary>An ML-DSA-65 public key: FIPS 204, RFC 9964.</summary>
internal sealed class MlDsa65VerificationKey : VerificationKey
{
    private const int PublicKeyBytes = 1952;

    private readonly MLDsaPublicKeyParameters key;

    private MlDsa65VerificationKey(ReadOnlySpan<byte> publicKey, MLDsaPublicKeyParameters key)
        : base(
            SignatureAlgorithm.MlDsa65,
            $$"""{"alg":"{{JoseNames.MlDsa65}}","kty":"{{JoseNames.AlgorithmKeyPair}}","pub":"{{Base64Url.EncodeToString(publicKey)}}"}""") =>
        this.key = key;

    /// <exception cref="FormatException">The bytes have another length.</exception>
    public static MlDsa65VerificationKey Create(byte[] publicKey) => publicKey.Length == PublicKeyBytes
        ? new MlDsa65VerificationKey(publicKey, MLDsaPublicKeyParameters.FromEncoding(MLDsaParameters.ml_dsa_65, publicKey))
        : throw new FormatException($"An ML-DSA-65 public key has {PublicKeyBytes} bytes, not {publicKey.Length}.");

    public override bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        var verifier = new MLDsaSigner(MLDsaParameters.ml_dsa_65, deterministic: true);
        verifier.Init(forSigning: false, key);
        verifier.BlockUpdate(data);
        return verifier.VerifySignature(signature.ToArray());
    }
}
