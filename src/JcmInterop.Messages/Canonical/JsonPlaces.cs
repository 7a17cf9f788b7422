using System.Text;
using System.Text.Json;

namespace JcmInterop.Messages.Canonical;

/// <summary>Finds the JSON Pointer, line and column of a fault by a second reading, so that good texts pay nothing for it.</summary>
internal static class JsonPlaces
{
    /// <summary>The fault at a byte offset of a text.</summary>
    public static JsonFault At(ReadOnlySpan<byte> json, long offset, int depthMax, string sentence)
    {
        var before = json[..(int)Math.Clamp(offset, 0, json.Length)];
        var line = before.Count((byte)'\n') + 1;
        var column = before.Length - before.LastIndexOf((byte)'\n');
        return new JsonFault(PointerAt(json, offset, depthMax), line, column, sentence);
    }

    /// <summary>The fault a reader of the framework reported.</summary>
    public static JsonFault Of(ReadOnlySpan<byte> json, JsonException exception, int depthMax) =>
        At(json, Offset(json, exception), depthMax, Sentence(exception.Message));

    /// <summary>The pointer of the innermost object that ends at or after a byte offset.</summary>
    public static string ObjectEndingAt(ReadOnlySpan<byte> json, long offset, int depthMax)
    {
        var path = new JsonPath();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = depthMax });
        while (reader.Read())
        {
            path.Enter(ref reader);
            path.Leave(ref reader);
            if (reader.TokenType == JsonTokenType.EndObject && reader.BytesConsumed >= offset) break;
        }

        return path.Pointer;
    }

    /// <summary>The first null that stands in an array; nothing where there is none.</summary>
    public static JsonFault? NullInArray(ReadOnlySpan<byte> json, int depthMax)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = depthMax });
        Span<bool> isArray = stackalloc bool[depthMax + 1];
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) isArray[reader.CurrentDepth] = reader.TokenType == JsonTokenType.StartArray;
            else if (reader.TokenType == JsonTokenType.Null && reader.CurrentDepth > 0 && isArray[reader.CurrentDepth - 1])
                return At(json, reader.TokenStartIndex, depthMax, "An item of a list cannot be null.");
        }

        return null;
    }

    /// <summary>The offset of a line and a position in it, both from 0.</summary>
    public static long Offset(ReadOnlySpan<byte> json, JsonException exception) => Offset(json, exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);

    /// <summary>A framework message without the place it repeats at its end.</summary>
    public static string Sentence(string message)
    {
        foreach (var tail in (ReadOnlySpan<string>)[" LineNumber:", " Path:"])
        {
            var at = message.IndexOf(tail, StringComparison.Ordinal);
            if (at > 0) message = message[..at];
        }

        return message;
    }

    /// <summary>One reference token of a JSON Pointer: RFC 6901, section 3.</summary>
    public static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static long Offset(ReadOnlySpan<byte> json, long line, long bytePosition)
    {
        var start = 0;
        for (; line > 0; line--)
        {
            var end = json[start..].IndexOf((byte)'\n');
            if (end < 0) break;
            start += end + 1;
        }

        return Math.Min(start + bytePosition, json.Length);
    }

    private static string PointerAt(ReadOnlySpan<byte> json, long offset, int depthMax)
    {
        var path = new JsonPath();
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = depthMax });
            while (reader.Read())
            {
                path.Enter(ref reader);
                if (reader.BytesConsumed > offset) break;
                path.Leave(ref reader);
            }
        }
        catch (JsonException)
        {
            return path.Pointer;
        }

        return path.Pointer;
    }

    /// <summary>The open objects and arrays around the token being read.</summary>
    private sealed class JsonPath
    {
        private readonly List<(bool IsArray, int Index, string Name)> open = [];

        public string Pointer
        {
            get
            {
                var text = new StringBuilder();
                foreach (var (isArray, index, name) in open)
                {
                    if (isArray ? index < 0 : name.Length == 0) break;
                    text.Append('/').Append(isArray ? index.ToString(System.Globalization.CultureInfo.InvariantCulture) : name);
                }

                return text.ToString();
            }
        }

        public void Enter(ref Utf8JsonReader reader)
        {
            if (reader.TokenType == JsonTokenType.PropertyName) open[^1] = (false, 0, Escape(Name(ref reader)));
            else if (reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject) && open.Count > 0 && open[^1].IsArray)
                open[^1] = (true, open[^1].Index + 1, "");
        }

        public void Leave(ref Utf8JsonReader reader)
        {
            if (reader.TokenType == JsonTokenType.StartObject) open.Add((false, 0, ""));
            else if (reader.TokenType == JsonTokenType.StartArray) open.Add((true, -1, ""));
            else if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject) open.RemoveAt(open.Count - 1);
        }

        private static string Name(ref Utf8JsonReader reader)
        {
            try
            {
                return reader.GetString() ?? "";
            }
            catch (InvalidOperationException)
            {
                // A name with half of a surrogate pair or broken UTF-8 may be the very fault being located.
                return Encoding.Latin1.GetString(reader.ValueSpan);
            }
        }
    }
}
