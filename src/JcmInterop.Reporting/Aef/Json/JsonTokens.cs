using System.Text.Json;

namespace JcmInterop.Reporting.Aef.Json;

/// <summary>Reads JSON token by token from a stream; memory does not grow with the file.</summary>
internal sealed class JsonTokens
{
    private const int DepthMax = 8;
    private const int BufferBytes = 1 << 16;
    private const int TokenBytesMax = 1 << 20;

    private readonly Stream input;
    private byte[] buffer = new byte[BufferBytes];
    private int start;
    private int end;
    private long bufferOffset;
    private bool isLast;
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = DepthMax });

    /// <summary>Starts at a byte of the file, where a JSON value begins.</summary>
    public JsonTokens(Stream input, long offset)
    {
        this.input = input;
        input.Position = bufferOffset = offset;
    }

    /// <summary>Kind of the token read last.</summary>
    public JsonTokenType Type { get; private set; }

    /// <summary>Nesting of the token read last, from 0.</summary>
    public int Depth { get; private set; }

    /// <summary>Text of a string or name; nothing for others.</summary>
    public string? Text { get; private set; }

    /// <summary>A whole number; nothing for others.</summary>
    public long? Number { get; private set; }

    /// <summary>The byte after the token read last.</summary>
    public long Offset { get; private set; }

    /// <summary>Reads the next token.</summary>
    /// <returns>False at the end of the value.</returns>
    /// <exception cref="FormatException">The text is no JSON; the message names the place.</exception>
    public bool Read()
    {
        while (true)
        {
            if (TryRead()) return true;
            if (isLast) return false;
            Fill();
        }
    }

    /// <summary>Passes over the value that begins with the token read last.</summary>
    public void Skip()
    {
        if (Type is not (JsonTokenType.StartObject or JsonTokenType.StartArray)) return;
        var depth = Depth;
        while (Read() && Depth > depth) { }
    }

    private bool TryRead()
    {
        var json = new Utf8JsonReader(buffer.AsSpan(start, end - start), isLast, state);
        try
        {
            if (!json.Read()) return false;
        }
        catch (JsonException fault)
        {
            throw new FormatException($"The file is not JSON: line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}.", fault);
        }

        (Type, Depth) = (json.TokenType, json.CurrentDepth);
        Text = Type is JsonTokenType.String or JsonTokenType.PropertyName ? Characters(json) : null;
        Number = Type == JsonTokenType.Number && json.TryGetInt64(out var number) ? number : null;
        start += (int)json.BytesConsumed;
        Offset = bufferOffset + start;
        state = json.CurrentState;
        return true;
    }

    private string Characters(Utf8JsonReader json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException fault)
        {
            throw new FormatException($"The file is not JSON: the text that ends at byte {bufferOffset + start + json.BytesConsumed} is not UTF-8.", fault);
        }
    }

    private void Fill()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        bufferOffset += start;
        (start, end) = (0, end - start);
        if (end == buffer.Length)
        {
            if (buffer.Length >= TokenBytesMax) throw new FormatException($"A text in the file is longer than {TokenBytesMax} bytes.");
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = input.Read(buffer.AsSpan(end));
        isLast = read == 0;
        end += read;
    }
}
