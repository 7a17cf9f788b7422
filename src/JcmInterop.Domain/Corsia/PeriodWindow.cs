namespace JcmInterop.Domain.Corsia;

/// <summary>Dates of a compliance period; both ends are included.</summary>
/// <param name="Period">The period.</param>
/// <param name="FirstCreditingFrom">Earliest start of an activity's first crediting period.</param>
/// <param name="ReductionsFrom">First day of eligible reductions.</param>
/// <param name="ReductionsTo">Last day of eligible reductions.</param>
/// <param name="CancelBy">Last day for cancellation.</param>
/// <param name="Provenance">Where the dates come from.</param>
public sealed record PeriodWindow(
    CompliancePeriod Period, DateOnly FirstCreditingFrom, DateOnly ReductionsFrom, DateOnly ReductionsTo, DateOnly CancelBy, RuleProvenance Provenance);
