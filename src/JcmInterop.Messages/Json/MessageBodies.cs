using System.Text.Json;
using JcmInterop.Domain.Ledger;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Faults;

namespace JcmInterop.Messages.Json;

/// <summary>The bodies of messages: their types, and how they are read and written.</summary>
public static class MessageBodies
{
    /// <summary>All message types, in order.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. WireJson.Family<PartnerMessage>().Keys.Order(StringComparer.Ordinal)];

    /// <summary>The message type of a body, for example <c>transfer-proposal</c>.</summary>
    public static string TypeOf(PartnerMessage body) => WireJson.KindOf(body);

    /// <summary>Writes a body; its type stands in the envelope and not in the body.</summary>
    public static byte[] Write(PartnerMessage body) => JsonSerializer.SerializeToUtf8Bytes(body, WireJson.BodyOptions.GetTypeInfo(body.GetType()));

    /// <summary>Reads the body of a genuine message.</summary>
    /// <param name="envelope">The message.</param>
    /// <param name="body">The body.</param>
    /// <param name="fault">Why it cannot be read. The message still takes its place in the chain, and its receipt carries the fault as refusal.</param>
    public static bool TryRead(PartnerEnvelope envelope, out PartnerMessage? body, out WireFault? fault)
    {
        body = null;
        fault = null;
        if (!WireJson.Family<PartnerMessage>().TryGetValue(envelope.Type, out var type))
        {
            fault = WireRules.Fault(WireFaultKind.UnknownMessageType, "/type", envelope.Type);
            return false;
        }

        body = (PartnerMessage?)WireJson.Read(envelope.Body.Span, WireJson.BodyOptions.GetTypeInfo(type), out var json);
        if (json is not null) fault = WireRules.Fault(WireFaultKind.MalformedBody, $"/body{json.Pointer}", envelope.Type, json.Sentence);
        return fault is null;
    }
}
