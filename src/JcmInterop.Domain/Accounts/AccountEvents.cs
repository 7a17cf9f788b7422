using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Accounts;

/// <summary>An account was opened.</summary>
/// <param name="Account">The account as opened.</param>
public sealed record AccountOpened(Account Account) : LedgerEvent;

/// <summary>A legal hold was placed.</summary>
/// <param name="Account">The account.</param>
/// <param name="Hold">The hold.</param>
public sealed record HoldPlaced(AccountNumber Account, LegalHold Hold) : LedgerEvent;

/// <summary>A legal hold was lifted.</summary>
/// <param name="Account">The account.</param>
/// <param name="HoldId">The hold.</param>
/// <param name="LiftedOn">Day from which units may leave again.</param>
public sealed record HoldLifted(AccountNumber Account, string HoldId, DateOnly LiftedOn) : LedgerEvent;
