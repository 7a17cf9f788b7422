using System.Buffers;
using System.Text.Json;

namespace JcmInterop.Messages.Canonical;

/// <summary>The canonical form of JSON that is signed: RFC 8785.</summary>
/// <remarks>
/// <para>Members in the order of the UTF-16 code units of their names, no white space, the shortest escapes, numbers as ECMAScript
/// prints them. Two texts with the same content have the same canonical bytes, and so the same hash.</para>
/// <para>Reading is strict: one value, no comments, no trailing commas, no duplicate names, valid UTF-8 without a byte order mark, no
/// lone surrogates, and no number that would silently change its value.</para>
/// </remarks>
public static class CanonicalJson
{
    /// <summary>The canonical form of a JSON text.</summary>
    /// <param name="json">UTF-8 JSON, without a byte order mark.</param>
    /// <param name="bounds">How much is accepted; the wire's bounds when left out.</param>
    /// <exception cref="MalformedJsonException">The text is not acceptable; the fault names the place.</exception>
    public static byte[] Write(ReadOnlySpan<byte> json, JsonBounds? bounds = null) =>
        TryWrite(json, bounds ?? JsonBounds.Wire, out var canonical, out var fault) ? canonical : throw new MalformedJsonException(fault!);

    /// <summary>The canonical form of a JSON value.</summary>
    /// <exception cref="MalformedJsonException">The value has duplicate names or exceeds the bounds.</exception>
    public static byte[] Write(JsonElement json, JsonBounds? bounds = null) => Write(JsonSerializer.SerializeToUtf8Bytes(json, CanonicalJsonContext.Default.JsonElement), bounds);

    /// <summary>The canonical form of a JSON text, or what is wrong with it.</summary>
    public static bool TryWrite(ReadOnlySpan<byte> json, JsonBounds bounds, out byte[] canonical, out JsonFault? fault)
    {
        using var writer = new CanonicalWriter(json.Length);
        fault = Faults(json, bounds, writer);
        canonical = fault is null ? writer.Written.ToArray() : [];
        return fault is null;
    }

    /// <summary>Appends the canonical form of a JSON text to a buffer, or says what is wrong with it; nothing is appended then.</summary>
    public static JsonFault? Append(ReadOnlySpan<byte> json, JsonBounds bounds, IBufferWriter<byte> output)
    {
        using var writer = new CanonicalWriter(json.Length);
        var fault = Faults(json, bounds, writer);
        if (fault is null) output.Write(writer.Written);
        return fault;
    }

    /// <summary>What keeps a text from being acceptable canonical JSON: a strict-reading fault, or the first byte that differs from the canonical form.</summary>
    public static JsonFault? Check(ReadOnlySpan<byte> json, JsonBounds bounds)
    {
        using var writer = new CanonicalWriter(json.Length);
        if (Faults(json, bounds, writer) is { } fault) return fault;
        if (json.SequenceEqual(writer.Written)) return null;
        var at = json.CommonPrefixLength(writer.Written);
        return JsonPlaces.At(json, at, bounds.DepthMax, "The text is not in the canonical form of RFC 8785.");
    }

    private static JsonFault? Faults(ReadOnlySpan<byte> json, JsonBounds bounds, CanonicalWriter writer)
    {
        if (json.Length > bounds.BytesMax)
            return new JsonFault("", 1, 1, $"The text has {json.Length} bytes; at most {bounds.BytesMax} are accepted.");
        try
        {
            writer.Write(json, bounds.DepthMax);
            return null;
        }
        catch (JsonPlaceException e)
        {
            return JsonPlaces.At(json, e.Offset, bounds.DepthMax, e.Message);
        }
        catch (JsonException e)
        {
            return JsonPlaces.Of(json, e, bounds.DepthMax);
        }
    }
}
