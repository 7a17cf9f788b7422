using System.Text.Json;

namespace JcmInterop.Conformance.Reports;

/// <summary>A refusal as an endpoint told it, in a receipt or as problem details.</summary>
/// <param name="Rule">The endpoint's own number.</param>
/// <param name="English">The sentence in English.</param>
/// <param name="Japanese">The sentence in Japanese.</param>
/// <param name="RemedyEnglish">What would succeed, in English.</param>
/// <param name="RemedyJapanese">What would succeed, in Japanese.</param>
public sealed record ObservedRefusal(long Rule, string English, string Japanese, string RemedyEnglish, string RemedyJapanese)
{
    private const int TextMax = 2_000;

    internal static ObservedRefusal? From(JsonElement? json)
    {
        if (json is not { ValueKind: JsonValueKind.Object } refusal) return null;
        if (!refusal.TryGetProperty("rule", out var rule) || rule.ValueKind != JsonValueKind.Number || !rule.TryGetInt64(out var number)) return null;
        return new ObservedRefusal(
            number, Text(refusal, "english"), Text(refusal, "japanese"), Text(refusal, "remedyEnglish"), Text(refusal, "remedyJapanese"));
    }

    private static string Text(JsonElement json, string name)
    {
        var text = json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        return text.Length > TextMax ? text[..TextMax] : text;
    }
}
