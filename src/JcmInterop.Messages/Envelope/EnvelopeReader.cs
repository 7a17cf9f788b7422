using JcmInterop.Messages.Faults;

namespace JcmInterop.Messages.Envelope;

/// <summary>Reads an envelope from a payload: exact members, exact forms.</summary>
internal static class EnvelopeReader
{
    private static readonly string[] Names = ["protocol", "id", "from", "to", "registry", "sequence", "previous", "sentAt", "type", "body"];

    public static PartnerEnvelope? Read(ReadOnlyMemory<byte> payload, out WireFault? fault)
    {
        if (DocumentReader.Read(payload, Names, out fault) is not { } document) return null;
        var envelope = new PartnerEnvelope(
            document.MessageId("id"),
            document.Party("from"),
            document.Party("to"),
            document.Registry("registry"),
            document.Count("sequence", least: 1),
            document.HashOrNone("previous"),
            document.Instant("sentAt"),
            document.Text("type"),
            document.Object("body"));
        if (document.Fault is null) Agree(document, envelope);
        fault = document.Fault;
        return fault is null ? envelope : null;
    }

    private static void Agree(DocumentReader document, PartnerEnvelope envelope)
    {
        if (!PartnerEnvelope.IsType(envelope.Type)) document.Wrong("type", "is not a message type: lower-case letters, digits and hyphens", 0);
        if (envelope.Previous.IsNone != (envelope.Sequence == 1)) document.Wrong("previous", "is empty for the first message of a direction and for no other", 0);
    }
}
