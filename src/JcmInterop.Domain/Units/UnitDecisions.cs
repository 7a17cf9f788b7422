using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Refusals;

namespace JcmInterop.Domain.Units;

/// <summary>Decides moves inside this registry, use towards the NDC, and cancellation.</summary>
internal static class UnitDecisions
{
    private const int PurposeTextMax = 500;

    public static Refusal? Move(Deciding d, MoveUnits command)
    {
        if (command.Units.Account == command.To) return AccountRules.SameAccount.With(command.To);
        if (AccountDecisions.CannotHold(d, command.To, d.Settings.Party) is { } cannot) return cannot;
        if (Day(d, command.On, out var on) is { } future) return future;
        if (UnitPicking.PickOne(d, command.Units, out var picked) is { } refusal) return refusal;
        if (d.State.Accounts[command.To].Kind == AccountKind.AdaptationFund && picked.Find(b => b.FirstTransfer is null) is { } fresh)
            return AuthorizationRules.FirstTransferNeedsAuthorization.With(fresh.Serials);
        d.Record(new UnitsMoved(command.Units.Account, command.To, on, [.. picked.Select(b => b.Serials)]));
        return null;
    }

    public static Refusal? ToAdaptationFund(Deciding d, TransferToAdaptationFund command)
    {
        if (command.Units.Account == command.To) return AccountRules.SameAccount.With(command.To);
        if (OfKind(d, command.To, AccountKind.AdaptationFund) is { } wrong) return wrong;
        if (Day(d, command.On, out var on) is { } future) return future;
        if (UnitPicking.PickOne(d, command.Units, out var picked) is { } refusal) return refusal;
        if (picked.Find(b => b.FirstTransfer is { } first && on < first.On) is { } early) return AuthorizationRules.BeforeFirstTransfer.With(on, early.FirstTransfer!.On, early.Serials);
        if (picked.Where(b => b.FirstTransfer is null).Select(b => b.Run()).ToList() is { Count: > 0 } fresh)
        {
            if (command.Authorization is not { } id) return AuthorizationRules.FirstTransferNeedsAuthorization.With(fresh[0].Serials);
            if (FirstTransferChecks.Forbidden(d, d.Settings.Party, id, acquirer: null, on, fresh) is { } forbidden) return forbidden;
            if (FirstTransferEvents.Earlier(d, id, FirstTransferTrigger.AdaptationFund, on, picked) is { } why) return why;
            var record = d.State.Authorization(d.Settings.Party, id)!;
            FirstTransferEvents.Give(d, record, [.. picked.Where(b => b.FirstTransfer is null).Select(b => (b.Run(), new FirstTransfer(on, FirstTransferTrigger.AdaptationFund, id)))]);
        }

        d.Record(new UnitsMoved(command.Units.Account, command.To, on, [.. picked.Select(b => b.Serials)]));
        return null;
    }

    public static Refusal? Use(Deciding d, UseTowardsNdc command)
    {
        if (OfKind(d, command.RetirementAccount, AccountKind.Retirement) is { } wrong) return wrong;
        if (Day(d, command.On, out var on) is { } future) return future;
        if (UnitPicking.PickOne(d, command.Units, out var picked) is { } refusal) return refusal;
        foreach (var block in picked)
        {
            if (Unusable(d, block, on) is { } why) return why;
        }

        var period = d.Settings.NdcPeriod;
        if (!period.Contains(command.UsedForYear)) return AuthorizationRules.YearOutsidePeriod.With(command.UsedForYear, period);
        if (picked.Find(b => !period.Contains(b.Vintage.Year)) is { } outside) return AuthorizationRules.YearOutsidePeriod.With(outside.Vintage.Year, period);
        var disposal = new Disposal(on, command.UsedForYear, null, null, null);
        Dispose(d, picked.ConvertAll(b => b.Run()), disposal, units => new UnitsUsed(command.Units.Account, command.RetirementAccount, disposal, units));
        return null;
    }

    public static Refusal? Cancel(Deciding d, CancelUnits command)
    {
        if (OfKind(d, command.CancellationAccount, AccountKind.Cancellation) is { } wrong) return wrong;
        if (command.PurposeText?.Length > PurposeTextMax || command.Entity?.Length > PurposeTextMax) return AccountRules.TextTooLong.With("purpose", PurposeTextMax);
        if (Day(d, command.On, out var on) is { } future) return future;
        if (UnitPicking.PickOne(d, command.Units, out var picked) is { } refusal) return refusal;
        if (CancellationChecks.Forbidden(d, command, on, picked, out var record) is { } why) return why;
        var disposal = new Disposal(on, null, command.Purpose, command.PurposeText, command.Entity);
        var trigger = command.Purpose == CancellationPurpose.OverallMitigation ? FirstTransferTrigger.OverallMitigation : FirstTransferTrigger.UseOrCancellation;
        if (record is not null && FirstTransferEvents.Earlier(d, record.Authorization.Id, trigger, on, picked) is { } none) return none;
        IEnumerable<UnitRun> runs = picked.Select(b => b.Run());
        if (record is not null) runs = FirstTransferring.Of(d, record, trigger, on, runs);
        Dispose(d, [.. runs], disposal, units => new UnitsCancelled(command.Units.Account, command.CancellationAccount, disposal, units));
        return null;
    }

    public static Refusal? PartnerDisposed(Deciding d, DisposalNotice message)
    {
        if (message.Units.Length is 0 or > Transfers.TransferOffer.RunsMax) return AccountRules.TooManyRuns.With(message.Units.Length, Transfers.TransferOffer.RunsMax);
        foreach (var unit in message.Units)
        {
            if (d.State.BlocksOverlapping(unit.Serials).FirstOrDefault(b => b.Status != BlockStatus.TransferredOut) is { } here)
            {
                d.Fault(unit.Serials.ToString(), Transfers.TransferRules.LiveHere.With(here.Serials, d.Settings.Party));
                return null;
            }
        }

        if (message.Units.All(u => d.State.PartnerDisposals.GetValueOrDefault(UnitBlock.Key(u.Serials)) is { } told && told.Units == u && told.Disposal == message.Disposal)) return null;
        if (message.Units.FirstOrDefault(u => d.State.EndedSerials.Overlaps(u.Serials.Form, u.Serials.First, u.Serials.Final)) is { } again)
            d.Fault(again.Serials.ToString(), Transfers.TransferRules.EndedThere.With(again.Serials, d.Settings.Partner));
        else
            d.Record(new PartnerUnitsDisposed(d.Settings.Partner, message.Disposal, message.Units));
        return null;
    }

    /// <summary>Why units cannot be used towards this Party's NDC, or nothing.</summary>
    private static Refusal? Unusable(Deciding d, UnitBlock block, DateOnly on)
    {
        if (!block.Vintage.IsParisEra) return AuthorizationRules.NotParisEra.With(block.Serials, block.Vintage);
        var own = d.Settings.Party;
        if (block.FirstTransfer is not { } first || block.Itmo is not { } itmo || itmo.FirstTransferringParty == own) return AuthorizationRules.NotFirstTransferred.With(block.Serials);
        if (on < first.On) return AuthorizationRules.BeforeFirstTransfer.With(on, first.On, block.Serials);
        if (d.State.AuthorizationOn(itmo.FirstTransferringParty, first.Authorization, first.On) is not { } theirs)
            return AuthorizationRules.AuthorizationUnknown.With(first.Authorization, itmo.FirstTransferringParty);
        if (!theirs.Authorization.Uses.HasFlag(AuthorizedUses.Ndc))
            return AuthorizationRules.UseNotCovered.With(first.Authorization, itmo.FirstTransferringParty, "use towards an NDC", theirs.Authorization.Uses);
        var ours = d.State.Authorizations.Values.Any(a =>
            a.Authorization.AuthorizingParty == own && a.Authorization.Uses.HasFlag(AuthorizedUses.Ndc) && a.IsActiveOn(on) && a.Authorization.Covers(block.Project, block.Vintage));
        return ours ? null : AuthorizationRules.BothPartiesNeeded.With(own, block.Project, block.Vintage);
    }

    private static void Dispose(Deciding d, List<UnitRun> units, Disposal disposal, Func<System.Collections.Immutable.ImmutableArray<UnitRun>, LedgerEvent> happened)
    {
        d.Record(happened([.. units]));
        var told = units.Where(u => u.IssuedBy == d.Settings.Partner || u.Itmo?.FirstTransferringParty == d.Settings.Partner).ToList();
        if (told.Count > 0) d.Tell(new DisposalNotice(disposal, [.. told]));
    }

    private static Refusal? OfKind(Deciding d, AccountNumber number, AccountKind kind)
    {
        if (!d.State.Accounts.TryGetValue(number, out var account)) return AccountRules.AccountUnknown.With(number);
        return account.Kind == kind ? null : AuthorizationRules.WrongAccountKind.With(number, account.Kind, kind);
    }

    private static Refusal? Day(Deciding d, DateOnly? asked, out DateOnly on)
    {
        on = asked ?? d.Today;
        return on > d.LatestToday ? AccountRules.DateInFuture.With(on) : null;
    }
}
