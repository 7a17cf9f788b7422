using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace JcmInterop.Messages.Json;

/// <summary>Enumerations as their names with a lower first letter; never as numbers, and a name in exactly one form.</summary>
internal sealed class EnumNames : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Names<>).MakeGenericType(typeToConvert))!;

    private sealed class Names<TEnum> : JsonConverter<TEnum>, ISchemaSource
        where TEnum : struct, Enum
    {
        private readonly bool isFlags = typeof(TEnum).IsDefined(typeof(FlagsAttribute), inherit: false);

        // Of a set of flags the empty set is not a flag of its own.
        private readonly Dictionary<string, TEnum> byName = Enum.GetValues<TEnum>()
            .Where(value => !typeof(TEnum).IsDefined(typeof(FlagsAttribute), inherit: false) || !EqualityComparer<TEnum>.Default.Equals(value, default))
            .ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);

        private readonly (TEnum Value, JsonEncodedText Name)[] written;

        public Names() => written = [.. byName.Select(pair => (pair.Value, JsonEncodedText.Encode(pair.Key)))];

        public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (!isFlags) return One(ref reader);
            if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException($"The value is not a list of: {string.Join(", ", byName.Keys)}.");
            var names = new List<string>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                One(ref reader);
                names.Add(reader.GetString()!);
            }

            // Names in their order and each once leave one way to write a set.
            return names.SequenceEqual(byName.Keys.Where(names.Contains))
                ? (TEnum)Enum.ToObject(typeof(TEnum), names.Sum(name => Convert.ToInt32(byName[name], System.Globalization.CultureInfo.InvariantCulture)))
                : throw new JsonException($"The list has each name at most once, in the order: {string.Join(", ", byName.Keys)}.");
        }

        public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options)
        {
            if (!isFlags)
            {
                writer.WriteStringValue(NameOf(value));
                return;
            }

            writer.WriteStartArray();
            foreach (var (flag, name) in written)
            {
                if (value.HasFlag(flag)) writer.WriteStringValue(name);
            }

            writer.WriteEndArray();
        }

        public JsonObject Schema() => isFlags
            ? new JsonObject { ["enum"] = new JsonArray([.. Subsets().Select(names => (JsonNode?)new JsonArray([.. names.Select(name => (JsonNode?)JsonValue.Create(name))]))]) }
            : WireSchema.Names(byName.Keys);

        private IEnumerable<IEnumerable<string>> Subsets() =>
            Enumerable.Range(0, 1 << byName.Count).Select(bits => byName.Keys.Where((_, i) => (bits >> i & 1) == 1));

        private JsonEncodedText NameOf(TEnum value)
        {
            foreach (var (known, name) in written)
            {
                if (EqualityComparer<TEnum>.Default.Equals(known, value)) return name;
            }

            throw new InvalidOperationException($"{typeof(TEnum).Name} has no value {value}.");
        }

        private TEnum One(ref Utf8JsonReader reader)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                foreach (var (value, name) in written)
                {
                    if (reader.ValueTextEquals(name.EncodedUtf8Bytes)) return value;
                }
            }

            throw new JsonException($"The value is not one of: {string.Join(", ", byName.Keys)}.");
        }
    }
}
