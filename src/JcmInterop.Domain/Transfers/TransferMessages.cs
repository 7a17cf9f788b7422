using System.Collections.Immutable;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Refusals;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Transfers;

/// <summary>Approves the transfer of the receiver's quantity of a Joint Committee decision; the units are reserved on the sender's side.</summary>
/// <param name="Transfers">The offers, 1 to 1,000.</param>
public sealed record TransferApproval(ImmutableArray<TransferOffer> Transfers) : PartnerMessage;

/// <summary>Proposes transfers of existing units; the units are reserved on the sender's side.</summary>
/// <param name="Transfers">The offers, 1 to 1,000.</param>
public sealed record TransferProposal(ImmutableArray<TransferOffer> Transfers) : PartnerMessage;

/// <summary>Accepts transfers; the sender then waits for completion or cancellation.</summary>
/// <param name="Transfers">The acceptances, 1 to 1,000.</param>
public sealed record TransferAcceptance(ImmutableArray<AcceptedTransfer> Transfers) : PartnerMessage;

/// <summary>One accepted transfer.</summary>
/// <param name="Id">The transfer.</param>
/// <param name="AcquiringAccount">Account that will receive the units.</param>
/// <param name="On">Effective day asked for; absent for the day of completion.</param>
public sealed record AcceptedTransfer(TransferId Id, AccountNumber AcquiringAccount, DateOnly? On);

/// <summary>Refuses transfers.</summary>
/// <param name="Transfers">The refusals, 1 to 1,000.</param>
public sealed record TransferRefusal(ImmutableArray<RefusedTransfer> Transfers) : PartnerMessage;

/// <summary>One refused transfer.</summary>
/// <param name="Id">The transfer.</param>
/// <param name="Refusal">Why.</param>
public sealed record RefusedTransfer(TransferId Id, Refusal Refusal);

/// <summary>Tells the acquiring side that transfers are completed.</summary>
/// <param name="Transfers">The completions, 1 to 1,000.</param>
public sealed record TransferCompletion(ImmutableArray<CompletedTransfer> Transfers) : PartnerMessage;

/// <summary>One completed transfer.</summary>
/// <param name="Id">The transfer.</param>
/// <param name="On">Effective day on both sides.</param>
/// <param name="Units">The units with ITMO identity and first transfer.</param>
public sealed record CompletedTransfer(TransferId Id, DateOnly On, ImmutableArray<UnitRun> Units);

/// <summary>Tells the acquiring side that transfers are cancelled.</summary>
/// <param name="Transfers">The cancellations, 1 to 1,000.</param>
public sealed record TransferCancellation(ImmutableArray<CancelledTransfer> Transfers) : PartnerMessage;

/// <summary>One cancelled transfer.</summary>
/// <param name="Id">The transfer.</param>
/// <param name="Reason">Why.</param>
public sealed record CancelledTransfer(TransferId Id, CancellationReason Reason);
