using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using JcmInterop.Domain.Units;

namespace JcmInterop.Messages.Json;

/// <summary>A serial range as <c>{"prefix","first","final","suffix"}</c>, every member present.</summary>
internal sealed class SerialRangeConverter : JsonConverter<SerialRange>, ISchemaSource
{
    private static readonly string[] Names = ["prefix", "first", "final", "suffix"];

    public override SerialRange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A serial range is an object with prefix, first, final and suffix.");
        string? prefix = null, suffix = null;
        long? first = null, final = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (prefix is null && reader.ValueTextEquals("prefix"u8)) prefix = Text(ref reader);
            else if (suffix is null && reader.ValueTextEquals("suffix"u8)) suffix = Text(ref reader);
            else if (first is null && reader.ValueTextEquals("first"u8)) first = Number(ref reader);
            else if (final is null && reader.ValueTextEquals("final"u8)) final = Number(ref reader);
            else throw new JsonException($"The member '{reader.GetString()}' of a serial range is unknown or repeated.");
        }

        if (prefix is null || suffix is null || first is null || final is null)
            throw new JsonException("A serial range has prefix, first, final and suffix; one is missing.");
        return SerialRange.Fault(prefix, first.Value, final.Value, suffix) is { } fault
            ? throw new JsonException(fault)
            : new SerialRange(prefix, first.Value, final.Value, suffix);
    }

    public override void Write(Utf8JsonWriter writer, SerialRange value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("prefix", value.Prefix);
        writer.WriteNumber("first", value.First);
        writer.WriteNumber("final", value.Final);
        writer.WriteString("suffix", value.Suffix);
        writer.WriteEndObject();
    }

    public JsonObject Schema() => new()
    {
        ["type"] = "object",
        ["description"] = "A run of unit serials that share a printed prefix and suffix; both ends are included, and final is not below first.",
        ["properties"] = new JsonObject
        {
            ["prefix"] = Affix("^(?:[!-{}~](?:[ -{}~]*[!-{}~])?)?$", "[0-9]$"),
            ["first"] = WireSchema.Number(1, SerialRange.NumberMax, "First number, included."),
            ["final"] = WireSchema.Number(1, SerialRange.NumberMax, "Last number, included."),
            ["suffix"] = Affix("^(?:[!-{}~](?:[ -{}~]*[!-{}~])?)?$", "^[0-9]"),
        },
        ["required"] = new JsonArray([.. Names.Select(name => (JsonNode?)JsonValue.Create(name))]),
        ["additionalProperties"] = false,
    };

    private static JsonObject Affix(string pattern, string not) => new()
    {
        ["type"] = "string",
        ["maxLength"] = SerialRange.AffixLengthMax,
        ["pattern"] = pattern,
        ["not"] = new JsonObject { ["pattern"] = not },
    };

    private static string Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("The prefix or suffix of a serial range is text.");
    }

    private static long Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number)
            ? number
            : throw new JsonException($"A serial number is a whole number of at most {SerialRange.NumberMax}.");
    }
}
