using System.Text.Json.Nodes;

namespace JcmInterop.Messages.Json;

/// <summary>The JSON Schema of a value that has its own converter.</summary>
internal static class WireSchema
{
    /// <summary>Text that matches a pattern of ECMA-262.</summary>
    public static JsonObject Text(string pattern, string description) =>
        new() { ["type"] = "string", ["pattern"] = pattern, ["description"] = description };

    /// <summary>A whole number with both ends included.</summary>
    public static JsonObject Number(long minimum, long maximum, string description) =>
        new() { ["type"] = "integer", ["minimum"] = minimum, ["maximum"] = maximum, ["description"] = description };

    /// <summary>One of some names.</summary>
    public static JsonObject Names(IEnumerable<string> names) =>
        new() { ["enum"] = new JsonArray([.. names.Select(name => (JsonNode?)JsonValue.Create(name))]) };
}
