namespace JcmInterop.Domain.Adjustments;

/// <summary>How one calendar year differs between two calculations.</summary>
/// <param name="Before">The figures of the first calculation.</param>
/// <param name="After">The figures of the second.</param>
/// <param name="Came">Records of this year that only the second counts.</param>
/// <param name="Gone">Records of this year that only the first counts.</param>
public sealed record AdjustmentYearChange(
    AdjustmentYear Before, AdjustmentYear After, IReadOnlyList<AdjustmentContribution> Came, IReadOnlyList<AdjustmentContribution> Gone)
{
    /// <summary>Calendar year.</summary>
    public int Year => After.Year;

    /// <summary>By how much the corresponding adjustment of the year changed.</summary>
    public decimal AdjustmentChange => After.CorrespondingAdjustment - Before.CorrespondingAdjustment;

    /// <summary>Whether only records of earlier years moved the figures, through a cumulative amount or an average.</summary>
    public bool IsCarriedOver => Came.Count == 0 && Gone.Count == 0;
}
