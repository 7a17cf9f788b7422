using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using JcmInterop.Conformance.Reports;

namespace JcmInterop.Conformance.Exchange;

/// <summary>What an endpoint answered, read without trusting it; strictness is for the cases that look at it.</summary>
/// <param name="Status">HTTP status; zero where there was no answer.</param>
/// <param name="ContentType">Content type without parameters.</param>
/// <param name="Body">The body.</param>
/// <param name="Failure">Why there was no answer.</param>
internal sealed record EndpointAnswer(int Status, string? ContentType, byte[] Body, string? Failure = null)
{
    private const int WordsMax = 200;

    private const int OkStatus = 200;

    public bool IsStored => Status == OkStatus;

    /// <summary>The body as a JSON object, or nothing.</summary>
    public JsonElement? Json { get; } = Object(Body);

    /// <summary>The payload of a signed receipt in the body, whoever signed it; nothing where there is none.</summary>
    public JsonElement? Receipt => Text(Json, "payload") is { } payload && TryDecode(payload, out var bytes) ? Object(bytes) : null;

    public string? Outcome => Text(Receipt, "outcome");

    /// <summary>The refusal the answer carries: in the receipt or as problem details.</summary>
    public ObservedRefusal? Refusal => ObservedRefusal.From(IsStored ? Member(Receipt, "refusal") : Json);

    /// <summary>The answer in a few words.</summary>
    public string Words => Failure ?? (IsStored ? $"200, receipt '{Outcome ?? "unreadable"}'" : $"{Status}{Detail()}");

    public static string? Text(JsonElement? json, string name) =>
        Member(json, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static JsonElement? Member(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var value) ? value : null;

    private static bool TryDecode(string text, out byte[] bytes)
    {
        bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (!Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var written)) return false;
        bytes = bytes[..written];
        return true;
    }

    private static JsonElement? Object(byte[] bytes)
    {
        try
        {
            return JsonElement.Parse(bytes) is { ValueKind: JsonValueKind.Object } json ? json : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string Detail()
    {
        if (Refusal is { } refusal) return $", rule {refusal.Rule}";
        var text = Encoding.UTF8.GetString(Body).Trim();
        return text.Length == 0 ? ", no body" : $", '{(text.Length > WordsMax ? text[..WordsMax] : text)}'";
    }
}
