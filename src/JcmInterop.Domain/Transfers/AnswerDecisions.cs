using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Refusals;

namespace JcmInterop.Domain.Transfers;

/// <summary>Decides the commands of the acquiring side: record an acquisition, accept, refuse.</summary>
internal static class AnswerDecisions
{
    private const int ReasonMax = 500;

    public static Refusal? Acquire(Deciding d, RecordAcquisition command)
    {
        if (d.State.Decisions.GetValueOrDefault(command.Decision)?.Own is null) return IssuanceRules.DecisionUnknown.With(command.Decision);
        if (d.State.Leg(command.Decision, command.LineId, d.Settings.Party) is not { } leg) return IssuanceRules.LineUnknown.With(command.Decision, command.LineId);
        if (leg.State == LegState.Issued) return IssuanceRules.AlreadyIssued.With(d.Settings.Party, command.Decision, command.LineId);
        if (leg.State == LegState.NotApplicable) return IssuanceRules.NothingToIssue.With(d.Settings.Party, command.Decision, command.LineId);
        return leg.Approval is { } approval
            ? Accept(d, new AcceptTransfer(approval, command.AcquiringAccount, command.On))
            : TransferRules.NotApproved.With(d.Settings.Partner, command.Decision, command.LineId);
    }

    public static Refusal? Accept(Deciding d, AcceptTransfer command)
    {
        if (Unanswerable(d, command.Id, out var transfer) is { } refusal) return refusal;
        var offer = transfer.Offer;
        if ((command.AcquiringAccount ?? offer.AcquiringAccount) is not { } account) return TransferRules.AccountNeeded.With(command.Id);
        if (offer.AcquiringAccount is { } named && named != account) return TransferRules.AccountFixed.With(command.Id, named, account);
        if (AccountDecisions.CannotHold(d, account, d.Settings.Party) is { } cannot) return cannot;
        if (command.On > d.LatestToday) return AccountRules.DateInFuture.With(command.On);
        if (command.On < offer.OfferedOn) return TransferRules.DateBeforeOffer.With(command.On, offer.OfferedOn, command.Id);
        if (ArrivalChecks.Forbidden(d, offer) is { } forbidden) return forbidden;
        d.Record(new TransferAccepted(command.Id, account, command.On, d.Now));
        d.Tell(new TransferAcceptance([new AcceptedTransfer(command.Id, account, command.On)]));
        return null;
    }

    public static Refusal? Refuse(Deciding d, RefuseTransfer command)
    {
        if (command.Reason.Length is 0 or > ReasonMax) return TransferRules.ReasonNeeded.With(ReasonMax);
        if (Unanswerable(d, command.Id, out _) is { } refusal) return refusal;
        var told = TransferRules.ByAdministrator.With(command.Reason);
        d.Record(new TransferRefused(command.Id, told, d.Now));
        d.Tell(new TransferRefusal([new RefusedTransfer(command.Id, told)]));
        return null;
    }

    private static Refusal? Unanswerable(Deciding d, TransferId id, out Transfer transfer)
    {
        if (!d.State.Transfers.TryGetValue(id, out transfer!)) return TransferRules.TransferUnknown.With(id);
        if (transfer.Role != TransferRole.Acquiring) return TransferRules.WrongRole.With(id, TransferRole.Acquiring);
        if (transfer.State != TransferState.Proposed) return TransferRules.NotOpen.With(id, transfer.State);
        return d.Now > transfer.Offer.DecideBy ? TransferRules.DeadlinePassed.With(id, transfer.Offer.DecideBy.UtcDateTime) : null;
    }
}
