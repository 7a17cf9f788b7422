using System.Collections.Immutable;

namespace JcmInterop.Domain.Ledger;

/// <summary>Numbers of many series that are taken. Finding whether one is taken is logarithmic; numbers in a row take the place of one.</summary>
internal sealed class NumberRanges
{
    public static readonly NumberRanges Empty = new(ImmutableDictionary.Create<string, NumberedTree<NumberRun>>(StringComparer.Ordinal));

    private readonly ImmutableDictionary<string, NumberedTree<NumberRun>> runsBySeries;

    private NumberRanges(ImmutableDictionary<string, NumberedTree<NumberRun>> runsBySeries) => this.runsBySeries = runsBySeries;

    /// <summary>The ranges of many runs at once.</summary>
    public static NumberRanges Of(IEnumerable<(string Series, List<NumberRun> Runs)> series)
    {
        var all = Empty.runsBySeries.ToBuilder();
        foreach (var (name, runs) in series) all.Add(name, NumberedTree<NumberRun>.Of(NumberRun.Joined(runs.OrderBy(run => run.First))));
        return new NumberRanges(all.ToImmutable());
    }

    /// <summary>Whether any number of a run is in the ranges.</summary>
    public bool Overlaps(string series, long first, long final) =>
        runsBySeries.TryGetValue(series, out var runs) && runs.LastUpTo(final) is { } last && last.Final >= first;

    /// <summary>Adds the numbers of a run.</summary>
    public NumberRanges Add(string series, long first, long final)
    {
        var runs = runsBySeries.GetValueOrDefault(series, NumberedTree<NumberRun>.Empty);
        if (runs.LastUpTo(first) is { } around && around.Final >= final) return this;
        var joined = new NumberRun(first, final);
        while (runs.LastUpTo(joined.Final + 1) is { } touching && touching.Final >= joined.First - 1)
        {
            runs = runs.Remove(touching.First);
            joined = new NumberRun(Math.Min(joined.First, touching.First), Math.Max(joined.Final, touching.Final));
        }

        return new NumberRanges(runsBySeries.SetItem(series, runs.Set(joined)));
    }
}
