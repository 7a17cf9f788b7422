using System.Globalization;

namespace JcmInterop.Reporting.Aef.Checks;

/// <summary>The underlying units of a block: two identifiers, cut into runs of digits and other characters, that differ in one number at most.</summary>
/// <param name="Block">The ITMO block.</param>
/// <param name="First">First underlying identifier, or nothing.</param>
/// <param name="Last">Last underlying identifier, or nothing.</param>
internal sealed record AefUnderlyingRange(AefBlock Block, IReadOnlyList<string>? First, IReadOnlyList<string>? Last)
{
    private const char Joint = '\u001F';

    /// <summary>Whether no underlying units are named.</summary>
    public bool IsAbsent => First is null && Last is null;

    /// <summary>Whether the two identifiers bound as many units as the ITMO identifiers.</summary>
    public bool IsBlock => First is not null && Last is not null && First.Count == Last.Count && DifferingRuns() switch
    {
        [] => Block.Quantity == 1,
        [var run] => Number(First, run) is { } first && Number(Last, run) is { } last && last - first == Block.Quantity - 1,
        _ => false,
    };

    /// <summary>The run of digits that counts the units; nothing for a single unit, whose identifier does not say.</summary>
    public int? SerialRun => First is not null && Last is not null && First.Count == Last.Count && DifferingRuns() is [var run] ? run : null;

    /// <summary>Cuts the identifiers of a block; done again wherever it is needed, because keeping the pieces of every row would take more memory than the rows.</summary>
    public static AefUnderlyingRange Of(AefBlock block) =>
        new(block, Tokens(block.Record.Text("UnderlyingUnitFirstUnitID")), Tokens(block.Record.Text("UnderlyingUnitLastUnitID")));

    /// <summary>The number in a run of digits, or nothing.</summary>
    public static long? Number(IReadOnlyList<string> tokens, int run) =>
        long.TryParse(tokens[run], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The units as numbers within everything else the identifiers have in common; of a single unit the last number counts.</summary>
    public (string Affix, long First, long Last)? Serials()
    {
        var run = SerialRun ?? LastNumber();
        if (run is not { } at || Number(First!, at) is not { } first || Number(Last!, at) is not { } last) return null;
        return (string.Join(Joint, First!.Take(at).Append("#").Concat(First!.Skip(at + 1))), first, last);
    }

    private int? LastNumber()
    {
        for (var i = First!.Count - 1; i >= 0; i--)
        {
            if (char.IsAsciiDigit(First[i][0])) return i;
        }

        return null;
    }

    private List<int> DifferingRuns()
    {
        var runs = new List<int>();
        for (var i = 0; i < First!.Count; i++)
        {
            if (!string.Equals(First[i], Last![i], StringComparison.Ordinal)) runs.Add(i);
        }

        return runs;
    }

    private static List<string>? Tokens(string? text)
    {
        if (text is null) return null;
        var tokens = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end]) == char.IsAsciiDigit(text[start])) end++;
            tokens.Add(text[start..end]);
            start = end;
        }

        return tokens;
    }
}
