using System.Globalization;

namespace JcmInterop.Reporting.Records;

/// <summary>Tells the running number of printed serials from the text around it.</summary>
internal static class PrintedSerials
{
    /// <summary>The parts of a block: what is printed before and after the number, and both numbers; nothing where they cannot be told.</summary>
    /// <param name="first">First serial, as printed.</param>
    /// <param name="last">Last serial, as printed.</param>
    /// <param name="part">Which run of digits counts, from the end, 1 the last; nothing to take the one in which the two differ.</param>
    public static (string Prefix, long First, long Final, string Suffix)? Read(string first, string last, int? part)
    {
        var (a, b) = (Runs(first), Runs(last));
        if (a.Count == 0 || a.Count != b.Count) return null;
        var at = part is { } fromEnd ? a.Count - fromEnd : a.Count == 1 ? 0 : Differing(first, a, last, b);
        if (at is not { } run || run < 0) return null;
        var (prefix, suffix) = (first[..a[run].Start.Value], first[a[run].End.Value..]);
        if (prefix != last[..b[run].Start.Value] || suffix != last[b[run].End.Value..]) return null;
        return Number(first[a[run]]) is { } from && Number(last[b[run]]) is { } to ? (prefix, from, to, suffix) : null;
    }

    private static int? Differing(string first, List<Range> a, string last, List<Range> b)
    {
        int? found = null;
        for (var i = 0; i < a.Count; i++)
        {
            if (first.AsSpan()[a[i]].SequenceEqual(last.AsSpan()[b[i]])) continue;
            if (found is not null) return null;
            found = i;
        }

        return found;
    }

    private static List<Range> Runs(string text)
    {
        var runs = new List<Range>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i])) continue;
            var start = i;
            while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
            runs.Add(start..i);
        }

        return runs;
    }

    private static long? Number(string digits) => long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
