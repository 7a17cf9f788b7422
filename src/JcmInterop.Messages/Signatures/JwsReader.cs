using System.Text.Json;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Faults;

namespace JcmInterop.Messages.Signatures;

/// <summary>Reads the general JSON serialization and nothing else: exact members, each once, strict base64url.</summary>
internal static class JwsReader
{
    private const int DepthMax = 3;

    public static Jws? Read(ReadOnlyMemory<byte> bytes, int bytesMax, out WireFault? fault)
    {
        fault = null;
        if (bytes.Length > bytesMax)
        {
            fault = WireRules.Fault(WireFaultKind.Oversized, "", bytes.Length, bytesMax);
            return null;
        }

        try
        {
            return Document(bytes);
        }
        catch (JwsFaultException e)
        {
            fault = e.Fault;
        }
        catch (JsonException e)
        {
            fault = IsTruncated(bytes.Span)
                ? WireRules.Fault(WireFaultKind.Truncated, JsonPlaces.At(bytes.Span, bytes.Length, DepthMax, "").Place)
                : WireRules.Fault(WireFaultKind.NotJson, JsonPlaces.Of(bytes.Span, e, DepthMax));
        }

        return null;
    }

    private static Jws Document(ReadOnlyMemory<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes.Span, new JsonReaderOptions { MaxDepth = DepthMax });
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) throw NotJws("", "it is not an object.");
        byte[]? payload = null;
        List<JwsSignature>? signatures = null;
        while (Member(ref reader, ""))
        {
            if (payload is null && reader.ValueTextEquals("payload"u8)) payload = Text(ref reader, "/payload");
            else if (signatures is null && reader.ValueTextEquals("signatures"u8)) signatures = Signatures(ref reader);
            else throw NotJws("", $"the member {Name(ref reader)} is unknown or repeated.");
        }

        reader.Read();
        if (payload is null) throw NotJws("", "it has no payload.");
        if (signatures is null) throw NotJws("", "it has no signatures.");
        if (signatures.Count == 0) throw new JwsFaultException(WireRules.Fault(WireFaultKind.Unsigned, "/signatures"));
        return new Jws(bytes, payload, Decode(payload, "/payload"), signatures);
    }

    private static List<JwsSignature> Signatures(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray) throw NotJws("/signatures", "its signatures are not an array.");
        var signatures = new List<JwsSignature>(1);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (signatures.Count == Jws.SignaturesMax) throw NotJws("/signatures", $"it has more than {Jws.SignaturesMax} signatures.");
            signatures.Add(Signature(ref reader, $"/signatures/{signatures.Count}"));
        }

        return signatures;
    }

    private static JwsSignature Signature(ref Utf8JsonReader reader, string place)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw NotJws(place, "a signature is not an object.");
        byte[]? header = null, signature = null;
        while (Member(ref reader, place))
        {
            if (header is null && reader.ValueTextEquals("protected"u8)) header = Text(ref reader, $"{place}/protected");
            else if (signature is null && reader.ValueTextEquals("signature"u8)) signature = Text(ref reader, $"{place}/signature");
            else if (reader.ValueTextEquals("header"u8)) throw new JwsFaultException(WireRules.Fault(WireFaultKind.ForbiddenHeader, $"{place}/header", "header"));
            else throw NotJws(place, $"the member {Name(ref reader)} is unknown or repeated.");
        }

        if (header is null) throw NotJws(place, "a signature has no protected header.");
        if (signature is null) throw NotJws(place, "a signature has no value.");
        var read = JwsHeader.Read(Decode(header, $"{place}/protected"), $"{place}/protected", out var fault) ?? throw new JwsFaultException(fault!);
        return new JwsSignature(read, header, Decode(signature, $"{place}/signature"));
    }

    private static bool Member(ref Utf8JsonReader reader, string place)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject) return false;
        // Base64url and the names of a JWS never need an escape; refusing them leaves one way to write a document.
        return reader.ValueIsEscaped ? throw NotJws(place, "a member name is escaped.") : true;
    }

    private static byte[] Text(ref Utf8JsonReader reader, string place)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped
            ? reader.ValueSpan.ToArray()
            : throw NotJws(place, "the member is not plain base64url text.");
    }

    private static byte[] Decode(byte[] text, string place) =>
        Base64UrlText.TryDecode(text, out var bytes) ? bytes : throw NotJws(place, "the text is not base64url without padding and without stray bits.");

    private static string Name(ref Utf8JsonReader reader) => $"'{System.Text.Encoding.Latin1.GetString(reader.ValueSpan)}'";

    private static JwsFaultException NotJws(string place, string what) => new(WireRules.Fault(WireFaultKind.NotJws, place, what));

    private static bool IsTruncated(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = DepthMax }));
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == 0 && reader.TokenType == JsonTokenType.EndObject) return false;
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return true;
    }

    private sealed class JwsFaultException(WireFault fault) : Exception(fault.English)
    {
        public WireFault Fault { get; } = fault;
    }
}
