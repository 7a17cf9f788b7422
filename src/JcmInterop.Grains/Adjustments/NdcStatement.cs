using JcmInterop.Domain.Adjustments;

namespace JcmInterop.Grains.Adjustments;

/// <summary>How a Party accounts for one NDC implementation period in one metric, as it has stated it in its reports; a part of the node's configuration.</summary>
/// <param name="Period">The NDC implementation period.</param>
/// <param name="Method">The method, the same for the whole period (2/CMA.3 annex, paragraph 7).</param>
/// <param name="Basis">What the NDC is expressed in.</param>
/// <param name="Metric">The metric.</param>
/// <param name="StatedOn">Day of the statement.</param>
/// <param name="Source">Where it is stated, or that it is assumed or invented.</param>
public sealed record NdcStatement(NdcPeriod Period, AdjustmentMethod Method, AdjustmentBasis Basis, AdjustmentMetric Metric, DateOnly StatedOn, string Source)
{
    /// <summary>Emissions and removals covered, t CO2 eq per calendar year; may lack years.</summary>
    public IReadOnlyDictionary<int, decimal> Emissions { get; init; } = new Dictionary<int, decimal>();

    /// <summary>Level of the indicator of an NDC in another metric, per calendar year; may lack years.</summary>
    public IReadOnlyDictionary<int, decimal> Indicator { get; init; } = new Dictionary<int, decimal>();

    /// <summary>Trajectory or budget per calendar year; may lack years.</summary>
    public IReadOnlyDictionary<int, decimal> Trajectory { get; init; } = new Dictionary<int, decimal>();

    /// <summary>The calculation of records under this statement.</summary>
    internal AdjustmentInputs Inputs(AdjustmentHistory history, AdjustmentDates dates) => new(Period, Method, history.FirstTransfers, history.Uses)
    {
        Basis = Basis,
        Metric = Metric,
        Emissions = Emissions,
        Indicator = Indicator,
        Trajectory = Trajectory,
        EffectiveUntil = dates.EffectiveUntil,
        RecordedUntil = dates.RecordedUntil,
    };
}
