namespace JcmInterop.Domain.Adjustments;

/// <summary>How a Party applies corresponding adjustments; one method for the whole NDC period. Source: 2/CMA.3 annex, paragraph 7.</summary>
public enum AdjustmentMethod
{
    /// <summary>Paragraph 7(a)(i): single-year NDC, indicative multi-year trajectory or budget; each year is adjusted by that year's total.</summary>
    SingleYearTrajectory,

    /// <summary>Paragraph 7(a)(ii): single-year NDC, averaging; each year is adjusted by the cumulative amount divided by the elapsed years.</summary>
    SingleYearAveraging,

    /// <summary>Paragraph 7(b): multi-year NDC; each year is adjusted by that year's total, and cumulatively at the end of the period.</summary>
    MultiYear,
}
