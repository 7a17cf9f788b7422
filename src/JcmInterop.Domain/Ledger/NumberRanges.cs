using System.Collections.Immutable;

namespace JcmInterop.Domain.Ledger;

/// <summary>Runs of numbers of many series, both ends included. Finding whether a number is in one is logarithmic.</summary>
internal sealed class NumberRanges
{
    public static readonly NumberRanges Empty = new(ImmutableDictionary.Create<string, ImmutableSortedSet<(long First, long Final)>>(StringComparer.Ordinal));

    private readonly ImmutableDictionary<string, ImmutableSortedSet<(long First, long Final)>> runsBySeries;

    private NumberRanges(ImmutableDictionary<string, ImmutableSortedSet<(long First, long Final)>> runsBySeries) => this.runsBySeries = runsBySeries;

    /// <summary>Whether any number of a run is in the ranges.</summary>
    public bool Overlaps(string series, long first, long final)
    {
        if (!runsBySeries.TryGetValue(series, out var runs)) return false;
        var index = runs.IndexOf((final, long.MaxValue));
        index = index < 0 ? ~index - 1 : index;
        return index >= 0 && runs[index].Final >= first;
    }

    /// <summary>Adds a run; one that shares a number with the ranges is in them already and changes nothing.</summary>
    public NumberRanges Add(string series, long first, long final) => Overlaps(series, first, final)
        ? this
        : new NumberRanges(runsBySeries.SetItem(series, runsBySeries.GetValueOrDefault(series, []).Add((first, final))));
}
