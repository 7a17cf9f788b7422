using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Accounts;

/// <summary>Opens an account in this side's registry.</summary>
/// <param name="Number">Its number, or nothing to take the next free one.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Holder">Who holds it.</param>
/// <param name="IsTrustProperty">Whether its contents are trust property.</param>
/// <param name="OpenedOn">Day of opening.</param>
public sealed record OpenAccount(AccountNumber? Number, AccountKind Kind, AccountHolder Holder, bool IsTrustProperty, DateOnly OpenedOn) : LedgerCommand;

/// <summary>Places a legal hold on an account: nothing leaves it until the hold is lifted.</summary>
/// <param name="Account">The account.</param>
/// <param name="Hold">The hold.</param>
public sealed record PlaceHold(AccountNumber Account, LegalHold Hold) : LedgerCommand;

/// <summary>Lifts a legal hold.</summary>
/// <param name="Account">The account.</param>
/// <param name="HoldId">The hold.</param>
/// <param name="LiftedOn">Day from which units may leave again.</param>
public sealed record LiftHold(AccountNumber Account, string HoldId, DateOnly LiftedOn) : LedgerCommand;
