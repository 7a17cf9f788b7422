using System.Security.Cryptography;
using System.Text;
using JcmInterop.Messages.Digests;

namespace JcmInterop.Messages.Signatures;

/// <summary>A public key that verifies signatures; named by its RFC 7638 thumbprint, so the name cannot be given to another key.</summary>
/// <remarks>Immutable and safe to use from many threads at once. Equal when the keys are the same.</remarks>
public abstract class VerificationKey : IEquatable<VerificationKey>
{
    private protected VerificationKey(SignatureAlgorithm algorithm, string requiredMembers)
    {
        Algorithm = algorithm;
        PublicJwk = requiredMembers;
        KeyId = Digest.Of(Encoding.UTF8.GetBytes(requiredMembers)).ToBase64Url();
    }

    /// <summary>The algorithm of the key; a key signs with one algorithm only.</summary>
    public SignatureAlgorithm Algorithm { get; }

    /// <summary>The JOSE name of the algorithm, for example <c>Ed25519</c>.</summary>
    public string AlgorithmName => JoseNames.Of(Algorithm);

    /// <summary>The RFC 7638 SHA-256 thumbprint, base64url: the <c>kid</c> of every header signed with this key.</summary>
    public string KeyId { get; }

    /// <summary>The key as a JSON Web Key with its required members only, in canonical form.</summary>
    public string PublicJwk { get; }

    /// <summary>Reads the public key of a JSON Web Key; members that are not part of the key, such as <c>use</c>, are passed over.</summary>
    /// <param name="jwk">UTF-8 JSON of one key.</param>
    /// <exception cref="FormatException">The text is not a usable public key, or holds a private key.</exception>
    public static VerificationKey FromJwk(ReadOnlySpan<byte> jwk)
    {
        var read = JsonWebKey.Read(jwk);
        return read.IsPrivate
            ? throw new FormatException("The JSON Web Key holds a private key; give its public part only, and replace the key if it has been handed over.")
            : read.ToVerificationKey();
    }

    /// <summary>Whether <paramref name="signature"/> is this key's signature over <paramref name="data"/>.</summary>
    public abstract bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature);

    /// <inheritdoc/>
    public bool Equals(VerificationKey? other) =>
        other is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(KeyId), Encoding.ASCII.GetBytes(other.KeyId));

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as VerificationKey);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => string.GetHashCode(KeyId, StringComparison.Ordinal);

    /// <summary>Algorithm and key id.</summary>
    public sealed override string ToString() => $"{AlgorithmName} {KeyId}";
}
