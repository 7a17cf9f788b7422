namespace JcmInterop.Grains.Adjustments;

/// <summary>A supposed use towards the NDC.</summary>
/// <param name="UsedForYear">Calendar year for which it would be.</param>
/// <param name="Vintage">Calendar year in which the mitigation occurred.</param>
/// <param name="Quantity">Whole units of the metric.</param>
/// <param name="On">Day it would take effect and be recorded.</param>
/// <param name="Note">What it stands for; shown beside it.</param>
internal sealed record SupposedUse(int UsedForYear, int Vintage, long Quantity, DateOnly On, string? Note = null);
