using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Units;

/// <summary>Moves units between two holding accounts of this side's registry (振替, transfer inside one registry).</summary>
/// <param name="Units">Which units.</param>
/// <param name="To">Account that receives them.</param>
/// <param name="On">Effective day; absent for today.</param>
public sealed record MoveUnits(UnitSelection Units, AccountNumber To, DateOnly? On) : LedgerCommand;

/// <summary>Records what made units of this Party first transferred without moving them: the authorization or the issuance, as the authorization defines it, or
/// the last day for other purposes that has passed. For units that an authorization did not reach by itself because people must name them.</summary>
/// <param name="Units">Which units.</param>
/// <param name="Authorization">This Party's authorization they fall under.</param>
public sealed record RecordFirstTransfer(UnitSelection Units, AuthorizationId Authorization) : LedgerCommand;

/// <summary>Gives units to the Adaptation Fund by moving them to its account of this side's registry; a first transfer where they had none (4/CMA.6, paragraph 16).</summary>
/// <param name="Units">Which units.</param>
/// <param name="To">An account of the kind for the Adaptation Fund.</param>
/// <param name="Authorization">This Party's authorization; needed for units not yet first transferred.</param>
/// <param name="On">Effective day; absent for today.</param>
public sealed record TransferToAdaptationFund(UnitSelection Units, AccountNumber To, AuthorizationId? Authorization, DateOnly? On) : LedgerCommand;

/// <summary>Uses units towards this Party's NDC by moving them to its retirement account (無効化). Final.</summary>
/// <param name="Units">Which units.</param>
/// <param name="RetirementAccount">The retirement account.</param>
/// <param name="UsedForYear">Calendar year for which they are used, inside the NDC period.</param>
/// <param name="On">Effective day; absent for today.</param>
public sealed record UseTowardsNdc(UnitSelection Units, AccountNumber RetirementAccount, int UsedForYear, DateOnly? On) : LedgerCommand;

/// <summary>Cancels units by moving them to a cancellation account (取消し). Final.</summary>
/// <param name="Units">Which units.</param>
/// <param name="CancellationAccount">The cancellation account.</param>
/// <param name="Purpose">Why.</param>
/// <param name="PurposeText">Purpose in words, for example scheme and period; may be absent.</param>
/// <param name="Entity">Identification number of the cancelling entity; may be absent.</param>
/// <param name="Authorization">This Party's authorization, where the cancellation is the first transfer of its own units; may be absent.</param>
/// <param name="On">Effective day; absent for today.</param>
public sealed record CancelUnits(
    UnitSelection Units, AccountNumber CancellationAccount, CancellationPurpose Purpose, string? PurposeText, string? Entity, AuthorizationId? Authorization, DateOnly? On) : LedgerCommand;
