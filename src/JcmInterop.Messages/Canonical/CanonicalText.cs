using System.Text;

namespace JcmInterop.Messages.Canonical;

/// <summary>The escapes of canonical JSON strings: RFC 8785, section 3.2.2.2.</summary>
internal static class CanonicalText
{
    /// <summary>Escapes UTF-8 text into <paramref name="destination"/>, which has room for six bytes per byte, and returns the bytes written.</summary>
    public static int Escape(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        var at = 0;
        foreach (var c in text)
        {
            var letter = Letter(c);
            if (letter != 0)
            {
                destination[at++] = (byte)'\\';
                destination[at++] = letter;
            }
            else if (c < ' ')
            {
                "\\u00"u8.CopyTo(destination[at..]);
                destination[at + 4] = (byte)(c < 16 ? '0' : '1');
                destination[at + 5] = "0123456789abcdef"u8[c & 15];
                at += 6;
            }
            else
            {
                destination[at++] = c;
            }
        }

        return at;
    }

    /// <summary>The text of a canonically escaped string, without its quotes.</summary>
    public static string Decode(ReadOnlySpan<byte> escaped)
    {
        var text = Encoding.UTF8.GetString(escaped);
        if (!text.Contains('\\', StringComparison.Ordinal)) return text;
        var decoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                decoded.Append(text[i]);
                continue;
            }

            i++;
            if (text[i] == 'u')
            {
                decoded.Append((char)Convert.ToUInt16(text.Substring(i + 1, 4), 16));
                i += 4;
            }
            else
            {
                decoded.Append(text[i] switch { 'b' => '\b', 't' => '\t', 'n' => '\n', 'f' => '\f', 'r' => '\r', var plain => plain });
            }
        }

        return decoded.ToString();
    }

    private static byte Letter(byte c) => c switch
    {
        (byte)'"' => (byte)'"',
        (byte)'\\' => (byte)'\\',
        (byte)'\b' => (byte)'b',
        (byte)'\t' => (byte)'t',
        (byte)'\n' => (byte)'n',
        (byte)'\f' => (byte)'f',
        (byte)'\r' => (byte)'r',
        _ => 0,
    };
}
