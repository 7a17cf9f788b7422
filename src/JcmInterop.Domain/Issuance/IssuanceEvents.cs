using System.Collections.Immutable;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Issuance;

/// <summary>This side recorded a Joint Committee decision.</summary>
/// <param name="Decision">The decision.</param>
public sealed record DecisionRecorded(JcDecision Decision) : LedgerEvent;

/// <summary>The partner notified a Joint Committee decision as it recorded it.</summary>
/// <param name="Decision">The decision in the partner's words.</param>
public sealed record DecisionNotified(JcDecision Decision) : LedgerEvent;

/// <summary>This side issued units under a decision line.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="LineId">The line.</param>
/// <param name="Issuer">This side.</param>
/// <param name="Project">The project.</param>
/// <param name="Period">Monitoring period; absent where not known.</param>
/// <param name="IssuedOn">Day of issuance; absent where not known.</param>
/// <param name="Blocks">The new units.</param>
public sealed record LegIssued(
    DecisionId Decision, string LineId, PartyCode Issuer, ProjectReference Project, MonitoringPeriod? Period, DateOnly? IssuedOn, ImmutableArray<IssuedBlock> Blocks) : LedgerEvent;

/// <summary>The partner notified that it issued its leg.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="LineId">The line.</param>
/// <param name="Issuer">The partner.</param>
/// <param name="Project">The project.</param>
/// <param name="IssuedOn">Day of issuance; absent where not known.</param>
/// <param name="Issued">Quantity issued for the partner's own side.</param>
/// <param name="Blocks">The partner's new units.</param>
public sealed record PartnerLegIssued(
    DecisionId Decision, string LineId, PartyCode Issuer, ProjectReference Project, DateOnly? IssuedOn, UnitQuantity Issued, ImmutableArray<IssuedBlock> Blocks) : LedgerEvent;
