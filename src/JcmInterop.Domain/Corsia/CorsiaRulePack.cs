namespace JcmInterop.Domain.Corsia;

/// <summary>One edition of the rules as data: compliance periods, and for each programme its status, exclusions and accepted cover per period.</summary>
/// <param name="Id">Id of this pack.</param>
/// <param name="Edition">Edition of ICAO's document it follows.</param>
/// <param name="EditionDate">Day of the edition.</param>
/// <param name="StaleAfterDays">Days after which it is no longer relied on: this project's policy.</param>
/// <param name="SnapshotHoursMax">Hours a look at the registry stays fresh: this project's policy.</param>
/// <param name="Note">What the pack's reader must know.</param>
/// <param name="Periods">Dates of each period.</param>
/// <param name="Programmes">Entries.</param>
public sealed record CorsiaRulePack(
    string Id,
    string Edition,
    DateOnly EditionDate,
    int StaleAfterDays,
    int SnapshotHoursMax,
    string Note,
    IReadOnlyList<PeriodWindow> Periods,
    IReadOnlyList<ProgrammePeriod> Programmes)
{
    /// <summary>The dates of a period.</summary>
    public PeriodWindow Window(CompliancePeriod period) => Periods.Single(p => p.Period == period);

    /// <summary>The entry of a programme for a period, or nothing.</summary>
    public ProgrammePeriod? Find(string programme, CompliancePeriod period) =>
        Programmes.FirstOrDefault(p => p.Period == period && string.Equals(p.Programme, programme, StringComparison.Ordinal));

    /// <summary>Whether a programme is approved or conditional for any period.</summary>
    public bool IsListedInAnyPeriod(string programme) =>
        Programmes.Any(p => string.Equals(p.Programme, programme, StringComparison.Ordinal) && p.Status != ProgrammeStatus.None);
}
