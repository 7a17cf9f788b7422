using System.Buffers.Text;
using System.Text.Json;
using JcmInterop.Storage.State;

namespace JcmInterop.Server.Reading;

/// <summary>A cursor among unit blocks as one text without meaning to clients.</summary>
internal static class UnitCursorText
{
    public static string Write(UnitBlockCursor cursor)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartArray();
            json.WriteStringValue(cursor.Prefix);
            json.WriteStringValue(cursor.Suffix);
            json.WriteNumberValue(cursor.First);
            json.WriteStringValue(cursor.Key);
            json.WriteEndArray();
        }

        return Base64Url.EncodeToString(output.ToArray());
    }

    /// <summary>Reads a cursor; empty is the start, and nothing comes of a text that is none.</summary>
    public static UnitBlockCursor? Read(string text)
    {
        if (text.Length == 0) return UnitBlockCursor.Start;
        if (!Base64Url.IsValid(text)) return null;
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(text));
            return json.RootElement is { ValueKind: JsonValueKind.Array } array
                && array.GetArrayLength() == 4
                && array[0].ValueKind == JsonValueKind.String
                && array[1].ValueKind == JsonValueKind.String
                && array[2].ValueKind == JsonValueKind.Number
                && array[2].TryGetInt64(out var first)
                && array[3].ValueKind == JsonValueKind.String
                    ? new UnitBlockCursor(array[0].GetString()!, array[1].GetString()!, first, array[3].GetString()!)
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
