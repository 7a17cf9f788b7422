using System.Security.Cryptography;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Math;

namespace JcmInterop.Messages.Signatures;

/// <summary>A P-256 private key, kept as its scalar.</summary>
internal sealed class Es256SigningKey : SigningKey
{
    private readonly EcdsaPool pool;

    private Es256SigningKey(ReadOnlySpan<byte> scalar, ECPoint point)
        : base(Es256VerificationKey.Create(point.X!, point.Y!), scalar) =>
        pool = new EcdsaPool(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar.ToArray(), Q = point });

    /// <summary>Whether 32 bytes are a private scalar: at least 1 and below the order of the curve.</summary>
    public static bool IsScalar(ReadOnlySpan<byte> bytes)
    {
        var scalar = new BigInteger(1, bytes);
        return scalar.SignValue > 0 && scalar.CompareTo(NistNamedCurves.GetByName(JoseNames.P256).N) < 0;
    }

    /// <exception cref="FormatException">The bytes are no scalar of P-256.</exception>
    public static Es256SigningKey Create(ReadOnlySpan<byte> scalar)
    {
        if (!IsScalar(scalar)) throw new FormatException("The private member is not a scalar of P-256.");
        var point = NistNamedCurves.GetByName(JoseNames.P256).G.Multiply(new BigInteger(1, scalar)).Normalize();
        return new Es256SigningKey(scalar, new ECPoint { X = point.AffineXCoord.GetEncoded(), Y = point.AffineYCoord.GetEncoded() });
    }

    public override byte[] Sign(ReadOnlySpan<byte> data)
    {
        var key = pool.Rent();
        var signature = key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        pool.Return(key);
        return signature;
    }

    protected override void Dispose(bool isDisposing)
    {
        pool.Dispose();
        base.Dispose(isDisposing);
    }
}
