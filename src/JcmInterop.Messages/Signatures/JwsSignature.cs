namespace JcmInterop.Messages.Signatures;

/// <summary>One signature of a JWS, with a header that is well formed and acceptable.</summary>
public sealed class JwsSignature
{
    internal JwsSignature(JwsHeader header, byte[] protectedText, byte[] value)
    {
        Header = header;
        ProtectedText = protectedText;
        Value = value;
    }

    /// <summary>The algorithm.</summary>
    public SignatureAlgorithm Algorithm => Header.Algorithm;

    /// <summary>RFC 7638 thumbprint of the key that is said to have signed.</summary>
    public string KeyId => Header.KeyId;

    /// <summary>The document type the signer meant.</summary>
    public string DocumentType => Header.DocumentType;

    internal JwsHeader Header { get; }

    internal byte[] ProtectedText { get; }

    internal byte[] Value { get; }
}
