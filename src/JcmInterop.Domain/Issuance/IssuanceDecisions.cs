using System.Collections.Immutable;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Refusals;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Issuance;

/// <summary>Decides commands and messages about Joint Committee decisions and issuance legs.</summary>
internal static class IssuanceDecisions
{
    public static Refusal? Record(Deciding d, RecordDecision command)
    {
        if (d.State.Decisions.GetValueOrDefault(command.Decision.Id)?.Own is { } present)
            return Same(present, command.Decision) ? null : IssuanceRules.DecisionExists.With(command.Decision.Id);
        if (DecisionChecks.Of(d, command.Decision) is { } refusal) return refusal;
        d.Record(new DecisionRecorded(command.Decision));
        d.Tell(new DecisionNotice(command.Decision));
        return null;
    }

    public static Refusal? Notified(Deciding d, DecisionNotice message)
    {
        if (message.Decision.Registry != d.Settings.Registry)
            return IssuanceRules.OtherRegistry.With(message.Decision.Id, message.Decision.Registry, d.Settings.Registry);
        if (DecisionChecks.Beyond(message.Decision) is { } beyond) return beyond;
        if (d.State.Decisions.GetValueOrDefault(message.Decision.Id)?.Partner is { } present)
        {
            if (!Same(present, message.Decision)) d.Fault(message.Decision.Id.ToString(), IssuanceRules.DecisionExists.With(message.Decision.Id));
            return null;
        }

        d.Record(new DecisionNotified(message.Decision));
        return null;
    }

    public static Refusal? Issue(Deciding d, IssueLeg command)
    {
        if (d.State.Decisions.GetValueOrDefault(command.Decision)?.Own is not { } decision) return IssuanceRules.DecisionUnknown.With(command.Decision);
        if (decision.Lines.FirstOrDefault(l => l.LineId == command.LineId) is not { } line) return IssuanceRules.LineUnknown.With(command.Decision, command.LineId);
        var own = d.Settings.Party;
        var partnerIssuesAll = d.Settings.PatternOn(decision.DecidedOn) == IssuePattern.PartnerIssuesThenTransfers;
        if (partnerIssuesAll && own == PartyCode.Japan) return IssuanceRules.ReachedByAcquisition.With(command.Decision, own);
        if (line.Of(own).Notified.IsZero && !partnerIssuesAll) return IssuanceRules.NothingToIssue.With(own, command.Decision, command.LineId);
        if (d.State.Leg(command.Decision, command.LineId, own) is not { Blocks.IsEmpty: true }) return IssuanceRules.AlreadyIssued.With(own, command.Decision, command.LineId);
        if (command.IssuedOn is { } on)
        {
            if (on > d.LatestToday) return AccountRules.DateInFuture.With(on);
            if (decision.DecidedOn is { } decided && on < decided) return IssuanceRules.IssuedBeforeDecision.With(on, decided);
        }

        if (Postings(d, command, line, partnerIssuesAll) is { } refusal) return refusal;
        if (command.Postings.All(p => p.Quantity.IsZero)) return IssuanceRules.NothingToIssue.With(own, command.Decision, command.LineId);
        if (Number(d, command, line, out var blocks) is { } unnumbered) return unnumbered;
        d.Record(new LegIssued(command.Decision, command.LineId, own, line.Project, line.Period, command.IssuedOn, blocks));
        d.Tell(new LegNotice(command.Decision, command.LineId, line.Project, command.IssuedOn, blocks));
        FirstTransferEvents.OnIssuance(d, blocks.Select(b => b.Serials), command.IssuedOn);
        return null;
    }

    public static Refusal? PartnerIssued(Deciding d, LegNotice message)
    {
        var partner = d.Settings.Partner;
        if (!DecisionChecks.IsLineId(message.LineId)) return IssuanceRules.IdUnclear.With(message.LineId);
        if (message.Blocks.Length > DecisionChecks.PostingsMax) return IssuanceRules.TooMany.With(message.Blocks.Length, "units", DecisionChecks.PostingsMax);
        var known = d.State.Leg(message.Decision, message.LineId, partner);
        if (known is { Blocks.IsEmpty: false })
        {
            if (!known.Blocks.AsSpan().SequenceEqual(message.Blocks.AsSpan()))
                d.Fault($"{message.Decision}/{message.LineId}", IssuanceRules.AlreadyIssued.With(partner, message.Decision, message.LineId));
            return null;
        }

        var issued = new UnitQuantity(message.Blocks.Where(b => b.Beneficiary == partner).Sum(b => b.Serials.Quantity.Tonnes));
        d.Record(new PartnerLegIssued(message.Decision, message.LineId, partner, message.Project, message.IssuedOn, issued, message.Blocks));
        return null;
    }

    private static Refusal? Postings(Deciding d, IssueLeg command, NotifiedLine line, bool partnerIssuesAll)
    {
        if (command.Postings.Length > DecisionChecks.PostingsMax) return IssuanceRules.TooMany.With(command.Postings.Length, "postings", DecisionChecks.PostingsMax);
        foreach (var posting in command.Postings)
        {
            if (AccountDecisions.CannotHold(d, posting.Account, d.Settings.Party) is { } refusal) return refusal;
            if (d.State.Accounts[posting.Account].Kind == AccountKind.AdaptationFund)
                return AuthorizationRules.WrongAccountKind.With(posting.Account, AccountKind.AdaptationFund, AccountKind.GovernmentHolding);
            if (posting.Beneficiary != d.Settings.Party && d.State.Accounts[posting.Account].Kind != AccountKind.GovernmentOther)
                return IssuanceRules.PartnerIssuesAll.With(line.LineId, posting.Beneficiary, posting.Account);
        }

        foreach (var side in line.Sides)
        {
            var due = side.Party == d.Settings.Party || partnerIssuesAll;
            var years = side.Postings.Select(p => p.Vintage).Union(command.Postings.Where(p => p.Beneficiary == side.Party).Select(p => p.Vintage)).Order();
            foreach (var vintage in years)
            {
                var notified = due ? side.Postings.Where(p => p.Vintage == vintage).Sum(p => p.Quantity.Tonnes) : 0;
                var posted = command.Postings.Where(p => p.Beneficiary == side.Party && p.Vintage == vintage).Sum(p => p.Quantity.Tonnes);
                if (posted != notified) return IssuanceRules.PostingsDiffer.With(line.LineId, posted, vintage, side.Party, notified);
            }
        }

        return command.Postings.FirstOrDefault(p => !line.Sides.Any(s => s.Party == p.Beneficiary)) is { } stray
            ? IssuanceRules.SidesUnclear.With(line.LineId, stray.Beneficiary)
            : null;
    }

    private static Refusal? Number(Deciding d, IssueLeg command, NotifiedLine line, out ImmutableArray<IssuedBlock> blocks)
    {
        var next = new Dictionary<string, long>(StringComparer.Ordinal);
        var numbered = ImmutableArray.CreateBuilder<IssuedBlock>();
        blocks = [];
        foreach (var posting in command.Postings.Where(p => !p.Quantity.IsZero))
        {
            var series = IssuanceEffects.SerialSeries(Serials(d, line, posting.Vintage, 1, 1));
            var first = next.TryGetValue(series, out var n) ? n : d.State.Next(series);
            var final = checked(first + posting.Quantity.Tonnes - 1);
            if (final > SerialRange.NumberMax) return IssuanceRules.TooMany.With(final, "serial numbers", SerialRange.NumberMax);
            var serials = Serials(d, line, posting.Vintage, first, final);
            if (d.State.BlocksOverlapping(serials).FirstOrDefault() is { } taken) return Transfers.TransferRules.LiveHere.With(taken.Serials, d.Settings.Party);
            next[series] = final + 1;
            numbered.Add(new IssuedBlock(serials, posting.Vintage, posting.Account, posting.Beneficiary));
        }

        blocks = numbered.ToImmutable();
        return null;
    }

    private static SerialRange Serials(Deciding d, NotifiedLine line, Vintage vintage, long first, long final) =>
        d.Settings.SerialProfile.Range(d.Settings.Party, d.Settings.Partner, line.Project.ToString(), vintage, first, final);

    private static bool Same(JcDecision one, JcDecision other) =>
        one with { Lines = other.Lines } == other && one.Lines.Length == other.Lines.Length && one.Lines.Zip(other.Lines).All(pair => Same(pair.First, pair.Second));

    private static bool Same(NotifiedLine one, NotifiedLine other) =>
        one with { Sides = other.Sides } == other && one.Sides.Length == other.Sides.Length && one.Sides.Zip(other.Sides).All(pair => Same(pair.First, pair.Second));

    private static bool Same(SideNotification one, SideNotification other) =>
        one with { Postings = other.Postings } == other && one.Postings.AsSpan().SequenceEqual(other.Postings.AsSpan());
}
