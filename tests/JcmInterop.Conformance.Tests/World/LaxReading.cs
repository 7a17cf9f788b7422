using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Json;

namespace JcmInterop.Conformance.Tests.World;

/// <summary>Reads a message as somebody would who checks nothing.</summary>
internal static class LaxReading
{
    private static readonly JsonDocumentOptions Lax = new() { AllowDuplicateProperties = true, MaxDepth = 256 };

    public static SignedMessage? Of(byte[] bytes)
    {
        if (Document(bytes) is not { } document) return null;
        var payload = Decoded(document);
        if (payload.Length == 0) return null;
        using var read = Parsed(payload);
        if (read is null || read.RootElement.ValueKind != JsonValueKind.Object) return null;
        var json = read.RootElement;
        var envelope = new PartnerEnvelope(
            Guid.TryParse(Text(json, "id"), out var id) ? id : Guid.Empty,
            PartyCode.Japan,
            new PartyCode("THA"),
            new BilateralRegistryId(PartyCode.Japan, new PartyCode("THA")),
            Sequence(json),
            Digest.TryParse(Text(json, "previous"), out var previous) ? previous : default,
            DateTimeOffset.TryParse(Text(json, "sentAt"), out var at) ? at : default,
            Text(json, "type") is { Length: > 0 } type ? type : "test",
            Encoding.UTF8.GetBytes(json.TryGetProperty("body", out var body) ? body.GetRawText() : "{}"));
        return new SignedMessage(bytes, envelope, Digest.Of(payload), "");
    }

    private static JsonNode? Document(byte[] bytes)
    {
        try
        {
            var text = Encoding.UTF8.GetString(bytes);
            return text.StartsWith('{') ? JsonNode.Parse(bytes) : new JsonObject { ["payload"] = text.Split('.').ElementAtOrDefault(1) };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] Decoded(JsonNode document)
    {
        var text = $"{document["payload"]}".TrimEnd('=');
        return Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : [];
    }

    private static JsonDocument? Parsed(byte[] payload)
    {
        try
        {
            return JsonDocument.Parse(Encoding.UTF8.GetString(payload).TrimStart('\uFEFF'), Lax);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static long Sequence(JsonElement json) =>
        json.TryGetProperty("sequence", out var value) && long.TryParse(value.ToString(), out var number) ? number : 1;

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.ToString() : "";
}
