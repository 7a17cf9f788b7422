using System.Collections.Immutable;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Refusals;

namespace JcmInterop.Domain.Transfers;

/// <summary>Decides the partner's approvals and proposals. An offer that breaks a rule is refused at once, so that the partner's units are free again.</summary>
/// <remarks>An offer that arrives after its deadline breaks no rule: it can no longer be accepted or refused here, and the cancellation that the transferring
/// side tells at its deadline ends it with the same word on both sides.</remarks>
internal static class OfferReception
{
    public static Refusal? Offered(Deciding d, TransferKind kind, ImmutableArray<TransferOffer> offers)
    {
        if (offers.Length is 0 or > MessageBatching.TransfersMax) return TransferRules.CountUnclear.With(offers.Length, "transfers", MessageBatching.TransfersMax);
        foreach (var offer in offers)
        {
            if (d.State.Transfers.TryGetValue(offer.Id, out var known)) Again(d, known, offer);
            else Anew(d, kind, offer);
        }

        return null;
    }

    private static void Anew(Deciding d, TransferKind kind, TransferOffer offer)
    {
        var refusal = Unsound(d, kind, offer) ?? Unacceptable(d, offer);
        d.Record(new TransferReceived(offer, d.Now));
        if (refusal is null) return;
        d.Record(new TransferRefused(offer.Id, refusal, d.Now));
        d.Tell(new TransferRefusal([new RefusedTransfer(offer.Id, refusal)]));
    }

    private static void Again(Deciding d, Transfer known, TransferOffer offer)
    {
        if (known.Role != TransferRole.Acquiring || !known.Offer.SameAs(offer)) d.Fault(offer.Id.ToString(), TransferRules.OfferChanged.With(offer.Id));
        else if (known.State == TransferState.Refused) d.Tell(new TransferRefusal([new RefusedTransfer(offer.Id, known.Refusal!)]));
        else if (known.State == TransferState.Accepted) d.Tell(new TransferAcceptance([new AcceptedTransfer(offer.Id, known.AcquiringAccount!.Value, known.AcceptedOn)]));
    }

    private static Refusal? Unsound(Deciding d, TransferKind kind, TransferOffer offer)
    {
        var fault = (offer.Kind != kind || (offer.Decision is null) != (kind != TransferKind.AfterApproval) || (offer.LineId is null) != (kind != TransferKind.AfterApproval)) ? "its kind does not fit the message"
            : offer.TransferringParty != d.Settings.Partner || offer.AcquiringParty != d.Settings.Party ? "its Parties are not sender and receiver"
            : offer.TransferringAccount.Party != d.Settings.Partner ? "the transferring account is not the sender's"
            : offer.Units.Length is 0 or > TransferOffer.RunsMax ? $"it has {offer.Units.Length} runs of units, 1 to {TransferOffer.RunsMax} are allowed"
            : offer.OfferedOn > d.LatestToday ? $"its date {offer.OfferedOn:yyyy-MM-dd} is in the future"
            : offer.Units.Any(u => (u.FirstTransfer is null) != (u.Itmo is null)) ? "first transfer and ITMO identity do not stand together"
            : offer.Units.Any(u => !d.Settings.Registry.Includes(u.IssuedBy)) ? "its units are issued by a third Party"
            : offer.Units.Any(u => u.Itmo is { } itmo && (itmo.FirstSerial < 1 || itmo.FirstSerial > Units.SerialRange.NumberMax - u.Quantity.Tonnes + 1)) ? $"an ITMO serial is not 1 to {Units.SerialRange.NumberMax}"
            : Doubled(offer) ? "serials stand in it twice"
            : null;
        return fault is null ? null : TransferRules.OfferUnclear.With(offer.Id, fault);
    }

    private static Refusal? Unacceptable(Deciding d, TransferOffer offer)
    {
        if (offer.AcquiringAccount is { } account && AccountDecisions.CannotHold(d, account, d.Settings.Party) is { } cannot) return cannot;
        if (offer.Units.FirstOrDefault(u => !u.Vintage.IsParisEra) is { } early) return TransferRules.NoTransferBefore2021.With(early.Serials, early.Vintage);
        if (ArrivalChecks.Forbidden(d, offer) is { } strange) return strange;
        var fresh = offer.Units.Where(u => u.FirstTransfer is null).ToList();
        if (fresh.Count > 0)
        {
            if (offer.Authorization is not { } id) return AuthorizationRules.FirstTransferNeedsAuthorization.With(fresh[0].Serials);
            if (FirstTransferChecks.Forbidden(d, d.Settings.Partner, id, d.Settings.Party, offer.OfferedOn, fresh) is { } forbidden) return forbidden;
        }

        return offer.Kind == TransferKind.AfterApproval ? NotNotified(d, offer) : null;
    }

    private static Refusal? NotNotified(Deciding d, TransferOffer offer)
    {
        var decision = offer.Decision!.Value;
        if (d.State.Decisions.GetValueOrDefault(decision)?.Own is null) return IssuanceRules.DecisionUnknown.With(decision);
        if (d.State.Leg(decision, offer.LineId!, d.Settings.Party) is not { } leg) return IssuanceRules.LineUnknown.With(decision, offer.LineId!);
        if (leg.Approval is { } earlier) return TransferRules.AlreadyApproved.With(decision, offer.LineId!, earlier);
        if (leg.State != LegState.Pending) return IssuanceRules.AlreadyIssued.With(d.Settings.Party, decision, offer.LineId!);
        var notified = d.State.Decisions[decision].Own!.Lines.Single(l => l.LineId == offer.LineId).Of(d.Settings.Party);
        var years = offer.Units.Select(u => u.Vintage).Union(notified.Postings.Select(p => p.Vintage));
        return offer.Units.Any(u => u.Project != leg.Project) || years.Any(v =>
                offer.Units.Where(u => u.Vintage == v).Sum(u => u.Quantity.Tonnes) != notified.Postings.Where(p => p.Vintage == v).Sum(p => p.Quantity.Tonnes))
            ? TransferRules.ApprovalMismatch.With(decision, offer.LineId!, offer.Quantity, d.Settings.Party, leg.Notified)
            : null;
    }

    private static bool Doubled(TransferOffer offer)
    {
        if (offer.Units.Length == 1) return false;
        var ordered = offer.Units.Select(u => u.Serials).Order().ToList();
        return ordered.Zip(ordered.Skip(1)).Any(pair => pair.First.Overlaps(pair.Second));
    }
}
