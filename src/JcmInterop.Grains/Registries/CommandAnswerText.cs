using System.Buffers;
using System.Text.Json;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Refusals;
using JcmInterop.Messages.Json;

namespace JcmInterop.Grains.Registries;

/// <summary>Writes the answer to a command: what happened, or the problem document of a refusal.</summary>
/// <remarks>The first member is always <c>outcome</c>, so that a kept answer tells by itself what it was.</remarks>
internal static class CommandAnswerText
{
    /// <summary>The HTTP status of a refusal.</summary>
    public const int RefusedStatus = 422;

    private static readonly JsonWriterOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Accepted(BilateralRegistryId registry, CommandOutcome outcome) => Write(json =>
    {
        json.WriteString("outcome", "accepted");
        json.WriteString("command", outcome.Command);
        json.WriteString("registry", registry.ToString());
        WriteJournal(json, outcome);
        json.WriteStartArray("events");
        foreach (var happened in outcome.Events) json.WriteRawValue(happened.Payload.Span, skipInputValidation: true);
        json.WriteEndArray();
        json.WriteStartArray("messages");
        foreach (var message in outcome.Messages) json.WriteStringValue(MessageBodies.TypeOf(message));
        json.WriteEndArray();
    });

    public static byte[] Refused(BilateralRegistryId registry, string command, Refusal refusal) => Write(json => WriteRefusal(json, registry, command, refusal));

    /// <summary>The answer to a batch: the outcome of each command in its order; the events are in the journal at the positions named.</summary>
    public static byte[] Batch(BilateralRegistryId registry, IReadOnlyList<CommandOutcome> outcomes, int accepted) => Write(json =>
    {
        json.WriteString("outcome", "accepted");
        json.WriteString("registry", registry.ToString());
        json.WriteNumber("accepted", accepted);
        json.WriteNumber("refused", outcomes.Count - accepted);
        json.WriteStartArray("results");
        foreach (var outcome in outcomes)
        {
            json.WriteStartObject();
            if (outcome.Refusal is { } refusal) WriteRefusal(json, registry, outcome.Command, refusal);
            else
            {
                json.WriteString("outcome", "accepted");
                json.WriteString("command", outcome.Command);
                WriteJournal(json, outcome);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void WriteRefusal(Utf8JsonWriter json, BilateralRegistryId registry, string command, Refusal refusal)
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
    }

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

    private static void WriteJournal(Utf8JsonWriter json, CommandOutcome outcome)
    {
        if (outcome.Events.Count == 0)
        {
            json.WriteNull("journal");
            return;
        }

        json.WriteStartObject("journal");
        json.WriteNumber("first", outcome.LastPosition + 1);
        json.WriteNumber("final", outcome.LastPosition + outcome.Events.Count);
        json.WriteEndObject();
    }
}
