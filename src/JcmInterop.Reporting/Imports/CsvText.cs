using System.Text;

namespace JcmInterop.Reporting.Imports;

/// <summary>The text of an import file, or the one reason why its bytes are not read.</summary>
internal static class CsvText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding StrictShiftJis =
        CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? throw new InvalidOperationException("The Shift-JIS code page is part of the base library and was not found.");

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    public static bool TryRead(ReadOnlySpan<byte> bytes, out string text, out ImportProblem? problem, int bytesMax = ImportLimits.FileBytesMax)
    {
        text = "";
        problem = Fault(bytes, bytesMax);
        if (problem is not null) return false;
        var content = bytes.StartsWith(Utf8Mark) ? bytes[Utf8Mark.Length..] : bytes;
        if (!TryDecode(StrictUtf8, content, out text))
            problem = TryDecode(StrictShiftJis, content, out _) ? FileProblem.ShiftJis : FileProblem.NotUtf8;
        else if (text.AsSpan().Trim().IsEmpty)
            problem = FileProblem.Empty;
        return problem is null;
    }

    /// <summary>The text of a file that is said to be in Shift-JIS.</summary>
    public static bool TryReadShiftJis(ReadOnlySpan<byte> bytes, out string text, out ImportProblem? problem, int bytesMax)
    {
        text = "";
        problem = Fault(bytes, bytesMax);
        if (problem is not null) return false;
        if (bytes.StartsWith(Utf8Mark) || (bytes.ContainsAnyExceptInRange((byte)0, (byte)127) && TryDecode(StrictUtf8, bytes, out _))) problem = FileProblem.NotShiftJis;
        else if (!TryDecode(StrictShiftJis, bytes, out text)) problem = FileProblem.NotAnyShiftJis;
        return problem is null;
    }

    private static ImportProblem? Fault(ReadOnlySpan<byte> bytes, int bytesMax)
    {
        if (bytes.IsEmpty) return FileProblem.Empty;
        if (bytes.Length > bytesMax) return FileProblem.TooLarge(bytes.Length, bytesMax);
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return FileProblem.Utf16;
        return bytes.Contains((byte)0) ? FileProblem.NulByte : null;
    }

    private static bool TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes, out string text)
    {
        try
        {
            text = encoding.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = "";
            return false;
        }
    }
}
