using System.Collections.Immutable;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Transfers;

/// <summary>Approves the international transfer of the other side's quantity of a decision line this side issued.</summary>
/// <param name="Id">A new transfer id.</param>
/// <param name="Decision">The decision.</param>
/// <param name="LineId">The line.</param>
/// <param name="Authorization">This Party's authorization.</param>
/// <param name="ApprovedOn">Effective day of the approval; absent for today.</param>
/// <param name="DecideBy">Deadline for the acquisition.</param>
public sealed record ApproveTransfer(
    TransferId Id, DecisionId Decision, string LineId, AuthorizationId Authorization, DateOnly? ApprovedOn, DateTimeOffset DecideBy) : LedgerCommand;

/// <summary>Proposes to transfer existing units to the other side.</summary>
/// <param name="Id">A new transfer id.</param>
/// <param name="Units">Which units; all from one account.</param>
/// <param name="AcquiringAccount">The partner's account; absent to let the partner choose.</param>
/// <param name="Authorization">This Party's authorization; needed for units not yet first transferred.</param>
/// <param name="OfferedOn">Effective day of the proposal; absent for today.</param>
/// <param name="DecideBy">Deadline for the acceptance.</param>
public sealed record ProposeTransfer(
    TransferId Id, ImmutableArray<UnitSelection> Units, AccountNumber? AcquiringAccount, AuthorizationId? Authorization, DateOnly? OfferedOn, DateTimeOffset DecideBy) : LedgerCommand;

/// <summary>Records the acquisition of this side's quantity of a decision line, once the partner has approved its transfer.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="LineId">The line.</param>
/// <param name="AcquiringAccount">Account of this side that receives the units.</param>
/// <param name="On">Effective day asked for; absent for today.</param>
public sealed record RecordAcquisition(DecisionId Decision, string LineId, AccountNumber AcquiringAccount, DateOnly? On) : LedgerCommand;

/// <summary>Accepts a proposed transfer.</summary>
/// <param name="Id">The transfer.</param>
/// <param name="AcquiringAccount">Account of this side; absent to take the one the proposal names.</param>
/// <param name="On">Effective day asked for; absent for today.</param>
public sealed record AcceptTransfer(TransferId Id, AccountNumber? AcquiringAccount, DateOnly? On) : LedgerCommand;

/// <summary>Refuses a proposed transfer by an administrator's decision.</summary>
/// <param name="Id">The transfer.</param>
/// <param name="Reason">Why, in one sentence for the partner, at most 500 characters.</param>
public sealed record RefuseTransfer(TransferId Id, string Reason) : LedgerCommand;

/// <summary>Withdraws a proposed transfer of this side that was not accepted yet.</summary>
/// <param name="Id">The transfer.</param>
public sealed record WithdrawTransfer(TransferId Id) : LedgerCommand;

/// <summary>Cancels a transfer of this side whose deadline has passed; given by the deadline sweep.</summary>
/// <param name="Id">The transfer.</param>
public sealed record ExpireTransfer(TransferId Id) : LedgerCommand;
