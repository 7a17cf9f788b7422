using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace JcmInterop.Messages.Signatures;

/// <summary>A private key of this node. Kept in memory only while needed; its secret is overwritten when disposed.</summary>
/// <remarks>Safe to use from many threads at once. Ed25519 and ML-DSA-65 signatures are deterministic; ES256 draws its nonce from the operating system.</remarks>
public abstract class SigningKey : IDisposable
{
    /// <summary>Length of the secret of every algorithm here, in bytes.</summary>
    internal const int SecretBytes = 32;

    private readonly ConcurrentDictionary<string, byte[]> protectedHeaders = new(StringComparer.Ordinal);
    private readonly byte[] secret;

    private protected SigningKey(VerificationKey publicKey, ReadOnlySpan<byte> secret)
    {
        Public = publicKey;
        this.secret = secret.ToArray();
    }

    /// <summary>The public part.</summary>
    public VerificationKey Public { get; }

    /// <summary>The secret bytes: seed or scalar.</summary>
    internal ReadOnlySpan<byte> Secret => secret;

    /// <summary>Makes a new key.</summary>
    /// <param name="algorithm">What it signs with.</param>
    /// <param name="random">Where the secret comes from; in production <see cref="RandomNumberGenerator.Create()"/>.</param>
    public static SigningKey Generate(SignatureAlgorithm algorithm, RandomNumberGenerator random)
    {
        Span<byte> drawn = stackalloc byte[SecretBytes];
        do random.GetBytes(drawn);
        while (algorithm == SignatureAlgorithm.Es256 && !Es256SigningKey.IsScalar(drawn));
        var key = FromSecret(algorithm, drawn);
        CryptographicOperations.ZeroMemory(drawn);
        return key;
    }

    /// <summary>Reads a private JSON Web Key.</summary>
    /// <param name="jwk">UTF-8 JSON of one key with its private member.</param>
    /// <exception cref="FormatException">The text is not a usable private key, or its public part belongs to another key.</exception>
    public static SigningKey FromJwk(ReadOnlySpan<byte> jwk) => JsonWebKey.Read(jwk).ToSigningKey();

    /// <summary>The private JSON Web Key, UTF-8, in canonical form. Whoever has it can sign in this node's name.</summary>
    public byte[] ToPrivateJwk() => JsonWebKey.WritePrivate(this);

    /// <summary>The signature over some bytes.</summary>
    public abstract byte[] Sign(ReadOnlySpan<byte> data);

    /// <summary>Overwrites the secret.</summary>
    public void Dispose()
    {
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Algorithm and key id; never the secret.</summary>
    public sealed override string ToString() => Public.ToString();

    internal static SigningKey FromSecret(SignatureAlgorithm algorithm, ReadOnlySpan<byte> secret) => algorithm switch
    {
        SignatureAlgorithm.Ed25519 => Ed25519SigningKey.Create(secret),
        SignatureAlgorithm.Es256 => Es256SigningKey.Create(secret),
        SignatureAlgorithm.MlDsa65 => MlDsa65SigningKey.Create(secret),
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm), algorithm, "Unknown signature algorithm."),
    };

    /// <summary>The base64url text of the protected header this key signs under.</summary>
    internal ReadOnlySpan<byte> ProtectedHeader(string type) => protectedHeaders.GetOrAdd(type, EncodeHeader);

    /// <summary>Overwrites what the algorithm keeps besides the secret.</summary>
    protected virtual void Dispose(bool isDisposing) => CryptographicOperations.ZeroMemory(secret);

    private byte[] EncodeHeader(string type) => System.Buffers.Text.Base64Url.EncodeToUtf8(
        Encoding.ASCII.GetBytes($$"""{"alg":"{{Public.AlgorithmName}}","kid":"{{Public.KeyId}}","typ":"{{type}}"}"""));
}
