using System.Runtime.InteropServices;
using System.Text.Json;

namespace JcmInterop.Messages.Verification;

/// <summary>One message and its receipt, byte for byte as they were sent.</summary>
/// <param name="Message">The signed message.</param>
/// <param name="Receipt">The signed receipt; nothing while it is not there.</param>
public sealed record EvidenceExchange(ReadOnlyMemory<byte> Message, ReadOnlyMemory<byte>? Receipt)
{
    /// <summary>Writes a list of exchanges as a member of a file.</summary>
    internal static void WriteAll(Utf8JsonWriter json, string name, IEnumerable<EvidenceExchange> exchanges)
    {
        json.WriteStartArray(name);
        foreach (var exchange in exchanges) exchange.Write(json);
        json.WriteEndArray();
    }

    /// <summary>Reads one exchange of a file, whose members have been looked at.</summary>
    internal static EvidenceExchange Read(JsonElement json)
    {
        var receipt = json.GetProperty("receipt");
        return new EvidenceExchange(Raw(json.GetProperty("message")), receipt.ValueKind == JsonValueKind.Null ? default(ReadOnlyMemory<byte>?) : Raw(receipt));
    }

    private static ReadOnlyMemory<byte> Raw(JsonElement json) => JsonMarshal.GetRawUtf8Value(json).ToArray();

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WritePropertyName("message");
        json.WriteRawValue(Message.Span);
        json.WritePropertyName("receipt");
        if (Receipt is { } receipt) json.WriteRawValue(receipt.Span);
        else json.WriteNullValue();
        json.WriteEndObject();
    }
}
