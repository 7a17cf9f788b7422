using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Units;

namespace JcmInterop.Reporting.Imports;

/// <summary>One row of an issuance file: a project, a period and a vintage, with the quantities of both sides.</summary>
internal sealed record IssuanceRow(
    BilateralRegistryId Registry,
    DecisionId Decision,
    string LineId,
    ProjectReference Project,
    DateOnly? PeriodFrom,
    DateOnly? PeriodTo,
    DateOnly? DecidedOn,
    UnitQuantity Total,
    IssuanceSide Partner,
    IssuanceSide Japan,
    Vintage Vintage,
    string SourceNote)
{
    /// <summary>The period where both of its days are known.</summary>
    public MonitoringPeriod? Period => PeriodFrom is { } from && PeriodTo is { } to ? new MonitoringPeriod(from, to) : null;

    /// <summary>Rows with the same key are the vintages of one decision line.</summary>
    public (DecisionId Decision, string Line) Key => (Decision, LineId);

    public IssuanceSide Side(PartyCode party) => party == PartyCode.Japan ? Japan : Partner;
}
