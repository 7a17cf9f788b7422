namespace JcmInterop.Domain.Adjustments;

/// <summary>Whether a record counts in a calculation, and if not, why.</summary>
internal enum RecordStanding
{
    Counted,
    OutsidePeriod,
    InOtherMetric,
    AfterAsOf,
}
