using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Grains.Adjustments;

/// <summary>What the Party of a node has stated of its NDCs.</summary>
public sealed class NdcStatements
{
    /// <summary>Creates the set.</summary>
    /// <param name="party">The Party.</param>
    /// <param name="all">One statement for each NDC period and metric; may be empty.</param>
    /// <exception cref="ArgumentException">Two are of the same period and metric, or two of one period have different methods.</exception>
    public NdcStatements(PartyCode party, params IReadOnlyList<NdcStatement> all)
    {
        if (all.GroupBy(s => (s.Period, s.Metric)).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"{twice.Key.Period} is there twice for {twice.Key.Metric}.", nameof(all));
        if (all.GroupBy(s => s.Period).FirstOrDefault(g => g.Select(s => s.Method).Distinct().Count() > 1) is { } several)
            throw new ArgumentException($"{several.Key} has several methods; one holds for the whole period.", nameof(all));
        Party = party;
        All = all;
    }

    /// <summary>The Party.</summary>
    public PartyCode Party { get; }

    /// <summary>The statements, in the order of the configuration.</summary>
    public IReadOnlyList<NdcStatement> All { get; }

    /// <summary>The statement for a period and metric, or nothing.</summary>
    public NdcStatement? Find(NdcPeriod period, AdjustmentMetric metric) => All.FirstOrDefault(s => s.Period == period && s.Metric == metric);
}
