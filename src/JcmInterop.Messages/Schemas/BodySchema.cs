using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Json;

namespace JcmInterop.Messages.Schemas;

/// <summary>Makes the schema of one body from its record, with one definition for each type it uses.</summary>
internal sealed class BodySchema
{
    private readonly SortedDictionary<string, JsonNode> definitions = new(StringComparer.Ordinal);
    private readonly Func<Type, string?, string?> describe;

    private BodySchema(Func<Type, string?, string?> describe) => this.describe = describe;

    /// <summary>The schema of a body.</summary>
    /// <param name="body">Its record.</param>
    /// <param name="describe">What a type, or a member of it by its name in the record, means; nothing where not known.</param>
    public static JsonObject Of(Type body, Func<Type, string?, string?> describe)
    {
        var schema = new BodySchema(describe);
        WireJson.BodyOptions.GetJsonSchemaAsNode(body, new JsonSchemaExporterOptions { TransformSchemaNode = schema.Transform });
        var definition = schema.definitions[body.Name].AsObject();
        schema.definitions.Remove(body.Name);
        var result = new JsonObject();
        foreach (var (name, value) in definition.ToList())
        {
            definition.Remove(name);
            result[name] = value;
        }

        if (schema.definitions.Count > 0) result["$defs"] = new JsonObject(schema.definitions.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        return result;
    }

    private JsonNode Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        var underlying = Nullable.GetUnderlyingType(context.TypeInfo.Type);
        var type = underlying ?? context.TypeInfo.Type;
        var isNullable = underlying is not null || (!type.IsValueType && context.PropertyInfo is { IsGetNullable: true });
        if (context.PropertyInfo?.CustomConverter is ISchemaSource member) return member.Schema();
        if (WireJson.BodyOptions.GetConverter(type) is ISchemaSource source) return Defined(type, source.Schema(), isNullable);
        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object) return Defined(type, Object(context.TypeInfo, node.AsObject()), isNullable);
        // The exporter leaves out what it knows nothing about, also for the items of a list.
        if (context.TypeInfo.ElementType is { } item && node is JsonObject list && list["items"] is null && WireJson.BodyOptions.GetConverter(item) is ISchemaSource items)
            list["items"] = Defined(item, items.Schema(), isNullable: false);
        return Bounded(type, node, isNullable);
    }

    /// <summary>A reference to the definition of a type, which is made where it is not there yet.</summary>
    private JsonObject Defined(Type type, JsonObject schema, bool isNullable)
    {
        if (!definitions.ContainsKey(type.Name))
        {
            if (describe(type, null) is { } meaning) schema["description"] = meaning;
            definitions[type.Name] = schema;
        }

        var reference = new JsonObject { ["$ref"] = $"#/$defs/{type.Name}" };
        return isNullable ? new JsonObject { ["anyOf"] = new JsonArray(reference, new JsonObject { ["type"] = "null" }) } : reference;
    }

    private JsonObject Object(JsonTypeInfo type, JsonObject schema)
    {
        schema["type"] = "object";
        if (schema["properties"] is JsonObject members)
        {
            foreach (var property in type.Properties)
            {
                var member = property.AssociatedParameter?.Name ?? property.Name;
                if (describe(type.Type, member) is { } meaning && members[property.Name] is JsonObject node) node["description"] = meaning;
            }
        }

        return schema;
    }

    private static JsonNode Bounded(Type type, JsonNode node, bool isNullable)
    {
        if (node is not JsonObject schema) return node;
        if (type == typeof(int)) (schema["minimum"], schema["maximum"]) = (int.MinValue, int.MaxValue);
        else if (type == typeof(long)) (schema["minimum"], schema["maximum"]) = (-PartnerEnvelope.SequenceMax, PartnerEnvelope.SequenceMax);
        if (type == typeof(string) && !isNullable) schema["type"] = "string";
        return schema;
    }
}
