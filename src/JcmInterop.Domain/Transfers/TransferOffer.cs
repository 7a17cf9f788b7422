using System.Collections.Immutable;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Transfers;

/// <summary>What the transferring side offers; it never changes after it was sent.</summary>
/// <param name="Id">The transfer.</param>
/// <param name="Kind">Why the units go to the other side.</param>
/// <param name="TransferringParty">Side the units leave.</param>
/// <param name="AcquiringParty">Side the units go to.</param>
/// <param name="TransferringAccount">Account they leave.</param>
/// <param name="AcquiringAccount">Account they go to; absent where the acquiring side chooses.</param>
/// <param name="Authorization">The transferring Party's authorization under which units not yet first transferred would be.</param>
/// <param name="Decision">Joint Committee decision; for an approval only.</param>
/// <param name="LineId">Its line; for an approval only.</param>
/// <param name="OfferedOn">Effective day of the approval or proposal; the transfer is never effective before it.</param>
/// <param name="DecideBy">Instant after which the transferring side no longer completes.</param>
/// <param name="Units">The units.</param>
public sealed record TransferOffer(
    TransferId Id,
    TransferKind Kind,
    PartyCode TransferringParty,
    PartyCode AcquiringParty,
    AccountNumber TransferringAccount,
    AccountNumber? AcquiringAccount,
    AuthorizationId? Authorization,
    DecisionId? Decision,
    string? LineId,
    DateOnly OfferedOn,
    DateTimeOffset DecideBy,
    ImmutableArray<UnitRun> Units)
{
    /// <summary>Largest number of unit runs in one transfer.</summary>
    public const int RunsMax = 1_000;

    /// <summary>Number of units offered.</summary>
    public UnitQuantity Quantity => new(Units.Sum(u => u.Quantity.Tonnes));

    /// <summary>Whether another offer says the same in every field.</summary>
    public bool SameAs(TransferOffer other) => this with { Units = other.Units } == other && Units.AsSpan().SequenceEqual(other.Units.AsSpan());
}
