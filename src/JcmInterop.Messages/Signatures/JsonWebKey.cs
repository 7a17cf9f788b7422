using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Digests;

namespace JcmInterop.Messages.Signatures;

/// <summary>One JSON Web Key as read: RFC 7517, 7518 section 6.2, 8037 and 9964.</summary>
internal sealed class JsonWebKey
{
    /// <summary>Most bytes of one key; an ML-DSA-65 public key alone has 2.6 kB of text.</summary>
    public const int BytesMax = 16 * 1024;

    private readonly JsonElement json;

    private JsonWebKey(JsonElement json)
    {
        this.json = json;
        Algorithm = (Text("kty"), TextOrNull("crv"), TextOrNull("alg")) switch
        {
            (JoseNames.OctetKeyPair, JoseNames.Ed25519, null or JoseNames.Ed25519 or JoseNames.EdDsa) => SignatureAlgorithm.Ed25519,
            (JoseNames.EllipticCurve, JoseNames.P256, null or JoseNames.Es256) => SignatureAlgorithm.Es256,
            (JoseNames.AlgorithmKeyPair, null, JoseNames.MlDsa65) => SignatureAlgorithm.MlDsa65,
            var (type, curve, algorithm) => throw new FormatException(
                $"The JSON Web Key has kty '{type}', crv '{curve}' and alg '{algorithm}'; use an Ed25519, P-256 (ES256) or ML-DSA-65 key."),
        };
    }

    public SignatureAlgorithm Algorithm { get; }

    /// <summary>Whether a private member is there.</summary>
    public bool IsPrivate => json.TryGetProperty("d", out _) || json.TryGetProperty("priv", out _);

    /// <exception cref="FormatException">The text is not one JSON Web Key of a known kind.</exception>
    public static JsonWebKey Read(ReadOnlySpan<byte> jwk)
    {
        var canonical = CanonicalJson.Write(jwk, new JsonBounds(BytesMax, JsonBounds.WireDepthMax));
        using var document = JsonDocument.Parse(canonical);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? new JsonWebKey(document.RootElement.Clone())
            : throw new FormatException("A JSON Web Key is a JSON object.");
    }

    /// <summary>The private key, canonical.</summary>
    public static byte[] WritePrivate(SigningKey key)
    {
        var member = key.Public.Algorithm == SignatureAlgorithm.MlDsa65 ? "priv" : "d";
        var text = $$"""{{key.Public.PublicJwk[..^1]}},"{{member}}":"{{Base64Url.EncodeToString(key.Secret)}}","kid":"{{key.Public.KeyId}}"}""";
        return CanonicalJson.Write(Encoding.ASCII.GetBytes(text));
    }

    public VerificationKey ToVerificationKey()
    {
        VerificationKey key = Algorithm switch
        {
            SignatureAlgorithm.Ed25519 => Ed25519VerificationKey.Create(Bytes("x")),
            SignatureAlgorithm.Es256 => Es256VerificationKey.Create(Bytes("x"), Bytes("y")),
            _ => MlDsa65VerificationKey.Create(Bytes("pub")),
        };
        return TextOrNull("use") is null or "sig" ? key : throw new FormatException("The JSON Web Key is not for signatures: its use is not 'sig'.");
    }

    public SigningKey ToSigningKey()
    {
        var secret = Bytes(Algorithm == SignatureAlgorithm.MlDsa65 ? "priv" : "d");
        if (secret.Length != SigningKey.SecretBytes) throw new FormatException($"The private member has {SigningKey.SecretBytes} bytes, not {secret.Length}.");
        var key = SigningKey.FromSecret(Algorithm, secret);
        CryptographicOperations.ZeroMemory(secret);
        if (key.Public.Equals(ToVerificationKey())) return key;
        key.Dispose();
        throw new FormatException("The private and the public members of the JSON Web Key belong to different keys.");
    }

    private byte[] Bytes(string name) => Base64UrlText.TryDecode(Encoding.UTF8.GetBytes(Text(name)), out var bytes)
        ? bytes
        : throw new FormatException($"The member '{name}' of the JSON Web Key is not base64url without padding.");

    private string Text(string name) => TextOrNull(name) ?? throw new FormatException($"The JSON Web Key has no text member '{name}'.");

    private string? TextOrNull(string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
