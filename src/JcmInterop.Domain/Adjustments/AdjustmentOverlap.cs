using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Adjustments;

/// <summary>Units that are in two records of the same term: one of them counts a tonne twice.</summary>
/// <remarks>A unit is first transferred once and used once (2/CMA.3 annex, paragraphs 2 and 8), so an overlap is an error of the records, most often of imported ones.</remarks>
/// <param name="First">The record that starts at the lower serial.</param>
/// <param name="Second">The other.</param>
public sealed record AdjustmentOverlap(AdjustmentContribution First, AdjustmentContribution Second)
{
    /// <summary>The serials in both.</summary>
    public SerialRange Serials
    {
        get
        {
            var (first, second) = (First.Origin.Serials!, Second.Origin.Serials!);
            return first.Slice(second.First, Math.Min(first.Final, second.Final));
        }
    }

    /// <summary>Every record that shares serials with one before it, named with the one that reaches furthest; empty when nothing is counted twice.</summary>
    /// <remarks>Only records whose serials are known can be compared. Sorts once and sweeps once.</remarks>
    public static IReadOnlyList<AdjustmentOverlap> Find(AdjustmentResult result) =>
    [
        .. RecordStandings.Counted(result.Inputs).Where(c => c.Origin.Serials is not null)
            .GroupBy(c => (c.Term, c.Origin.Serials!.Prefix, c.Origin.Serials.Suffix))
            .SelectMany(series => Sweep([.. series]))
            .OrderBy(o => o.First, ContributionOrder.Instance).ThenBy(o => o.Second, ContributionOrder.Instance),
    ];

    private static List<AdjustmentOverlap> Sweep(AdjustmentContribution[] series)
    {
        var starts = Array.ConvertAll(series, c => c.Origin.Serials!.First);
        Array.Sort(starts, series);
        var found = new List<AdjustmentOverlap>();
        AdjustmentContribution? furthest = null;
        for (var i = 0; i < series.Length;)
        {
            var end = i + 1;
            while (end < series.Length && starts[end] == starts[i]) end++;
            if (end - i > 1) Array.Sort(series, i, end - i, ContributionOrder.Instance);
            for (; i < end; i++)
            {
                if (furthest is not null && furthest.Origin.Serials!.Final >= starts[i]) found.Add(new AdjustmentOverlap(furthest, series[i]));
                if (furthest is null || series[i].Origin.Serials!.Final > furthest.Origin.Serials!.Final) furthest = series[i];
            }
        }

        return found;
    }
}
