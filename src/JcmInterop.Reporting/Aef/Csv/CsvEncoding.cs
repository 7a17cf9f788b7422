using System.Buffers;
using System.Text;

namespace JcmInterop.Reporting.Aef.Csv;

/// <summary>Tells before reading whether the bytes of a text file are UTF-8.</summary>
internal static class CsvEncoding
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Why the file is not read, or nothing when all of it is UTF-8. The stream is left at the first character.</summary>
    public static string? Fault(Stream input)
    {
        if (!Decodes(input, new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder()))
        {
            var shiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? throw new InvalidOperationException("The Shift-JIS code page is part of the base library and was not found.");
            return Decodes(input, shiftJis.GetDecoder())
                ? "its characters are in Shift-JIS; save it as CSV UTF-8 (文字コードが Shift-JIS です。CSV UTF-8 で保存してください)"
                : "its characters are not UTF-8; save it as CSV UTF-8";
        }

        input.Position = 0;
        return null;
    }

    private static bool Decodes(Stream input, Decoder decoder)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(BufferBytes);
        var characters = ArrayPool<char>.Shared.Rent(BufferBytes + 1);
        try
        {
            input.Position = 0;
            int read;
            do
            {
                read = input.Read(bytes, 0, BufferBytes);
                var count = decoder.GetChars(bytes.AsSpan(0, read), characters, flush: read == 0);
                if (characters.AsSpan(0, count).Contains('\0')) return false;
            }
            while (read > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<char>.Shared.Return(characters);
        }
    }
}
