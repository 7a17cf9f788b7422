namespace JcmInterop.Grains.Adjustments;

/// <summary>The two days as of which a calculation is made.</summary>
/// <param name="EffectiveUntil">Last day of effect that counts, included; all count when absent.</param>
/// <param name="RecordedUntil">Last day of recording that counts, included, in UTC; all count when absent.</param>
[GenerateSerializer]
[Immutable]
public sealed record AdjustmentDates([property: Id(0)] DateOnly? EffectiveUntil, [property: Id(1)] DateOnly? RecordedUntil)
{
    /// <summary>Everything that is recorded.</summary>
    public static AdjustmentDates All { get; } = new(null, null);
}
