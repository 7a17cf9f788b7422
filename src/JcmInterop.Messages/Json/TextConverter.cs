using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace JcmInterop.Messages.Json;

/// <summary>A value written as text in exactly one form.</summary>
/// <param name="what">What the text is, with an example, for the sentence of a fault.</param>
/// <param name="pattern">Pattern of the text in the published schemas.</param>
/// <param name="parse">Reads the text; nothing when it has another form.</param>
/// <param name="format">Writes the text; empty for a value that was never given.</param>
/// <param name="utf8">Writes the same text as UTF-8 without making a string of it, and tells its length; for values of which every message has many.</param>
internal sealed class TextConverter<T>(
    string what, string pattern, Func<string, (bool IsRead, T Value)> parse, Func<T, string> format, Func<T, Span<byte>, int>? utf8 = null)
    : JsonConverter<T>, ISchemaSource
{
    /// <summary>Longest text that is written as UTF-8, in bytes.</summary>
    private const int Utf8BytesMax = 64;

    /// <summary>Longest text of a value, in characters.</summary>
    private const int LengthMax = 256;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType == JsonTokenType.String
        ? Parse(reader.GetString()!)
        : throw new JsonException($"The value is not {what}; it is written as text.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (utf8 is null)
        {
            writer.WriteStringValue(Format(value));
            return;
        }

        Span<byte> text = stackalloc byte[Utf8BytesMax];
        writer.WriteStringValue(text[..utf8(value, text)]);
    }

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(Format(value));

    public JsonObject Schema() => WireSchema.Text(pattern, char.ToUpperInvariant(what[0]) + what[1..] + ".");

    private string Format(T value) =>
        format(value) is { Length: > 0 } text ? text : throw new InvalidOperationException($"{typeof(T).Name} that was never given a value cannot be written.");

    private T Parse(string text)
    {
        var (isRead, value) = text.Length <= LengthMax ? parse(text) : default;
        return isRead ? value : throw new JsonException($"'{(text.Length <= LengthMax ? text : text[..LengthMax] + "…")}' is not {what}.");
    }
}
