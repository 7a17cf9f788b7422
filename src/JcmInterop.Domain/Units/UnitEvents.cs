using System.Collections.Immutable;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Domain.Units;

/// <summary>Units moved between two accounts of this side.</summary>
/// <param name="From">Account they left.</param>
/// <param name="To">Account they entered.</param>
/// <param name="On">Effective day.</param>
/// <param name="Units">The units.</param>
public sealed record UnitsMoved(AccountNumber From, AccountNumber To, DateOnly On, ImmutableArray<SerialRange> Units) : LedgerEvent;

/// <summary>Units of this Party became first transferred where they are, by an event that moves nothing.</summary>
/// <param name="Units">The units with their first transfer and ITMO identity.</param>
public sealed record UnitsFirstTransferred(ImmutableArray<UnitRun> Units) : LedgerEvent;

/// <summary>Units were used towards this Party's NDC.</summary>
/// <param name="From">Account they left.</param>
/// <param name="RetirementAccount">Retirement account.</param>
/// <param name="Disposal">Day and year of use.</param>
/// <param name="Units">The units as they were used.</param>
public sealed record UnitsUsed(AccountNumber From, AccountNumber RetirementAccount, Disposal Disposal, ImmutableArray<UnitRun> Units) : LedgerEvent;

/// <summary>Units were cancelled.</summary>
/// <param name="From">Account they left.</param>
/// <param name="CancellationAccount">Cancellation account.</param>
/// <param name="Disposal">Day and purpose.</param>
/// <param name="Units">The units as they were cancelled, with the first transfer the cancellation may have been.</param>
public sealed record UnitsCancelled(AccountNumber From, AccountNumber CancellationAccount, Disposal Disposal, ImmutableArray<UnitRun> Units) : LedgerEvent;

/// <summary>The partner notified that it used or cancelled units.</summary>
/// <param name="Party">The partner.</param>
/// <param name="Disposal">How they ended.</param>
/// <param name="Units">The units.</param>
public sealed record PartnerUnitsDisposed(PartyCode Party, Disposal Disposal, ImmutableArray<UnitRun> Units) : LedgerEvent;
