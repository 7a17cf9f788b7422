using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace JcmInterop.Messages.Json;

/// <summary>A value written as a whole number.</summary>
/// <param name="what">What the number is, for the sentence of a fault.</param>
/// <param name="minimum">Smallest number, included.</param>
/// <param name="maximum">Largest number, included.</param>
/// <param name="create">Makes the value.</param>
/// <param name="number">The number of a value.</param>
internal sealed class NumberConverter<T>(string what, long minimum, long maximum, Func<long, T> create, Func<T, long> number) : JsonConverter<T>, ISchemaSource
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var read) && read >= minimum && read <= maximum
            ? create(read)
            : throw new JsonException($"The value is not {what}: a whole number from {minimum} to {maximum}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(number(value));

    public JsonObject Schema() => WireSchema.Number(minimum, maximum, char.ToUpperInvariant(what[0]) + what[1..] + ".");
}
