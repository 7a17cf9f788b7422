using System.Text;
using System.Text.Json.Nodes;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Conformance.Exchange;

/// <summary>One signature in the making; a case may spoil its header, its key or its bytes.</summary>
internal sealed class DraftSignature(SigningKey key, string type)
{
    public JsonObject Header { get; } = new() { ["alg"] = key.Public.AlgorithmName, ["kid"] = key.Public.KeyId, ["typ"] = type };

    /// <summary>Makes the signature over the signing input; the key's own unless a case changes it.</summary>
    public Func<byte[], byte[]> Sign { get; set; } = input => key.Sign(input);

    public JsonObject Over(string payloadText)
    {
        var header = DraftText.Base64Url(DraftText.Plain(Header));
        return new JsonObject { ["protected"] = header, ["signature"] = DraftText.Base64Url(Sign(Encoding.ASCII.GetBytes($"{header}.{payloadText}"))) };
    }
}
