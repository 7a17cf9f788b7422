using System.Buffers;
using System.Globalization;
using System.Text;

namespace JcmInterop.Reporting.Spreadsheets;

/// <summary>Writes the XML of a sheet as UTF-8 through one fixed buffer; what is written is never looked at again.</summary>
internal sealed class SheetXml(Stream output) : IDisposable
{
    private const int BufferBytes = 1 << 16;
    private const int BytesPerCharMax = 3;
    private const int ChunkChars = 4_096;

    // Whatever cannot be copied as it is: markup, characters XML does not carry, and halves of surrogate pairs.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. "&<>\uFFFE\uFFFF", .. Enumerable.Range(0, 0x20).Select(c => (char)c), .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    private readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
    private int used;

    /// <summary>Writes markup as it is.</summary>
    public void Raw(ReadOnlySpan<byte> xml)
    {
        Reserve(xml.Length);
        xml.CopyTo(buffer.AsSpan(used));
        used += xml.Length;
    }

    /// <summary>Writes a whole number.</summary>
    public void Number(long number)
    {
        Reserve(20);
        number.TryFormat(buffer.AsSpan(used), out var written, default, CultureInfo.InvariantCulture);
        used += written;
    }

    /// <summary>Writes a text with everything escaped; characters XML cannot carry become U+FFFD, because one would make the whole file unreadable.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            var plain = text.IndexOfAny(Special);
            Copy(plain < 0 ? text : text[..plain]);
            if (plain < 0) return;
            text = text[(plain + Escape(text[plain..]))..];
        }
    }

    /// <summary>Hands the rest over; the stream stays open.</summary>
    public void Dispose()
    {
        Flush();
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private int Escape(ReadOnlySpan<char> text)
    {
        switch (text[0])
        {
            case '&': Raw("&amp;"u8); return 1;
            case '<': Raw("&lt;"u8); return 1;
            case '>': Raw("&gt;"u8); return 1;
            case '\t' or '\n': Copy(text[..1]); return 1;
            case '\r': Raw("&#13;"u8); return 1;
            default: break;
        }

        if (text.Length > 1 && char.IsSurrogatePair(text[0], text[1]))
        {
            Copy(text[..2]);
            return 2;
        }

        Copy("\uFFFD");
        return 1;
    }

    private void Copy(ReadOnlySpan<char> text)
    {
        for (; text.Length > 0;)
        {
            var length = Math.Min(text.Length, ChunkChars);
            if (length < text.Length && char.IsHighSurrogate(text[length - 1])) length--;
            Reserve(length * BytesPerCharMax);
            used += Encoding.UTF8.GetBytes(text[..length], buffer.AsSpan(used));
            text = text[length..];
        }
    }

    private void Reserve(int bytes)
    {
        if (buffer.Length - used < bytes) Flush();
    }

    private void Flush()
    {
        output.Write(buffer, 0, used);
        used = 0;
    }
}
