using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace JcmInterop.Server.Hosting;

/// <summary>Writes an answer as JSON, with what the store keeps put in as it is.</summary>
internal static class JsonAnswer
{
    public const string MediaType = "application/json";

    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An object whose members are written by a function.</summary>
    public static IResult Object(Action<Utf8JsonWriter> members)
    {
        var output = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(output, Form))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return new RawAnswer(StatusCodes.Status200OK, MediaType, output.WrittenMemory);
    }

    /// <summary>One page of items and where the next one starts: <c>{"items":[…],"next":…}</c>.</summary>
    /// <param name="items">The items.</param>
    /// <param name="write">Writes one item.</param>
    /// <param name="next">What to give as <c>after</c> for the next page; nothing after the last.</param>
    public static IResult Page<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> write, string? next) => Object(json =>
    {
        json.WriteStartArray("items");
        foreach (var item in items) write(json, item);
        json.WriteEndArray();
        json.WriteString("next", next);
    });

    /// <summary>Writes a member whose value is JSON already.</summary>
    public static void WriteRaw(this Utf8JsonWriter json, string name, ReadOnlyMemory<byte>? value)
    {
        json.WritePropertyName(name);
        if (value is { } bytes) json.WriteRawValue(bytes.Span, skipInputValidation: true);
        else json.WriteNullValue();
    }
}
