using System.Collections.Immutable;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Domain.Issuance;

/// <summary>A Joint Committee decision that notifies quantities to both sides. It issues nothing: each side issues its own leg.</summary>
/// <param name="Id">Id shared by both sides.</param>
/// <param name="Registry">The pair of Parties.</param>
/// <param name="DecidedOn">Day of the decision; absent where the source does not give it.</param>
/// <param name="TakenElectronically">Whether it was taken by electronic exchange instead of at a meeting.</param>
/// <param name="Lines">One line per project and monitoring period.</param>
/// <param name="SourceNote">Where the facts come from, and which of them are assumed or invented.</param>
public sealed record JcDecision(
    DecisionId Id, BilateralRegistryId Registry, DateOnly? DecidedOn, bool TakenElectronically, ImmutableArray<NotifiedLine> Lines, string SourceNote);
