using System.Collections.Immutable;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Issuance;

/// <summary>Records a Joint Committee decision on this side and tells the partner, so that both can compare.</summary>
/// <param name="Decision">The decision with its notified integers.</param>
public sealed record RecordDecision(JcDecision Decision) : LedgerCommand;

/// <summary>One posting of an issuance.</summary>
/// <param name="Account">Account of this side that receives the units.</param>
/// <param name="Vintage">Calendar year of the reductions.</param>
/// <param name="Quantity">Whole tonnes, more than zero.</param>
/// <param name="Beneficiary">The side whose notified quantity it is.</param>
public sealed record LegPosting(AccountNumber Account, Vintage Vintage, UnitQuantity Quantity, PartyCode Beneficiary);

/// <summary>Issues this side's leg of a decision line into its accounts, exactly as notified.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="LineId">The line.</param>
/// <param name="IssuedOn">Day of issuance; absent for an old record whose day is not known.</param>
/// <param name="Postings">Postings; per beneficiary and vintage they sum to what was notified.</param>
public sealed record IssueLeg(DecisionId Decision, string LineId, DateOnly? IssuedOn, ImmutableArray<LegPosting> Postings) : LedgerCommand;
