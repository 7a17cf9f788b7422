using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Adjustments;

/// <summary>One record as it stands in a balance.</summary>
/// <param name="Term">Which term of the balance it is part of.</param>
/// <param name="Year">Calendar year it counts in: the vintage of a first transfer, the year a use is for.</param>
/// <param name="Vintage">Calendar year in which the mitigation occurred.</param>
/// <param name="Quantity">Whole units of the metric of the calculation.</param>
/// <param name="Purpose">Purpose of a first transfer; absent for a use.</param>
/// <param name="EffectiveOn">Day it took effect.</param>
/// <param name="RecordedOn">Day the registry learned of it.</param>
/// <param name="Origin">The block and event behind it.</param>
public sealed record AdjustmentContribution(
    AdjustmentTerm Term,
    int Year,
    Vintage Vintage,
    UnitQuantity Quantity,
    FirstTransferPurpose? Purpose,
    DateOnly EffectiveOn,
    DateOnly RecordedOn,
    AdjustmentOrigin Origin)
{
    /// <summary>What it adds to the net amount of paragraph 23(f): the quantity of a first transfer, less that of a use.</summary>
    public decimal Net => Term == AdjustmentTerm.FirstTransfer ? Quantity.Tonnes : -(decimal)Quantity.Tonnes;

    internal static AdjustmentContribution Of(FirstTransferRecord record) =>
        new(AdjustmentTerm.FirstTransfer, record.Vintage.Year, record.Vintage, record.Quantity, record.Purpose, record.EffectiveOn, record.RecordedOn, record.Origin);

    internal static AdjustmentContribution Of(UseRecord record) =>
        new(AdjustmentTerm.Use, record.UsedForYear, record.Vintage, record.Quantity, null, record.EffectiveOn, record.RecordedOn, record.Origin);
}
