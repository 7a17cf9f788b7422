using System.Text.Json.Nodes;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Json;

namespace JcmInterop.Conformance.Exchange;

/// <summary>A message ready to be sent, good or spoilt.</summary>
/// <param name="Bytes">The signed document.</param>
/// <param name="PayloadBytes">The payload as it is sent.</param>
/// <param name="Payload">What the payload says.</param>
internal sealed record SealedDraft(byte[] Bytes, byte[] PayloadBytes, JsonObject Payload)
{
    public Digest Hash => Digest.Of(PayloadBytes);

    public string Id => Text("id");

    public long Sequence => Payload["sequence"] is JsonValue value && value.TryGetValue<long>(out var number) ? number : 0;

    /// <summary>Where its direction stands if an endpoint took this message.</summary>
    public DirectionHead Head => HeadAs(Hash);

    public DirectionHead HeadAs(Digest hash) => new(Sequence, hash, WireInstant.TryParse(Text("sentAt"), out var at) ? at : default);

    public string Text(string name) => Payload[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
