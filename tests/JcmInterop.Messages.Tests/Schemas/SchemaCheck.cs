using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace JcmInterop.Messages.Tests.Schemas;

/// <summary>A small validator of the keywords the published schemas use, written from the specification and not from the reader.</summary>
internal sealed class SchemaCheck(JsonObject root)
{
    private static readonly HashSet<string> Annotations = ["$schema", "$id", "$defs", "title", "description"];

    public bool Accepts(JsonNode? value) => Accepts(root, value);

    private bool Accepts(JsonNode? schema, JsonNode? value) => schema switch
    {
        JsonValue constant => constant.GetValue<bool>(),
        JsonObject keywords => keywords.All(keyword => Annotations.Contains(keyword.Key) || Accepts(keywords, keyword.Key, keyword.Value, value)),
        _ => throw new InvalidOperationException($"Not a schema: {schema}"),
    };

    private bool Accepts(JsonObject schema, string keyword, JsonNode? argument, JsonNode? value) => keyword switch
    {
        "$ref" => Accepts(root["$defs"]![argument!.GetValue<string>()["#/$defs/".Length..]], value),
        "type" => argument is JsonArray types ? types.Any(type => IsOfType(type!.GetValue<string>(), value)) : IsOfType(argument!.GetValue<string>(), value),
        "const" => JsonNode.DeepEquals(argument, value),
        "enum" => argument!.AsArray().Any(one => JsonNode.DeepEquals(one, value)),
        "anyOf" => argument!.AsArray().Any(one => Accepts(one, value)),
        "not" => !Accepts(argument, value),
        "if" => Accepts(argument, value) ? Accepts(schema["then"], value) : Accepts(schema["else"], value),
        "then" or "else" => true,
        "pattern" => value is not JsonValue text || !IsText(text) || Regex.IsMatch(text.GetValue<string>(), EndingAtEnd(argument!.GetValue<string>()), RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)),
        "minLength" => value is not JsonValue text || !IsText(text) || text.GetValue<string>().EnumerateRunes().Count() >= argument!.GetValue<int>(),
        "maxLength" => value is not JsonValue text || !IsText(text) || text.GetValue<string>().EnumerateRunes().Count() <= argument!.GetValue<int>(),
        "minimum" => value is not JsonValue number || IsText(number) || !IsNumber(number) || Number(number) >= Number(argument!),
        "maximum" => value is not JsonValue number || IsText(number) || !IsNumber(number) || Number(number) <= Number(argument!),
        "minItems" => value is not JsonArray items || items.Count >= argument!.GetValue<int>(),
        "maxItems" => value is not JsonArray items || items.Count <= argument!.GetValue<int>(),
        "items" => value is not JsonArray items || items.All(item => Accepts(argument, item)),
        "required" => value is not JsonObject members || argument!.AsArray().All(name => members.ContainsKey(name!.GetValue<string>())),
        "properties" => value is not JsonObject members || argument!.AsObject().All(property => !members.ContainsKey(property.Key) || Accepts(property.Value, members[property.Key])),
        "additionalProperties" => value is not JsonObject members || members.All(member => schema["properties"]!.AsObject().ContainsKey(member.Key)),
        _ => throw new InvalidOperationException($"The schemas use a keyword that is not known here: {keyword}"),
    };

    // In ECMA-262 a dollar sign without flags stands for the end only, in .NET also for a last line feed.
    private static string EndingAtEnd(string pattern) => pattern.EndsWith('$') ? pattern[..^1] + @"(?!\n)$" : pattern;

    private static bool IsOfType(string type, JsonNode? value) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value is JsonValue text && IsText(text),
        "boolean" => value is JsonValue truth && truth.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
        "integer" => value is JsonValue number && IsNumber(number) && double.IsInteger(Number(number)),
        _ => throw new InvalidOperationException($"Unknown type {type}"),
    };

    private static bool IsText(JsonValue value) => value.GetValueKind() == System.Text.Json.JsonValueKind.String;

    private static bool IsNumber(JsonValue value) => value.GetValueKind() == System.Text.Json.JsonValueKind.Number;

    // Canonical JSON writes numbers as IEEE doubles; a decimal would round what lies nearest to zero down to a whole number.
    private static double Number(JsonNode value) => double.Parse(
        value.ToJsonString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture);
}
