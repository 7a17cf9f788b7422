using System.Collections.Immutable;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Refusals;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Transfers;

/// <summary>This side offered units; they are reserved.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="At">When.</param>
public sealed record TransferOffered(TransferOffer Offer, DateTimeOffset At) : LedgerEvent;

/// <summary>The partner's offer arrived.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="At">When.</param>
public sealed record TransferReceived(TransferOffer Offer, DateTimeOffset At) : LedgerEvent;

/// <summary>This side accepted the partner's offer and waits for the completion.</summary>
/// <param name="Id">The transfer.</param>
/// <param name="AcquiringAccount">Account that will receive the units.</param>
/// <param name="On">Effective day asked for; absent for the day of completion.</param>
/// <param name="At">When.</param>
public sealed record TransferAccepted(TransferId Id, AccountNumber AcquiringAccount, DateOnly? On, DateTimeOffset At) : LedgerEvent;

/// <summary>The acquiring side refused; reserved units are free again.</summary>
/// <param name="Id">The transfer.</param>
/// <param name="Refusal">Why.</param>
/// <param name="At">When.</param>
public sealed record TransferRefused(TransferId Id, Refusal Refusal, DateTimeOffset At) : LedgerEvent;

/// <summary>The transfer was completed: the units left the transferring side and are on the acquiring side.</summary>
/// <param name="Id">The transfer.</param>
/// <param name="AcquiringAccount">Account of the acquiring side.</param>
/// <param name="On">Effective day, the same on both sides.</param>
/// <param name="Units">The units with ITMO identity and first transfer.</param>
/// <param name="At">When.</param>
public sealed record TransferCompleted(TransferId Id, AccountNumber AcquiringAccount, DateOnly On, ImmutableArray<UnitRun> Units, DateTimeOffset At) : LedgerEvent;

/// <summary>The transferring side cancelled; reserved units are free again.</summary>
/// <param name="Id">The transfer.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record TransferCancelled(TransferId Id, CancellationReason Reason, DateTimeOffset At) : LedgerEvent;
