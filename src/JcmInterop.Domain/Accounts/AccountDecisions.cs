using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Refusals;

namespace JcmInterop.Domain.Accounts;

/// <summary>Decides commands about accounts, and the checks other subjects need of them.</summary>
internal static class AccountDecisions
{
    public const string NumberSeries = "account";

    private const int NameLengthMax = 200;
    private const int HoldTextMax = 500;

    public static Refusal? Open(Deciding d, OpenAccount command)
    {
        if (command.OpenedOn > d.LatestToday) return AccountRules.DateInFuture.With(command.OpenedOn);
        if (string.IsNullOrWhiteSpace(command.Holder.NameEnglish) || command.Holder.NameEnglish.Length > NameLengthMax) return AccountRules.HolderNameNeeded.With(NameLengthMax);
        if (command.Holder.NameLocal?.Length > NameLengthMax) return AccountRules.TextTooLong.With("local name", NameLengthMax);
        if (command.Number is { } wanted && wanted.Party != d.Settings.Party) return AccountRules.AccountOfOtherSide.With(wanted, d.Settings.Party);
        if (command.Number is null && d.State.Next(NumberSeries) > AccountNumber.NumberMax) return AccountRules.NumbersUsedUp.With(AccountNumber.NumberMax);
        var number = command.Number ?? new AccountNumber(d.Settings.Party, d.State.Next(NumberSeries));
        var account = new Account(number, command.Kind, command.Holder, command.IsTrustProperty, command.OpenedOn, []);
        if (d.State.Accounts.TryGetValue(number, out var present))
            return present with { Holds = account.Holds } == account ? null : AccountRules.AccountExists.With(number);
        d.Record(new AccountOpened(account));
        return null;
    }

    public static Refusal? Place(Deciding d, PlaceHold command)
    {
        if (!d.State.Accounts.TryGetValue(command.Account, out var account)) return AccountRules.AccountUnknown.With(command.Account);
        if (account.Holds.Any(h => h.HoldId == command.Hold.HoldId)) return AccountRules.HoldExists.With(command.Account, command.Hold.HoldId);
        if (command.Hold.HoldId.Length > HoldTextMax || command.Hold.Reason.Length > HoldTextMax) return AccountRules.TextTooLong.With("legal hold", HoldTextMax);
        d.Record(new HoldPlaced(command.Account, command.Hold));
        return null;
    }

    public static Refusal? Lift(Deciding d, LiftHold command)
    {
        if (!d.State.Accounts.TryGetValue(command.Account, out var account)) return AccountRules.AccountUnknown.With(command.Account);
        if (account.Holds.All(h => h.HoldId != command.HoldId)) return AccountRules.HoldUnknown.With(command.Account, command.HoldId);
        d.Record(new HoldLifted(command.Account, command.HoldId, command.LiftedOn));
        return null;
    }

    /// <summary>Why nothing may leave an account, or nothing.</summary>
    public static Refusal? CannotLeave(Deciding d, AccountNumber number)
    {
        if (!d.State.Accounts.TryGetValue(number, out var account)) return AccountRules.AccountUnknown.With(number);
        if (account.IsTerminal) return AccountRules.TerminalAccount.With(number);
        return account.Holds.IsEmpty ? null : AccountRules.LegalHold.With(number, account.Holds[0].HoldId);
    }

    /// <summary>Why an account of this side cannot take in held units, or nothing.</summary>
    public static Refusal? CannotHold(Deciding d, AccountNumber number, PartyCode side)
    {
        if (number.Party != side) return AccountRules.AccountOfOtherSide.With(number, side);
        if (!d.State.Accounts.TryGetValue(number, out var account)) return AccountRules.AccountUnknown.With(number);
        return account.IsTerminal ? AccountRules.NotAHoldingAccount.With(number) : null;
    }
}
