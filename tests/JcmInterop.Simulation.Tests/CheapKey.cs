using System.Buffers.Text;
using System.Security.Cryptography;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Simulation.Tests;

/// <summary>A key that signs with an HMAC and calls it Ed25519: a real check of every byte at a hundredth of the time, so that many histories run. Whoever verifies
/// with it could also sign, which is why it exists here only.</summary>
internal sealed class CheapKey : SigningKey
{
    private readonly byte[] secret;

    private CheapKey(byte[] secret)
        : base(new Half(secret), secret) => this.secret = secret;

    public static CheapKey Of(byte[] secret) => new(secret);

    public override byte[] Sign(ReadOnlySpan<byte> data) => HMACSHA512.HashData(secret, data);

    private sealed class Half(byte[] secret)
        : VerificationKey(SignatureAlgorithm.Ed25519, $$"""{"crv":"Ed25519","kty":"OKP","x":"{{Base64Url.EncodeToString(SHA256.HashData(secret))}}"}""")
    {
        public override bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
        {
            Span<byte> expected = stackalloc byte[HMACSHA512.HashSizeInBytes];
            HMACSHA512.HashData(secret, data, expected);
            return signature.SequenceEqual(expected);
        }
    }
}
