using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using JcmInterop.Domain.Units;
using JcmInterop.Messages.Canonical;

namespace JcmInterop.Messages.Json;

/// <summary>The one way JSON of this product is read and written: strict, with the value types in their one written form.</summary>
/// <remarks>Covers <c>LedgerEvent</c>, <c>LedgerCommand</c>, <c>LedgerItem</c> and <c>Refusal</c>; bodies of messages have <see cref="MessageBodies"/>. Unknown and
/// duplicate members, missing members without a default, nulls where none belong, and members derived from others are refused.</remarks>
public static class WireJson
{
    /// <summary>Options for what this node keeps and for what its own people send: members with a default may be left out, so that old rows stay readable.</summary>
    public static JsonSerializerOptions Options { get; } = Create(isEveryMemberRequired: false);

    /// <summary>Options for the bodies of messages: every member is present, so that there is one way to say a thing.</summary>
    internal static JsonSerializerOptions BodyOptions { get; } = Create(isEveryMemberRequired: true);

    /// <summary>Writes a value as UTF-8 JSON.</summary>
    /// <typeparam name="T">The base type, where there is a family of types: its discriminator is written then.</typeparam>
    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Known<T>.Type);

    /// <summary>Reads a value.</summary>
    /// <exception cref="MalformedJsonException">The text is not acceptable; the fault names the place.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json, JsonBounds? bounds = null)
        where T : class => TryRead<T>(json, bounds ?? JsonBounds.Wire, out var value, out var fault) ? value! : throw new MalformedJsonException(fault!);

    /// <summary>Reads a value, or says what is wrong with it.</summary>
    public static bool TryRead<T>(ReadOnlySpan<byte> json, JsonBounds bounds, out T? value, out JsonFault? fault)
        where T : class
    {
        value = null;
        fault = json.Length > bounds.BytesMax ? new JsonFault("", 1, 1, $"The text has {json.Length} bytes; at most {bounds.BytesMax} are accepted.") : null;
        if (fault is null) value = Read(json, Known<T>.Type, out fault) as T;
        return fault is null;
    }

    /// <summary>The name by which a value of a family is told apart, for example <c>units-moved</c>.</summary>
    /// <typeparam name="T">The base type of the family.</typeparam>
    /// <exception cref="ArgumentException">The type is not one of the family.</exception>
    public static string KindOf<T>(T value)
        where T : class => Families<T>.Names.TryGetValue(value.GetType(), out var name)
            ? name
            : throw new ArgumentException($"{value.GetType().Name} is not one of the {typeof(T).Name} family.", nameof(value));

    /// <summary>Makes ready what reads and writes a family of types. The first use does the same; a node that starts can do it beside other things.</summary>
    /// <typeparam name="T">The base type of the family.</typeparam>
    public static void Prepare<T>()
    {
        foreach (var type in Families<T>.Types.Values) Options.GetTypeInfo(type);
    }

    /// <summary>The types of a family by their names.</summary>
    internal static IReadOnlyDictionary<string, Type> Family<T>() => Families<T>.Types;

    /// <summary>Reads a value of a type, or says what is wrong with it.</summary>
    internal static object? Read(ReadOnlySpan<byte> json, JsonTypeInfo type, out JsonFault? fault)
    {
        fault = null;
        try
        {
            // The framework lets a null pass as an item of a list whose items cannot be null.
            fault = JsonPlaces.NullInArray(json, JsonBounds.WireDepthMax);
            if (fault is not null) return null;
            var value = JsonSerializer.Deserialize(json, type);
            if (value is null) fault = new JsonFault("", 1, 1, "The value is null.");
            return value;
        }
        catch (JsonException e)
        {
            fault = JsonSentences.Fault(json, e);
        }
        catch (NotSupportedException)
        {
            // What the framework throws where a member of a family does not say which one it is.
            fault = new JsonFault("", 1, 1, $"The member '{type.PolymorphismOptions?.TypeDiscriminatorPropertyName ?? "type"}' is missing.");
        }

        return null;
    }

    internal static JsonTypeInfo<T> TypeInfo<T>(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions Create(bool isEveryMemberRequired)
    {
        var options = new JsonSerializerOptions(JsonSerializerOptions.Strict)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            MaxDepth = JsonBounds.WireDepthMax,
            AllowOutOfOrderMetadataProperties = true,
            TypeInfoResolver = WireJsonContext.Default
                .WithAddedModifier(WithoutDerivedMembers)
                .WithAddedModifier(type => RequireMembers(type, isEveryMemberRequired))
                .WithAddedModifier(type => BoundNumbers(type, isEveryMemberRequired)),
        };
        foreach (var converter in WireConverters.All) options.Converters.Add(converter);
        options.MakeReadOnly();
        return options;
    }

    // A member computed from others would be a second place to say the same, and could contradict the first.
    private static void WithoutDerivedMembers(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i] is { Set: null, AssociatedParameter: null }) type.Properties.RemoveAt(i);
        }
    }

    private static void RequireMembers(JsonTypeInfo type, bool isEveryMemberRequired)
    {
        if (!isEveryMemberRequired || type.Kind != JsonTypeInfoKind.Object) return;
        foreach (var property in type.Properties) property.IsRequired = true;
    }

    // What this node once wrote stays readable whatever the bounds on the wire become.
    private static void BoundNumbers(JsonTypeInfo type, bool isBody)
    {
        if (!isBody || type.Kind != JsonTypeInfoKind.Object) return;
        foreach (var number in type.Properties.Where(property => property.PropertyType == typeof(long)))
            number.CustomConverter = type.Type == typeof(ItmoBlock) ? WireConverters.ItmoSerial : WireConverters.ExactNumber;
    }

    // Looked up once: it is asked for with every row.
    private static class Known<T>
    {
        public static readonly JsonTypeInfo<T> Type = TypeInfo<T>(Options);
    }

    private static class Families<T>
    {
        public static readonly Dictionary<string, Type> Types = TypeInfo<T>(Options).PolymorphismOptions!.DerivedTypes
            .ToDictionary(derived => (string)derived.TypeDiscriminator!, derived => derived.DerivedType, StringComparer.Ordinal);

        public static readonly Dictionary<Type, string> Names = Types.ToDictionary(pair => pair.Value, pair => pair.Key);
    }
}
