using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Refusals;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Transfers;

/// <summary>Decides the commands of the transferring side: approve, propose, withdraw, expire.</summary>
internal static class OfferDecisions
{
    public static Refusal? Approve(Deciding d, ApproveTransfer command)
    {
        if (Unopenable(d, command.Id, command.DecideBy) is { } unopenable) return unopenable;
        if (d.State.Decisions.GetValueOrDefault(command.Decision)?.Own is not { } decision) return IssuanceRules.DecisionUnknown.With(command.Decision);
        if (decision.Lines.All(l => l.LineId != command.LineId)) return IssuanceRules.LineUnknown.With(command.Decision, command.LineId);
        if (d.Settings.PatternOn(decision.DecidedOn) != IssuePattern.PartnerIssuesThenTransfers) return TransferRules.NoApprovalPattern.With(command.Decision);
        var partner = d.Settings.Partner;
        if (d.State.Leg(command.Decision, command.LineId, partner)!.Approval is { } earlier) return TransferRules.AlreadyApproved.With(command.Decision, command.LineId, earlier);
        var issued = d.State.Leg(command.Decision, command.LineId, d.Settings.Party)!.Blocks.Where(b => b.Beneficiary == partner).ToList();
        if (issued.Count == 0) return TransferRules.NotIssued.With(command.Decision, command.LineId, partner);
        var picked = new List<UnitBlock>();
        foreach (var block in issued.SelectMany(b => d.State.BlocksOverlapping(b.Serials).Select(held => Within(held, b.Serials))))
        {
            // The units may have moved inside this registry since they were issued.
            if (UnitPicking.Pick(d, new UnitSelection(block.Account, block.Serials), picked) is { } refusal) return refusal;
        }

        return Offer(d, picked, command.ApprovedOn, command.Authorization, (on, account) => new TransferOffer(
            command.Id, TransferKind.AfterApproval, d.Settings.Party, partner, account, null, command.Authorization,
            command.Decision, command.LineId, on, command.DecideBy, [.. picked.Select(b => b.Run())]));
    }

    public static Refusal? Propose(Deciding d, ProposeTransfer command)
    {
        if (Unopenable(d, command.Id, command.DecideBy) is { } unopenable) return unopenable;
        if (command.AcquiringAccount is { } to && to.Party != d.Settings.Partner) return AccountRules.AccountOfOtherSide.With(to, d.Settings.Partner);
        if (command.Units.Length is 0 or > TransferOffer.RunsMax) return TransferRules.CountUnclear.With(command.Units.Length, "selections", TransferOffer.RunsMax);
        var picked = new List<UnitBlock>();
        foreach (var selection in command.Units)
        {
            if (UnitPicking.Pick(d, selection, picked) is { } refusal) return refusal;
        }

        if (Doubled(picked) is { } doubled) return TransferRules.OfferUnclear.With(command.Id, $"serials {doubled} are named twice");
        return Offer(d, picked, command.OfferedOn, command.Authorization, (on, account) => new TransferOffer(
            command.Id, TransferKind.BetweenRegistries, d.Settings.Party, d.Settings.Partner, account, command.AcquiringAccount, command.Authorization,
            null, null, on, command.DecideBy, [.. picked.Select(b => b.Run())]));
    }

    public static Refusal? Withdraw(Deciding d, WithdrawTransfer command) => Cancel(d, command.Id, CancellationReason.Withdrawn);

    public static Refusal? Expire(Deciding d, ExpireTransfer command)
    {
        if (d.State.Transfers.TryGetValue(command.Id, out var transfer) && transfer.IsReserving && d.Now <= transfer.Offer.DecideBy)
            return TransferRules.DeadlineNotPassed.With(command.Id, transfer.Offer.DecideBy.UtcDateTime);
        return Cancel(d, command.Id, CancellationReason.DeadlinePassed);
    }

    /// <summary>The first serials that stand twice among picked units, or nothing.</summary>
    public static SerialRange? Doubled(IEnumerable<UnitBlock> picked)
    {
        var ordered = picked.Select(b => b.Serials).Order().ToList();
        for (var i = 1; i < ordered.Count; i++)
        {
            if (ordered[i].Overlaps(ordered[i - 1])) return ordered[i];
        }

        return null;
    }

    private static UnitBlock Within(UnitBlock block, SerialRange serials) =>
        block.Part(Math.Max(block.Serials.First, serials.First), Math.Min(block.Serials.Final, serials.Final));

    private static Refusal? Offer(
        Deciding d, List<UnitBlock> picked, DateOnly? asked, AuthorizationId? authorization, Func<DateOnly, AccountNumber, TransferOffer> compose)
    {
        if (picked.Count > TransferOffer.RunsMax) return AccountRules.TooManyRuns.With(picked.Count, TransferOffer.RunsMax);
        var account = picked[0].Account;
        if (picked.Find(b => b.Account != account) is { } elsewhere) return TransferRules.SeveralAccounts.With(account, elsewhere.Account);
        var on = asked ?? d.Today;
        if (on > d.LatestToday) return AccountRules.DateInFuture.With(on);
        if (picked.Find(b => !b.Vintage.IsParisEra) is { } early) return TransferRules.NoTransferBefore2021.With(early.Serials, early.Vintage);
        var fresh = picked.Where(b => b.FirstTransfer is null).Select(b => b.Run()).ToList();
        if (fresh.Count > 0)
        {
            if (authorization is not { } id) return AuthorizationRules.FirstTransferNeedsAuthorization.With(fresh[0].Serials);
            if (FirstTransferChecks.Forbidden(d, d.Settings.Party, id, d.Settings.Partner, on, fresh) is { } forbidden) return forbidden;
            if (FirstTransferEvents.Earlier(d, id, FirstTransferTrigger.InternationalTransfer, on, picked) is { } why) return why;
        }

        if (!d.PartnerReads(picked, out var untold)) return AuthorizationRules.TriggerNotUnderstood.With(untold!.Serials, untold.FirstTransfer!.Trigger, d.Settings.Partner);

        var offer = compose(on, account);
        d.Record(new TransferOffered(offer, d.Now));
        d.Tell(offer.Kind == TransferKind.AfterApproval ? new TransferApproval([offer]) : new TransferProposal([offer]));
        return null;
    }

    private static Refusal? Cancel(Deciding d, TransferId id, CancellationReason reason)
    {
        if (!d.State.Transfers.TryGetValue(id, out var transfer)) return TransferRules.TransferUnknown.With(id);
        if (transfer.Role != TransferRole.Transferring) return TransferRules.WrongRole.With(id, TransferRole.Transferring);
        if (transfer.State != TransferState.Proposed) return TransferRules.NotOpen.With(id, transfer.State);
        d.Record(new TransferCancelled(id, reason, d.Now));
        d.Tell(new TransferCancellation([new CancelledTransfer(id, reason)]));
        return null;
    }

    private static Refusal? Unopenable(Deciding d, TransferId id, DateTimeOffset decideBy)
    {
        if (d.State.Transfers.ContainsKey(id)) return TransferRules.TransferExists.With(id);
        return decideBy <= d.Now || decideBy - d.Now > d.Settings.DecideWithinMax
            ? TransferRules.DeadlineUnclear.With(decideBy.UtcDateTime, d.Settings.DecideWithinMax)
            : null;
    }
}
