using System.Buffers.Text;
using System.Security.Cryptography;

namespace JcmInterop.Messages.Signatures;

/// <summary>A P-256 public key: RFC 7518, sections 3.4 and 6.2.</summary>
internal sealed class Es256VerificationKey : VerificationKey
{
    /// <summary>Length of a coordinate and of a private scalar, in bytes.</summary>
    public const int CoordinateBytes = 32;

    private readonly EcdsaPool pool;

    private Es256VerificationKey(ECPoint point, EcdsaPool pool)
        : base(
            SignatureAlgorithm.Es256,
            $$"""{"crv":"{{JoseNames.P256}}","kty":"{{JoseNames.EllipticCurve}}","x":"{{Base64Url.EncodeToString(point.X)}}","y":"{{Base64Url.EncodeToString(point.Y)}}"}""") =>
        this.pool = pool;

    /// <exception cref="FormatException">The coordinates are no point of P-256.</exception>
    public static Es256VerificationKey Create(byte[] x, byte[] y)
    {
        if (x.Length != CoordinateBytes || y.Length != CoordinateBytes) throw new FormatException($"A P-256 coordinate has {CoordinateBytes} bytes.");
        var point = new ECPoint { X = x, Y = y };
        var keys = new EcdsaPool(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = point });
        try
        {
            keys.Return(keys.Rent());
        }
        catch (CryptographicException e)
        {
            throw new FormatException("The coordinates are not a point of P-256.", e);
        }

        return new Es256VerificationKey(point, keys);
    }

    public override bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != 2 * CoordinateBytes) return false;
        var key = pool.Rent();
        var verifies = key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        pool.Return(key);
        return verifies;
    }
}
