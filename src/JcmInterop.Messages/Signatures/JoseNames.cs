namespace JcmInterop.Messages.Signatures;

/// <summary>Names of JOSE: RFC 7515, 7517, 7518, 8037, 9864 and 9964.</summary>
internal static class JoseNames
{
    public const string Ed25519 = "Ed25519";
    public const string EdDsa = "EdDSA";
    public const string Es256 = "ES256";
    public const string MlDsa65 = "ML-DSA-65";
    public const string OctetKeyPair = "OKP";
    public const string EllipticCurve = "EC";
    public const string AlgorithmKeyPair = "AKP";
    public const string P256 = "P-256";

    public static string Of(SignatureAlgorithm algorithm) => algorithm switch
    {
        SignatureAlgorithm.Ed25519 => Ed25519,
        SignatureAlgorithm.Es256 => Es256,
        SignatureAlgorithm.MlDsa65 => MlDsa65,
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm), algorithm, "Unknown signature algorithm."),
    };

    /// <summary>The algorithm of a header; the name is case-sensitive.</summary>
    public static SignatureAlgorithm? Algorithm(string name) => name switch
    {
        Ed25519 or EdDsa => SignatureAlgorithm.Ed25519,
        Es256 => SignatureAlgorithm.Es256,
        MlDsa65 => SignatureAlgorithm.MlDsa65,
        _ => null,
    };
}
