using System.Globalization;

namespace JcmInterop.Server.Public;

/// <summary>Reads a printed serial number without knowing its layout: any run of digits in it may be the running number.</summary>
internal static class PrintedSerial
{
    /// <summary>Longest printed serial, in characters.</summary>
    public const int LengthMax = 220;

    /// <summary>Most runs of digits that are tried.</summary>
    private const int RunsMax = 12;

    /// <summary>Every way to part the text into prefix, number and suffix; the number as it would be printed, without leading zeros.</summary>
    public static IEnumerable<(string Prefix, long Number, string Suffix)> Readings(string text)
    {
        var runs = 0;
        for (var start = 0; start < text.Length && runs < RunsMax; start++)
        {
            if (!char.IsAsciiDigit(text[start])) continue;
            var end = start;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            if (text[start] != '0' && long.TryParse(text.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                yield return (text[..start], number, text[end..]);
            runs++;
            start = end;
        }
    }
}
