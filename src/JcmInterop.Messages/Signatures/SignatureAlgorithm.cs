namespace JcmInterop.Messages.Signatures;

/// <summary>The signature algorithms of the wire, by their JOSE names.</summary>
public enum SignatureAlgorithm
{
    /// <summary><c>Ed25519</c>, the fully specified name of RFC 9864; <c>EdDSA</c> of RFC 8037 is read as the same.</summary>
    Ed25519,

    /// <summary><c>ES256</c>: ECDSA on P-256 with SHA-256, RFC 7518 section 3.4.</summary>
    Es256,

    /// <summary><c>ML-DSA-65</c>, the optional second signature that outlives quantum computers, RFC 9964.</summary>
    MlDsa65,
}
