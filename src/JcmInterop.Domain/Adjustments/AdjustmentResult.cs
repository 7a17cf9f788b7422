namespace JcmInterop.Domain.Adjustments;

/// <summary>The corresponding adjustments of one Party and NDC period.</summary>
/// <param name="Inputs">What they were computed from.</param>
/// <param name="Years">One entry per calendar year of the period, in order.</param>
/// <param name="FirstTransfersOutsidePeriod">First transfers whose vintage is in another NDC period: they belong to that period's balance.</param>
/// <param name="UsesOutsidePeriod">Uses whose year or vintage is in another NDC period: paragraph 8(b) requires both in the same one.</param>
public sealed record AdjustmentResult(
    AdjustmentInputs Inputs,
    IReadOnlyList<AdjustmentYear> Years,
    IReadOnlyList<FirstTransferRecord> FirstTransfersOutsidePeriod,
    IReadOnlyList<UseRecord> UsesOutsidePeriod)
{
    /// <summary>First transfers in another metric than the one computed; they belong to that metric's calculation.</summary>
    public IReadOnlyList<FirstTransferRecord> FirstTransfersInOtherMetric { get; init; } = [];

    /// <summary>Uses in another metric than the one computed.</summary>
    public IReadOnlyList<UseRecord> UsesInOtherMetric { get; init; } = [];

    /// <summary>The figures of one year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside the period.</exception>
    public AdjustmentYear this[int year] => Inputs.Period.Contains(year)
        ? Years[year - Inputs.Period.FirstYear]
        : throw new ArgumentOutOfRangeException(nameof(year), year, $"{year} is outside the NDC period {Inputs.Period}.");

    /// <summary>Net amount of the whole period so far: first transferred less used.</summary>
    public decimal PeriodNet => Years[^1].CumulativeNet;

    /// <summary>Net amount so far divided by the years elapsed at the end of <paramref name="year"/>; absent before the period starts.</summary>
    /// <remarks>All vintages recorded so far count, so this is the indicative average as known in that year: 2/CMA.3 annex, paragraph 7(a)(ii).</remarks>
    public decimal? AverageToDate(int year) => Inputs.Period.ElapsedAtEndOf(year) is > 0 and var elapsed ? PeriodNet / elapsed : null;

    /// <summary>What the method applies when the period ends: the last year's adjustment for a single-year NDC, everything together under 7(b).</summary>
    /// <remarks>For a single-year NDC the target year is taken to be the last year of the period. Signs as in <see cref="AdjustmentYear.CorrespondingAdjustment"/>.</remarks>
    public decimal EndOfPeriodAdjustment => Inputs.Method == AdjustmentMethod.MultiYear ? Years.Sum(y => y.CorrespondingAdjustment) : Years[^1].CorrespondingAdjustment;

    /// <summary>Sum of the emissions balances, or nothing while a year's emissions are missing: for the end-of-period comparison under 7(b).</summary>
    public decimal? BalanceSum => Years.Aggregate((decimal?)0m, (sum, year) => sum + year.EmissionsBalance);

    /// <summary>Sum of the trajectory or budget, or nothing while a year is missing.</summary>
    public decimal? TrajectorySum => Years.Aggregate((decimal?)0m, (sum, year) => sum + year.Trajectory);
}
