using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Refusals;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Transfers;

/// <summary>Decides the partner's acceptances and refusals. Here, and only here, a transfer of this side completes.</summary>
internal static class AnswerReception
{
    public static Refusal? Accepted(Deciding d, TransferAcceptance message)
    {
        if (message.Transfers.Length is 0 or > MessageBatching.TransfersMax)
            return TransferRules.CountUnclear.With(message.Transfers.Length, "transfers", MessageBatching.TransfersMax);
        foreach (var answer in message.Transfers)
        {
            if (Own(d, answer.Id, "acceptance") is not { } transfer) continue;
            switch (transfer.State)
            {
                case TransferState.Proposed when Obstacle(d, transfer.Offer, answer) is { } reason:
                    d.Record(new TransferCancelled(answer.Id, reason, d.Now));
                    TellCancelled(d, answer.Id, reason);
                    break;
                case TransferState.Proposed:
                    Complete(d, transfer, answer);
                    break;
                case TransferState.Completed:
                    d.Tell(new TransferCompletion([new CompletedTransfer(answer.Id, transfer.CompletedOn!.Value, transfer.Completed)]));
                    break;
                case TransferState.Cancelled:
                    TellCancelled(d, answer.Id, transfer.Cancellation!.Value);
                    break;
                default:
                    d.Fault(answer.Id.ToString(), TransferRules.AnswerContradicts.With(answer.Id, "acceptance", transfer.State));
                    break;
            }
        }

        return null;
    }

    public static Refusal? Refused(Deciding d, TransferRefusal message)
    {
        if (message.Transfers.Length is 0 or > MessageBatching.TransfersMax)
            return TransferRules.CountUnclear.With(message.Transfers.Length, "transfers", MessageBatching.TransfersMax);
        foreach (var answer in message.Transfers)
        {
            if (Own(d, answer.Id, "refusal") is not { } transfer) continue;
            if (transfer.State == TransferState.Proposed) d.Record(new TransferRefused(answer.Id, answer.Refusal, d.Now));
            else if (transfer.State == TransferState.Completed) d.Fault(answer.Id.ToString(), TransferRules.AnswerContradicts.With(answer.Id, "refusal", transfer.State));
        }

        return null;
    }

    private static void Complete(Deciding d, Transfer transfer, AcceptedTransfer answer)
    {
        var offer = transfer.Offer;
        var on = EffectiveDay(d, offer, answer);
        var record = offer.Authorization is { } id ? d.State.Authorization(d.Settings.Party, id) : null;
        var units = FirstTransferring.Of(d, record, FirstTransferTrigger.InternationalTransfer, on, offer.Units);
        d.Record(new TransferCompleted(answer.Id, answer.AcquiringAccount, on, units, d.Now));
        d.Tell(new TransferCompletion([new CompletedTransfer(answer.Id, on, units)]));
    }

    private static DateOnly EffectiveDay(Deciding d, TransferOffer offer, AcceptedTransfer answer) =>
        answer.On is { } asked && asked >= offer.OfferedOn && asked <= d.LatestToday ? asked
        : d.Today >= offer.OfferedOn ? d.Today
        : offer.OfferedOn;

    private static CancellationReason? Obstacle(Deciding d, TransferOffer offer, AcceptedTransfer answer)
    {
        if (d.Now > offer.DecideBy) return CancellationReason.DeadlinePassed;
        if (answer.AcquiringAccount.Party != d.Settings.Partner) return CancellationReason.NoLongerAllowed;
        if (offer.AcquiringAccount is { } named && named != answer.AcquiringAccount) return CancellationReason.NoLongerAllowed;
        if (AccountDecisions.CannotLeave(d, offer.TransferringAccount) is not null) return CancellationReason.NoLongerAllowed;
        var fresh = offer.Units.Where(u => u.FirstTransfer is null).ToList();
        if (fresh.Count == 0) return null;
        var on = EffectiveDay(d, offer, answer);
        var record = d.State.AuthorizationOn(d.Settings.Party, offer.Authorization!.Value, on)!;
        var isRevoked = record.RevokedOn is { } revoked && revoked <= d.Today;
        return isRevoked || !record.IsActiveOn(on) || NarrowedSince(d, record, fresh) ? CancellationReason.NoLongerAllowed : null;
    }

    /// <summary>Whether a change of the authorization since the offer leaves its units outside the terms; its cap never falls below what is set aside for open offers.</summary>
    private static bool NarrowedSince(Deciding d, AuthorizationRecord record, List<UnitRun> fresh)
    {
        var terms = record.Authorization;
        return fresh.Exists(u => !terms.Covers(u.Project, u.Vintage))
            || (!terms.AuthorizedParties.IsEmpty && !terms.AuthorizedParties.Contains(d.Settings.Partner));
    }

    private static Transfer? Own(Deciding d, TransferId id, string what)
    {
        if (!d.State.Transfers.TryGetValue(id, out var transfer)) d.Fault(id.ToString(), TransferRules.TransferUnknown.With(id));
        else if (transfer.Role != TransferRole.Transferring) d.Fault(id.ToString(), TransferRules.AnswerContradicts.With(id, what, transfer.State));
        else return transfer;
        return null;
    }

    private static void TellCancelled(Deciding d, TransferId id, CancellationReason reason) =>
        d.Tell(new TransferCancellation([new CancelledTransfer(id, reason)]));
}
