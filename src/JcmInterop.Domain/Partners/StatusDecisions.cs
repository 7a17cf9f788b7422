using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Refusals;
using JcmInterop.Domain.Transfers;

namespace JcmInterop.Domain.Partners;

/// <summary>Decides questions for the state of transfers and their answers. An answer never decides: completions and cancellations do.</summary>
internal static class StatusDecisions
{
    public static Refusal? Ask(Deciding d, AskStatus command)
    {
        if (!d.PartnerUnderstands<StatusQuery>()) return PartnerRules.TypeUnknownThere.With(d.Settings.Partner, MessageTypes.NameOf<StatusQuery>());
        if (Unclear(command.Transfers.Length, command.Heads) is { } refusal) return refusal;
        d.Record(new StatusAsked(command.Transfers, command.Heads, d.Now));
        d.Tell(new StatusQuery(command.Transfers, command.Heads));
        return null;
    }

    public static Refusal? Asked(Deciding d, StatusQuery message)
    {
        if (Unclear(message.Transfers.Length, message.Heads) is { } refusal) return refusal;
        d.Record(new StatusAskedByPartner(message.Transfers, message.Heads));
        foreach (var id in message.Transfers.Distinct())
        {
            if (d.State.Transfers.TryGetValue(id, out var transfer)) Repeat(d, transfer);
        }

        d.Tell(new StatusAnswer([.. message.Transfers.Select(id => Status(d, id))], message.Heads ? d.Heads : null));
        return null;
    }

    public static Refusal? Answered(Deciding d, StatusAnswer message)
    {
        if (message.Transfers.Length > MessageBatching.TransfersMax) return PartnerRules.QueryUnclear.With(message.Transfers.Length, MessageBatching.TransfersMax);
        d.Record(new StatusTold(message.Transfers, message.Heads));
        foreach (var told in message.Transfers)
        {
            if (d.State.Transfers.TryGetValue(told.Id, out var own)) Compare(d, own, told);
        }

        return null;
    }

    /// <summary>Says again what this side decided, or answered, so that the partner need not take the answer's word for it.</summary>
    private static void Repeat(Deciding d, Transfer transfer)
    {
        var id = transfer.Offer.Id;
        switch (transfer.Role, transfer.State)
        {
            case (TransferRole.Transferring, TransferState.Completed):
                d.Tell(new TransferCompletion([new CompletedTransfer(id, transfer.CompletedOn!.Value, transfer.Completed)]));
                break;
            case (TransferRole.Transferring, TransferState.Cancelled):
                d.Tell(new TransferCancellation([new CancelledTransfer(id, transfer.Cancellation!.Value)]));
                break;
            case (TransferRole.Acquiring, TransferState.Accepted):
                d.Tell(new TransferAcceptance([new AcceptedTransfer(id, transfer.AcquiringAccount!.Value, transfer.AcceptedOn)]));
                break;
            case (TransferRole.Acquiring, TransferState.Refused):
                d.Tell(new TransferRefusal([new RefusedTransfer(id, transfer.Refusal!)]));
                break;
            default:
                break;
        }
    }

    private static void Compare(Deciding d, Transfer own, TransferStatus told)
    {
        if (own is { Role: TransferRole.Acquiring, State: TransferState.Accepted } && told is { Role: TransferRole.Transferring, State: TransferState.Proposed })
        {
            Repeat(d, own);
            return;
        }

        if (!Agrees(own, told)) d.Fault(own.Offer.Id.ToString(), TransferRules.AnswerContradicts.With(own.Offer.Id, $"the state {told.State?.ToString() ?? "unknown"}", own.State));
    }

    // A side that waits learns the end from a completion, cancellation or refusal that is before the answer in the chain or still on its way.
    private static bool Agrees(Transfer own, TransferStatus told)
    {
        // Who asked before it offered is told that the transfer is unknown; an offer that got lost is met again at its end.
        if (told.State is null) return own is { Role: TransferRole.Transferring, State: TransferState.Proposed or TransferState.Cancelled };
        if (told.State is not { } state || told.Role is not { } role || role == own.Role) return false;
        if (own.State == state) return true;
        return own.Role == TransferRole.Transferring
            ? own.State != TransferState.Refused && state is TransferState.Proposed or TransferState.Accepted
                || (own.State, state) is (TransferState.Proposed or TransferState.Cancelled, TransferState.Refused)
            : own.State == TransferState.Proposed && state == TransferState.Cancelled
                || (own.State, state) is (TransferState.Refused, TransferState.Proposed or TransferState.Cancelled);
    }

    private static TransferStatus Status(Deciding d, TransferId id) => d.State.Transfers.TryGetValue(id, out var transfer)
        ? new TransferStatus(id, transfer.Role, transfer.State, transfer.ClosedAt)
        : new TransferStatus(id, null, null, null);

    private static Refusal? Unclear(int transfers, bool heads) =>
        transfers > MessageBatching.TransfersMax || (transfers == 0 && !heads) ? PartnerRules.QueryUnclear.With(transfers, MessageBatching.TransfersMax) : null;
}
