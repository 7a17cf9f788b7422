using System.Collections.Immutable;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Refusals;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Transfers;

/// <summary>A transfer as one side knows it; kept for ever, so that the final state of every id can be asked for.</summary>
/// <param name="Offer">What was offered.</param>
/// <param name="Role">Which side this node is.</param>
/// <param name="State">Where it stands.</param>
/// <param name="OpenedAt">When it was recorded here.</param>
/// <param name="AcquiringAccount">Account the acquiring side named; absent until it accepted.</param>
/// <param name="AcceptedOn">Effective day the acquiring side asked for; may be absent.</param>
/// <param name="CompletedOn">Effective day of the transfer; absent unless completed.</param>
/// <param name="Completed">The units with their ITMO identity as completed; empty unless completed.</param>
/// <param name="Refusal">Why it was refused; absent unless refused.</param>
/// <param name="Cancellation">Why it was cancelled; absent unless cancelled.</param>
/// <param name="ClosedAt">When the final state was recorded here; absent while open.</param>
public sealed record Transfer(
    TransferOffer Offer,
    TransferRole Role,
    TransferState State,
    DateTimeOffset OpenedAt,
    AccountNumber? AcquiringAccount,
    DateOnly? AcceptedOn,
    DateOnly? CompletedOn,
    ImmutableArray<UnitRun> Completed,
    Refusal? Refusal,
    CancellationReason? Cancellation,
    DateTimeOffset? ClosedAt) : LedgerItem
{
    /// <summary>Whether the transfer has not reached a final state on this side.</summary>
    public bool IsOpen => State is TransferState.Proposed or TransferState.Accepted;

    /// <summary>Whether units of this side are reserved for it.</summary>
    public bool IsReserving => Role == TransferRole.Transferring && State == TransferState.Proposed;

    /// <inheritdoc/>
    public override string ItemKey() => Offer.Id.ToString();
}
