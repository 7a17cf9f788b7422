using System.Collections.Immutable;
using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Accounts;

/// <summary>An account of this side's registry.</summary>
/// <param name="Number">Number with check digits.</param>
/// <param name="Kind">What the account is for; decides whether units may leave.</param>
/// <param name="Holder">Who holds it.</param>
/// <param name="IsTrustProperty">Whether what it holds is trust property, which the register must show.</param>
/// <param name="OpenedOn">Day of opening.</param>
/// <param name="Holds">Legal holds that stand.</param>
public sealed record Account(
    AccountNumber Number, AccountKind Kind, AccountHolder Holder, bool IsTrustProperty, DateOnly OpenedOn, ImmutableArray<LegalHold> Holds) : LedgerItem
{
    /// <summary>Whether units in the account never move again (retirement and cancellation accounts).</summary>
    public bool IsTerminal => Kind is AccountKind.Retirement or AccountKind.Cancellation;

    /// <inheritdoc/>
    public override string ItemKey() => Number.ToString();
}
