using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Adjustments;

/// <summary>Units a Party first transferred; they add to its emissions balance in the year of their vintage, whenever the transfer happened.</summary>
/// <param name="Vintage">Calendar year in which the mitigation occurred: the year that is adjusted (2/CMA.3 annex, paragraph 8(a)).</param>
/// <param name="Quantity">Whole tonnes of CO2 equivalent; where <see cref="Metric"/> is another, whole units of that.</param>
/// <param name="Purpose">What the units were authorized for.</param>
/// <param name="EffectiveOn">Day of the first transfer.</param>
/// <param name="RecordedOn">Day the registry learned of it; not before <paramref name="EffectiveOn"/> in ordinary business.</param>
public sealed record FirstTransferRecord(Vintage Vintage, UnitQuantity Quantity, FirstTransferPurpose Purpose, DateOnly EffectiveOn, DateOnly RecordedOn)
{
    /// <summary>What the quantity is measured in.</summary>
    public AdjustmentMetric Metric { get; init; } = AdjustmentMetric.TonnesCo2Equivalent;

    /// <summary>The block and event behind the record.</summary>
    public AdjustmentOrigin Origin { get; init; } = AdjustmentOrigin.Unknown;
}
