using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Refusals;
using JcmInterop.Messages.Json;
using JcmInterop.Storage.Journal;

namespace JcmInterop.Grains.Registries;

/// <summary>Writes the answer to a command: what happened, or the problem document of a refusal.</summary>
/// <remarks>The first member is always <c>outcome</c>, so that a kept answer tells by itself what it was.</remarks>
internal static class CommandAnswerText
{
    /// <summary>The HTTP status of a refusal.</summary>
    public const int RefusedStatus = 422;

    private static readonly JsonWriterOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Accepted(
        BilateralRegistryId registry, string command, long lastPosition, IReadOnlyList<JournalEntry> events, ImmutableArray<PartnerMessage> messages) => Write(json =>
    {
        json.WriteString("outcome", "accepted");
        json.WriteString("command", command);
        json.WriteString("registry", registry.ToString());
        json.WritePropertyName("journal");
        if (events.Count == 0) json.WriteNullValue();
        else WritePositions(json, lastPosition + 1, lastPosition + events.Count);
        json.WriteStartArray("events");
        foreach (var happened in events) json.WriteRawValue(happened.Payload.Span, skipInputValidation: true);
        json.WriteEndArray();
        json.WriteStartArray("messages");
        foreach (var message in messages) json.WriteStringValue(MessageBodies.TypeOf(message));
        json.WriteEndArray();
    });

    public static byte[] Refused(BilateralRegistryId registry, string command, Refusal refusal) => Write(json =>
    {
        json.WriteString("outcome", "refused");
        json.WriteString("type", $"urn:jcm-interop:rule:{refusal.Rule}");
        json.WriteString("title", $"Refused by rule {refusal.Rule}");
        json.WriteNumber("status", RefusedStatus);
        json.WriteString("detail", refusal.English);
        json.WriteString("command", command);
        json.WriteString("registry", registry.ToString());
        json.WriteNumber("rule", refusal.Rule);
        json.WriteString("english", refusal.English);
        json.WriteString("japanese", refusal.Japanese);
        json.WriteString("citation", refusal.Citation);
        json.WriteString("remedyEnglish", refusal.RemedyEnglish);
        json.WriteString("remedyJapanese", refusal.RemedyJapanese);
    });

    /// <summary>What a kept answer was.</summary>
    public static CommandReplyKind KindOf(ReadOnlySpan<byte> answer) =>
        answer.StartsWith("{\"outcome\":\"accepted\""u8) ? CommandReplyKind.Accepted : CommandReplyKind.Refused;

    private static byte[] Write(Action<Utf8JsonWriter> members)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    private static void WritePositions(Utf8JsonWriter json, long first, long final)
    {
        json.WriteStartObject();
        json.WriteNumber("first", first);
        json.WriteNumber("final", final);
        json.WriteEndObject();
    }
}
