using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Adjustments;

/// <summary>Units a Party used towards its NDC; they subtract from its emissions balance in the year for which they are used.</summary>
/// <param name="UsedForYear">Calendar year for which the units are used (2/CMA.3 annex, paragraph 8(b)); neither the vintage nor the year of the action.</param>
/// <param name="Vintage">Calendar year in which the mitigation occurred; must be in the same NDC period.</param>
/// <param name="Quantity">Whole tonnes of CO2 equivalent; where <see cref="Metric"/> is another, whole units of that.</param>
/// <param name="EffectiveOn">Day of the use.</param>
/// <param name="RecordedOn">Day the registry learned of it.</param>
public sealed record UseRecord(int UsedForYear, Vintage Vintage, UnitQuantity Quantity, DateOnly EffectiveOn, DateOnly RecordedOn)
{
    /// <summary>What the quantity is measured in.</summary>
    public AdjustmentMetric Metric { get; init; } = AdjustmentMetric.TonnesCo2Equivalent;

    /// <summary>The block and event behind the record.</summary>
    public AdjustmentOrigin Origin { get; init; } = AdjustmentOrigin.Unknown;
}
