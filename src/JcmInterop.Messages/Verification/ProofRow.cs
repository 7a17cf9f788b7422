using System.Buffers.Text;
using System.Text.Json;
using JcmInterop.Messages.Digests;

namespace JcmInterop.Messages.Verification;

/// <summary>One row of a journal with its proof.</summary>
/// <param name="Index">Place of the row in the journal, from 0.</param>
/// <param name="Row">The bytes whose SHA-256 is the hash of the row.</param>
/// <param name="Path">The inclusion proof.</param>
public sealed record ProofRow(long Index, ReadOnlyMemory<byte> Row, IReadOnlyList<Digest> Path)
{
    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteMembers(json);
        json.WriteEndObject();
    }

    internal void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteNumber("index", Index);
        json.WriteString("row", Base64Url.EncodeToString(Row.Span));
        json.WriteStartArray("path");
        foreach (var hash in Path) json.WriteStringValue(hash.ToBase64Url());
        json.WriteEndArray();
    }
}
