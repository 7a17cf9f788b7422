using System.Text;
using System.Text.Json;
using JcmInterop.Messages.Canonical;

namespace JcmInterop.Server.Partners;

/// <summary>What a partner's node says where it gives no receipt: a problem document, or whatever else stands in its place.</summary>
internal static class PartnerWords
{
    /// <summary>Most characters of a partner's own words that are kept.</summary>
    public const int WordsMax = 1_000;

    /// <summary>Its words, and the message number it expects, where it names one. Any bytes have an answer.</summary>
    public static (string Words, long? ExpectedSequence) Read(byte[] body)
    {
        // Only strict JSON is looked into: a text in it can always be read then.
        if (!CanonicalJson.TryWrite(body, JsonBounds.Wire, out var canonical, out _)) return (Cut(Encoding.UTF8.GetString(body)), null);
        using var document = JsonDocument.Parse(canonical);
        var problem = document.RootElement;
        if (problem.ValueKind != JsonValueKind.Object) return (Cut(Encoding.UTF8.GetString(body)), null);
        var detail = problem.TryGetProperty("detail", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : problem.GetRawText();
        var expected = problem.TryGetProperty("expectedSequence", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out var value)
            ? value
            : (long?)null;
        return (Cut(detail), expected);
    }

    private static string Cut(string text) => text.Length > WordsMax ? text[..WordsMax] : text;
}
