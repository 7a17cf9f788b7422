using System.Buffers;
using System.Text.Json;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Messages.Verification;

/// <summary>The evidence of one transfer: every message about it with its receipt, the public keys, and proofs that the journals hold them. Verifies offline.</summary>
/// <param name="Registry">The bilateral registry.</param>
/// <param name="About">What it is about: the id of the transfer, which every message names.</param>
/// <param name="Exchanges">The messages and receipts, in the order of their sending times.</param>
/// <param name="Keys">The public keys of both sides. They help a reader; whoever relies on the file compares them with keys from elsewhere.</param>
/// <param name="Checkpoints">Signed checkpoints of the journals; may be empty.</param>
/// <param name="Inclusions">Proofs against the checkpoints; may be empty.</param>
public sealed record EvidenceFile(
    BilateralRegistryId Registry,
    string About,
    IReadOnlyList<EvidenceExchange> Exchanges,
    KeySet Keys,
    IReadOnlyList<ReadOnlyMemory<byte>> Checkpoints,
    IReadOnlyList<EvidenceInclusion> Inclusions)
{
    /// <summary>The format every file names.</summary>
    public const string Format = "jcm-evidence";

    /// <summary>The version of the format.</summary>
    public const string Version = "1.0";

    /// <summary>Most bytes of one file: 32 MiB.</summary>
    public const int BytesMax = 32 * 1024 * 1024;

    /// <summary>Most messages, checkpoints or proofs in one file.</summary>
    public const int PartsMax = 1_000;

    /// <summary>The file, UTF-8.</summary>
    public byte[] ToBytes()
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteString("version", Version);
            json.WriteString("registry", Registry.ToString());
            json.WriteString("about", About);
            EvidenceExchange.WriteAll(json, "exchanges", Exchanges);
            json.WritePropertyName("keys");
            json.WriteRawValue(Keys.ToJsonArray());
            json.WriteStartArray("checkpoints");
            foreach (var checkpoint in Checkpoints) json.WriteRawValue(checkpoint.Span);
            json.WriteEndArray();
            json.WriteStartArray("inclusions");
            foreach (var inclusion in Inclusions) Write(json, inclusion);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, EvidenceInclusion inclusion)
    {
        json.WriteStartObject();
        json.WriteNumber("exchange", inclusion.Exchange);
        json.WriteNumber("checkpoint", inclusion.Checkpoint);
        new ProofRow(inclusion.Index, inclusion.Row, inclusion.Path).WriteMembers(json);
        json.WriteEndObject();
    }
}
