using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Accounts;

/// <summary>What account events do to the state.</summary>
internal static class AccountEffects
{
    public static LedgerState Apply(LedgerState state, AccountOpened e)
    {
        var next = state.Next(AccountDecisions.NumberSeries);
        return e.Account.Number.Number < next
            ? state.Put(e.Account)
            : state.Put(e.Account).Advance(AccountDecisions.NumberSeries, e.Account.Number.Number + 1 - next);
    }

    public static LedgerState Apply(LedgerState state, HoldPlaced e)
    {
        var account = state.Accounts[e.Account];
        return state.Put(account with { Holds = account.Holds.Add(e.Hold) });
    }

    public static LedgerState Apply(LedgerState state, HoldLifted e)
    {
        var account = state.Accounts[e.Account];
        return state.Put(account with { Holds = account.Holds.RemoveAll(h => h.HoldId == e.HoldId) });
    }
}
