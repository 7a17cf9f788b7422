using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Reporting.Projections;

/// <summary>One action on one run of ITMOs, on both time axes.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="On">Effective day; the same on both sides of a transfer.</param>
/// <param name="RecordedAt">Moment this side recorded it, UTC.</param>
/// <param name="Units">The units after the action: identity and first transfer are present.</param>
/// <param name="Counterparty">The other Party of a transfer, or nothing.</param>
/// <param name="Disposal">How they ended, for use and cancellation.</param>
public sealed record UnitAction(UnitActionKind Kind, DateOnly On, DateTimeOffset RecordedAt, UnitRun Units, PartyCode? Counterparty, Disposal? Disposal)
{
    /// <summary>The transfer that moved the units, or nothing.</summary>
    public TransferId? Transfer { get; init; }

    /// <summary>Whether the units stay where they are: a first transfer by authorization, issuance, gift to the Adaptation Fund or the last day for other purposes.</summary>
    public bool IsInPlace => Kind == UnitActionKind.FirstTransfer && Counterparty is null && Disposal is null;

    /// <summary>Whether this action is the first transfer of the units, whichever side did it; an acquisition is when the other side's transfer was.</summary>
    public bool IsFirstTransfer { get; init; }
}
