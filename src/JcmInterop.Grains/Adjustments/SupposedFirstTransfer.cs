namespace JcmInterop.Grains.Adjustments;

/// <summary>A supposed first transfer.</summary>
/// <param name="Vintage">Calendar year in which the mitigation occurred.</param>
/// <param name="Quantity">Whole units of the metric.</param>
/// <param name="Purpose"><c>ndc</c>, or <c>oimp</c> for other international mitigation purposes.</param>
/// <param name="On">Day it would take effect and be recorded.</param>
/// <param name="Note">What it stands for; shown beside it.</param>
internal sealed record SupposedFirstTransfer(int Vintage, long Quantity, string Purpose, DateOnly On, string? Note = null)
{
    public bool IsForNdc => string.Equals(Purpose, "ndc", StringComparison.Ordinal);
}
