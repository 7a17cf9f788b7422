using System.Buffers;
using System.Text.Json;
using JcmInterop.Messages.Canonical;

namespace JcmInterop.Messages.Verification;

/// <summary>What a node hands out to whoever knows the hash of a message: the rows of its journal that name it, proven against a checkpoint.</summary>
/// <param name="Checkpoint">The signed checkpoint.</param>
/// <param name="Rows">The rows.</param>
public sealed record ProofAnswer(ReadOnlyMemory<byte> Checkpoint, IReadOnlyList<ProofRow> Rows)
{
    /// <summary>Most rows about one message: that it was sent or received, and its receipt.</summary>
    public const int RowsMax = 2;

    /// <summary>Largest answer, in bytes.</summary>
    public const int BytesMax = 64 * 1024;

    /// <summary>The answer, UTF-8.</summary>
    public byte[] ToBytes()
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WritePropertyName("checkpoint");
            json.WriteRawValue(Checkpoint.Span);
            json.WriteStartArray("rows");
            foreach (var row in Rows) row.Write(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    /// <summary>Reads an answer; says nothing about whether it is genuine.</summary>
    /// <exception cref="FormatException">It has another form.</exception>
    public static ProofAnswer Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > BytesMax || !CanonicalJson.TryWrite(bytes.Span, new JsonBounds(BytesMax, JsonBounds.WireDepthMax), out _, out _))
            throw new FormatException("The answer is not acceptable JSON.");
        using var document = JsonDocument.Parse(bytes);
        return EvidenceReader.Proof(document.RootElement);
    }
}
