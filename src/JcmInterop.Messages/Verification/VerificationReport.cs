using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using JcmInterop.Messages.Json;

namespace JcmInterop.Messages.Verification;

/// <summary>What checking a file offline came to, part by part.</summary>
/// <param name="Findings">The findings, in the order of the file.</param>
public sealed record VerificationReport(IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether something is genuine and nothing failed.</summary>
    public bool IsGenuine => Findings.Any(f => f.Outcome == FindingOutcome.Genuine) && Findings.All(f => f.Outcome != FindingOutcome.Failed);

    /// <summary>The report as UTF-8 JSON.</summary>
    public byte[] ToJson()
    {
        var output = new ArrayBufferWriter<byte>();
        // For people and programs, never for a web page, so Japanese stays readable.
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteBoolean("genuine", IsGenuine);
            json.WriteStartArray("findings");
            foreach (var finding in Findings) Write(json, finding);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("part", finding.Part);
        json.WriteString("outcome", JsonNamingPolicy.CamelCase.ConvertName(finding.Outcome.ToString()));
        json.WriteString("english", finding.English);
        json.WriteString("japanese", finding.Japanese);
        json.WriteString("signedBy", finding.SignedBy?.Code);
        json.WriteString("keyId", finding.KeyId);
        json.WriteString("at", finding.At is { } at ? WireInstant.Format(at) : null);
        if (finding.Fault is { } fault) json.WriteNumber("rule", fault.Rule);
        else json.WriteNull("rule");
        json.WriteEndObject();
    }
}
