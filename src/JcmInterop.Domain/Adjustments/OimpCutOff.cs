namespace JcmInterop.Domain.Adjustments;

/// <summary>The last day on which a first transfer for other international mitigation purposes counts for an NDC period. Source: 4/CMA.6, paragraph 14.</summary>
/// <param name="LastDay">The day, included.</param>
/// <param name="Rule">What becomes of units not first transferred by then.</param>
public sealed record OimpCutOff(DateOnly LastDay, OimpCutOffRule Rule)
{
    /// <summary>31 December of the year before the biennial transparency report with the period's final information is submitted.</summary>
    /// <param name="reportYear">Calendar year in which that report is submitted.</param>
    /// <param name="rule">What becomes of units not first transferred by then.</param>
    public static OimpCutOff BeforeReportOf(int reportYear, OimpCutOffRule rule) => new(new DateOnly(reportYear - 1, 12, 31), rule);
}
