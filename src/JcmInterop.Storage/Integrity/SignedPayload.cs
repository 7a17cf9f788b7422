using System.Text.Json;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Storage.Integrity;

/// <summary>Looks into signed documents whose form nobody vouches for.</summary>
internal static class SignedPayload
{
    public static JsonElement? Payload(ReadOnlyMemory<byte> bytes, string type, out Digest hash)
    {
        hash = default;
        if (!Jws.TryRead(bytes, type, out var jws, out _)) return null;
        hash = jws!.PayloadHash;
        try
        {
            using var document = JsonDocument.Parse(jws.Payload);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string? Text(JsonElement payload, string name) =>
        payload.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    public static long? Number(JsonElement payload, string name) =>
        payload.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Number && member.TryGetInt64(out var number) ? number : null;
}
