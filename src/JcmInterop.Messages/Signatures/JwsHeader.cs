using System.Text.Json;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Faults;

namespace JcmInterop.Messages.Signatures;

/// <summary>A protected header with exactly <c>alg</c>, <c>kid</c> and <c>typ</c>.</summary>
internal sealed record JwsHeader(SignatureAlgorithm Algorithm, string KeyId, string DocumentType)
{
    private const int BytesMax = 512;

    public static JwsHeader? Read(ReadOnlySpan<byte> json, string place, out WireFault? fault)
    {
        if (CanonicalJson.TryWrite(json, new JsonBounds(BytesMax, 2), out var canonical, out var jsonFault) is false)
        {
            fault = WireRules.Fault(WireFaultKind.NotJws, place, $"its protected header is not acceptable JSON: {jsonFault!.Sentence}");
            return null;
        }

        return Members(canonical, place, out fault);
    }

    private static JwsHeader? Members(byte[] canonical, string place, out WireFault? fault)
    {
        string? algorithm = null, keyId = null, type = null;
        var reader = new Utf8JsonReader(canonical);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) return Malformed(place, "its protected header is not an object.", out fault);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (name is not ("alg" or "kid" or "typ"))
            {
                fault = WireRules.Fault(WireFaultKind.ForbiddenHeader, $"{place}/{JsonPlaces.Escape(name)}", name);
                return null;
            }

            reader.Read();
            if (reader.TokenType != JsonTokenType.String) return Malformed(place, $"the header member '{name}' is not text.", out fault);
            var value = reader.GetString();
            if (name == "alg") algorithm = value;
            else if (name == "kid") keyId = value;
            else type = value;
        }

        return Create(algorithm, keyId, type, place, out fault);
    }

    private static JwsHeader? Create(string? algorithm, string? keyId, string? type, string place, out WireFault? fault)
    {
        fault = null;
        if (algorithm is null) return Malformed(place, "its protected header has no alg.", out fault);
        if (string.Equals(algorithm, "none", StringComparison.OrdinalIgnoreCase)) fault = WireRules.Fault(WireFaultKind.Unsigned, place);
        else if (JoseNames.Algorithm(algorithm) is null) fault = WireRules.Fault(WireFaultKind.UnknownAlgorithm, place, algorithm, "");
        if (fault is not null) return null;
        if (!Digest.TryParse(keyId, out _)) return Malformed(place, "its protected header has no kid that is a SHA-256 thumbprint.", out fault);
        if (type is null) return Malformed(place, "its protected header has no typ.", out fault);
        return new JwsHeader(JoseNames.Algorithm(algorithm)!.Value, keyId!, type);
    }

    private static JwsHeader? Malformed(string place, string what, out WireFault? fault)
    {
        fault = WireRules.Fault(WireFaultKind.NotJws, place, what);
        return null;
    }
}
