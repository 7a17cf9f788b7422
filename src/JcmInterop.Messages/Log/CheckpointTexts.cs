using System.Buffers;
using System.Text.Json;
using JcmInterop.Domain.Checkpoints;

namespace JcmInterop.Messages.Log;

/// <summary>Turns signed checkpoints into the form they have inside messages and records, and back.</summary>
public static class CheckpointTexts
{
    /// <summary>The record of a checkpoint.</summary>
    public static CheckpointRecord Record(SignedCheckpoint signed, CheckpointStage stage)
    {
        var checkpoint = signed.Checkpoint;
        return new CheckpointRecord(checkpoint.Party, stage, checkpoint.TreeSize, checkpoint.Root.ToBase64Url(), checkpoint.At, Text(signed.Bytes));
    }

    /// <summary>The signed bytes, as they stand alone.</summary>
    public static ReadOnlyMemory<byte> Bytes(SignedText text)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("payload", text.Payload);
            json.WriteStartArray("signatures");
            foreach (var signature in text.Signatures)
            {
                json.WriteStartObject();
                json.WriteString("protected", signature.Protected);
                json.WriteString("signature", signature.Signature);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return output.WrittenMemory;
    }

    private static SignedText Text(ReadOnlyMemory<byte> signed)
    {
        using var document = JsonDocument.Parse(signed);
        var json = document.RootElement;
        return new SignedText(
            json.GetProperty("payload").GetString()!,
            [.. json.GetProperty("signatures").EnumerateArray().Select(s => new SignatureText(s.GetProperty("protected").GetString()!, s.GetProperty("signature").GetString()!))]);
    }
}
