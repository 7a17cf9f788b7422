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
    public static IReadOnlyList<AdjustmentOverlap> Find(AdjustmentResult result)
    {
        var found = new List<AdjustmentOverlap>();
        foreach (var term in RecordStandings.Counted(result.Inputs).Where(c => c.Origin.Serials is not null).GroupBy(c => c.Term).OrderBy(g => g.Key))
        {
            AdjustmentContribution? furthest = null;
            foreach (var next in term.OrderBy(c => c.Origin.Serials))
            {
                if (furthest is not null && furthest.Origin.Serials!.Overlaps(next.Origin.Serials!)) found.Add(new AdjustmentOverlap(furthest, next));
                if (furthest is null || !furthest.Origin.Serials!.SharesAffixesWith(next.Origin.Serials!) || next.Origin.Serials!.Final > furthest.Origin.Serials.Final)
                    furthest = next;
            }
        }

        return found;
    }
}
