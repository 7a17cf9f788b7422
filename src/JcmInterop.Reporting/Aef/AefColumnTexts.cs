using System.Globalization;

namespace JcmInterop.Reporting.Aef;

/// <summary>The texts of one column: the first few hundred different ones are kept once each; identifiers that differ in one number share everything else; what is left is kept as it is.</summary>
internal sealed class AefColumnTexts
{
    private const int KnownMax = 512;
    private const int FramesMax = 4096;
    private const int NumberBits = 48;
    private const int FrameLengthMax = 256;
    private const char Gap = '\0';

    private readonly List<string> plain = [];
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private readonly List<(string Prefix, string Suffix)> frames = [];
    private readonly Dictionary<string, int> frameIndex = new(StringComparer.Ordinal);
    private string? last;
    private int run = -1;

    public int PlainCount => plain.Count;

    public string Plain(int index) => plain[index];

    /// <summary>The text of a numbered one, put together again.</summary>
    public string Numbered(ulong word)
    {
        var (prefix, suffix) = frames[(int)(word >> NumberBits)];
        return string.Concat(prefix, ((long)(word & ((1UL << NumberBits) - 1))).ToString(CultureInfo.InvariantCulture), suffix);
    }

    /// <summary>The place of a text among the first different ones, which is added while there is room.</summary>
    public int? Known(string text)
    {
        if (known.TryGetValue(text, out var index)) return index;
        if (known.Count == KnownMax) return null;
        known.Add(text, plain.Count);
        plain.Add(text);
        last = text;
        return plain.Count - 1;
    }

    /// <summary>A text as a number and the frame around it, or nothing where it has no number that prints the same again.</summary>
    public ulong? AddNumbered(string text)
    {
        if (text.Length > FrameLengthMax || text.Contains(Gap, StringComparison.Ordinal)) return null;
        if (run < 0 && last is not null) run = DifferingRun(last, text);
        last = text;
        if (run < 0 || Run(text, run) is not { } digits || text[digits.Start] == '0' || digits.End - digits.Start > NumberBits / 4) return null;
        if (!long.TryParse(text.AsSpan(digits.Start..digits.End), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        return Frame(text, digits) is { } frame ? ((ulong)frame << NumberBits) | (ulong)number : null;
    }

    public int AddPlain(string text)
    {
        plain.Add(text);
        return plain.Count - 1;
    }

    private int? Frame(string text, (int Start, int End) digits)
    {
        Span<char> frame = stackalloc char[text.Length - (digits.End - digits.Start) + 1];
        text.AsSpan(0, digits.Start).CopyTo(frame);
        frame[digits.Start] = Gap;
        text.AsSpan(digits.End).CopyTo(frame[(digits.Start + 1)..]);
        var lookup = frameIndex.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(frame, out var index)) return index;
        if (frames.Count == FramesMax) return null;
        frames.Add((text[..digits.Start], text[digits.End..]));
        lookup[frame] = frames.Count - 1;
        return frames.Count - 1;
    }

    // The first run of digits in which two neighbouring texts differ is the one that counts.
    private static int DifferingRun(string one, string other)
    {
        for (var i = 0; Run(one, i) is { } a && Run(other, i) is { } b; i++)
        {
            if (!one.AsSpan(a.Start..a.End).SequenceEqual(other.AsSpan(b.Start..b.End))) return i;
        }

        return -1;
    }

    private static (int Start, int End)? Run(string text, int index)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i])) continue;
            var start = i;
            while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
            if (index-- == 0) return (start, i);
        }

        return null;
    }
}
