using JcmInterop.Domain.Units;

namespace JcmInterop.Reporting.Projections;

/// <summary>ITMOs held by one side, as runs that split and join; every operation is logarithmic in the number of runs it does not touch.</summary>
internal sealed class HeldRuns
{
    private readonly Dictionary<(string Prefix, string Suffix), SortedDictionary<long, UnitRun>> byAffix = [];

    public void Add(UnitRun run) => Runs(run.Serials).Add(run.Serials.First, run);

    /// <summary>Takes serials out; those not held are left alone.</summary>
    public void Remove(SerialRange serials)
    {
        var runs = Runs(serials);
        var overlapping = runs.Values.Where(r => r.Serials.Overlaps(serials)).ToList();
        foreach (var run in overlapping)
        {
            runs.Remove(run.Serials.First);
            if (run.Serials.First < serials.First) Add(Part(run, run.Serials.First, serials.First - 1));
            if (run.Serials.Final > serials.Final) Add(Part(run, serials.Final + 1, run.Serials.Final));
        }
    }

    /// <summary>All runs in order of serial, neighbours joined where their identities continue one another.</summary>
    public IEnumerable<UnitRun> Joined()
    {
        foreach (var runs in byAffix.OrderBy(a => a.Key.Prefix, StringComparer.Ordinal).ThenBy(a => a.Key.Suffix, StringComparer.Ordinal).Select(a => a.Value))
        {
            UnitRun? open = null;
            foreach (var run in runs.Values)
            {
                if (open is null) open = run;
                else if (Continues(open, run)) open = open with { Serials = new SerialRange(open.Serials.Prefix, open.Serials.First, run.Serials.Final, open.Serials.Suffix) };
                else
                {
                    yield return open;
                    open = run;
                }
            }

            if (open is not null) yield return open;
        }
    }

    private static bool Continues(UnitRun one, UnitRun next) =>
        one.Serials.Final + 1 == next.Serials.First && one with { Serials = next.Serials, Itmo = next.Itmo } == next && one.Itmo?.From(one.Quantity.Tonnes) == next.Itmo;

    private static UnitRun Part(UnitRun run, long first, long final) =>
        run with { Serials = run.Serials.Slice(first, final), Itmo = run.Itmo?.From(first - run.Serials.First) };

    private SortedDictionary<long, UnitRun> Runs(SerialRange serials)
    {
        var affix = (serials.Prefix, serials.Suffix);
        if (!byAffix.TryGetValue(affix, out var runs)) byAffix[affix] = runs = [];
        return runs;
    }
}
