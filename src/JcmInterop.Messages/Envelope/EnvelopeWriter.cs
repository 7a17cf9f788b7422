using System.Buffers;
using System.Globalization;
using System.Text;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Json;

namespace JcmInterop.Messages.Envelope;

/// <summary>Writes an envelope straight in canonical form: its members in order of their names, all of them plain ASCII.</summary>
internal static class EnvelopeWriter
{
    public static ReadOnlyMemory<byte> Write(PartnerEnvelope envelope)
    {
        if (!PartnerEnvelope.IsType(envelope.Type)) throw new ArgumentException($"'{envelope.Type}' is not a message type.", nameof(envelope));
        var output = new ArrayBufferWriter<byte>(envelope.Body.Length + 512);
        output.Write("{\"body\":"u8);
        if (CanonicalJson.Append(envelope.Body.Span, JsonBounds.Wire, output) is { } fault)
            throw new ArgumentException($"The body of a {envelope.Type} cannot be written: {fault}", nameof(envelope));
        var previous = envelope.Sequence == 1 ? "" : envelope.Previous.ToBase64Url();
        Put(output, $"""
            ,"from":"{envelope.From}","id":"{envelope.Id:D}","previous":"{previous}","protocol":"{PartnerEnvelope.ProtocolVersion}"
            """);
        Put(output, $"""
            ,"registry":"{envelope.Registry}","sentAt":"{WireInstant.Format(envelope.SentAt)}","sequence":{envelope.Sequence},"to":"{envelope.To}","type":"{envelope.Type}"
            """);
        output.Write("}"u8);
        return output.WrittenMemory;
    }

    private static void Put(ArrayBufferWriter<byte> output, FormattableString text) =>
        Encoding.ASCII.GetBytes(text.ToString(CultureInfo.InvariantCulture), output);
}
