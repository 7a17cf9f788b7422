using System.Text.Json;
using System.Text.Json.Serialization;
using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Tests.World;

/// <summary>Items and states as text that differs when any field differs, for comparing states by content.</summary>
internal static class ItemText
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new IdText() } };

    public static string Of(LedgerItem item) => JsonSerializer.Serialize(item, Options);

    public static string[] Of(LedgerState state) => [.. state.Items().Select(Of)];

    private sealed class IdText : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert is { IsValueType: true, IsEnum: false } && typeToConvert.Assembly == typeof(LedgerItem).Assembly;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Writer<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class Writer<T> : JsonConverter<T>
        where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Only writing is needed.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
