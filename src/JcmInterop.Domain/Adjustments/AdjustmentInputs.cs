namespace JcmInterop.Domain.Adjustments;

/// <summary>Everything the corresponding adjustments of one Party, NDC period and metric are computed from.</summary>
/// <remarks>Records of all partners and cooperative approaches go in together: an NDC has one balance. An NDC with several metrics is computed once for each.</remarks>
/// <param name="Period">The NDC implementation period.</param>
/// <param name="Method">The method chosen for the whole period.</param>
/// <param name="FirstTransfers">First transfers by this Party.</param>
/// <param name="Uses">Uses by this Party towards its NDC.</param>
public sealed record AdjustmentInputs(
    NdcPeriod Period, AdjustmentMethod Method, IReadOnlyCollection<FirstTransferRecord> FirstTransfers, IReadOnlyCollection<UseRecord> Uses)
{
    /// <summary>What the NDC is expressed in.</summary>
    public AdjustmentBasis Basis { get; init; } = AdjustmentBasis.CoveredEmissions;

    /// <summary>The metric; records in another are named in the result and not counted.</summary>
    public AdjustmentMetric Metric { get; init; } = AdjustmentMetric.TonnesCo2Equivalent;

    /// <summary>Emissions and removals covered by the NDC (paragraph 23(a)), or of the categories affected by its policies and measures (paragraph 10),
    /// t CO2 eq per calendar year; a missing year is for the Party to provide.</summary>
    public IReadOnlyDictionary<int, decimal> Emissions { get; init; } = new Dictionary<int, decimal>();

    /// <summary>Level of the indicator of an NDC in another metric, in that metric, per calendar year (paragraph 23(i)); a missing year is for the Party to provide.</summary>
    public IReadOnlyDictionary<int, decimal> Indicator { get; init; } = new Dictionary<int, decimal>();

    /// <summary>Indicative trajectory or budget, t CO2 eq per calendar year (paragraph 7(a)(i) or 7(b)); a missing year is for the Party to provide.</summary>
    public IReadOnlyDictionary<int, decimal> Trajectory { get; init; } = new Dictionary<int, decimal>();

    /// <summary>Only what took effect on or before this day counts; nothing is left out when absent.</summary>
    public DateOnly? EffectiveUntil { get; init; }

    /// <summary>Only what was recorded on or before this day counts; nothing is left out when absent.</summary>
    public DateOnly? RecordedUntil { get; init; }

    /// <summary>The same with records that are only supposed, each marked so: what would be if they happened. No ledger is touched.</summary>
    public AdjustmentInputs Supposing(IEnumerable<FirstTransferRecord> firstTransfers, IEnumerable<UseRecord> uses) => this with
    {
        FirstTransfers = [.. FirstTransfers, .. firstTransfers.Select(t => t with { Origin = t.Origin with { IsHypothetical = true } })],
        Uses = [.. Uses, .. uses.Select(u => u with { Origin = u.Origin with { IsHypothetical = true } })],
    };
}
