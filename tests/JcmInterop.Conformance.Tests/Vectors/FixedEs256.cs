using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using JcmInterop.Conformance.Exchange;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Conformance.Tests.Vectors;

/// <summary>ES256 with the nonce of RFC 6979, so that the same signature comes out every time.</summary>
internal static class FixedEs256
{
    private const int CoordinateBytes = 32;

    public static DraftSignature Signature(SigningKey key, string type) => new(key, type) { Sign = input => Sign(key, input) };

    public static byte[] Sign(SigningKey key, byte[] input)
    {
        var curve = NistNamedCurves.GetByName("P-256");
        var secret = Base64Url.DecodeFromChars(JsonElement.Parse(key.ToPrivateJwk()).GetProperty("d").GetString());
        var signer = new ECDsaSigner(new HMacDsaKCalculator(new Sha256Digest()));
        signer.Init(forSigning: true, new ECPrivateKeyParameters(new BigInteger(1, secret), new ECDomainParameters(curve.Curve, curve.G, curve.N, curve.H)));
        var parts = signer.GenerateSignature(SHA256.HashData(input));
        return [.. Bytes(parts[0]), .. Bytes(parts[1])];
    }

    private static byte[] Bytes(BigInteger number)
    {
        var bytes = number.ToByteArrayUnsigned();
        return [.. new byte[CoordinateBytes - bytes.Length], .. bytes];
    }
}
