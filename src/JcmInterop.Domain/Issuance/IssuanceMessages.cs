using System.Collections.Immutable;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Programme;

namespace JcmInterop.Domain.Issuance;

/// <summary>Tells the partner of a Joint Committee decision as the sender recorded it.</summary>
/// <param name="Decision">The decision.</param>
public sealed record DecisionNotice(JcDecision Decision) : PartnerMessage;

/// <summary>Tells the partner that the sender issued its leg.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="LineId">The line.</param>
/// <param name="Project">The project.</param>
/// <param name="IssuedOn">Day of issuance; absent where not known.</param>
/// <param name="Blocks">The units issued, in the sender's registry.</param>
public sealed record LegNotice(
    DecisionId Decision, string LineId, ProjectReference Project, DateOnly? IssuedOn, ImmutableArray<IssuedBlock> Blocks) : PartnerMessage;
