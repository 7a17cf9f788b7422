using System.Collections.Immutable;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Units;

namespace JcmInterop.Reporting.Imports;

/// <summary>What an issuance file says about one side's leg of a decision line.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="LineId">The line.</param>
/// <param name="Project">The project.</param>
/// <param name="Side">The side.</param>
/// <param name="Notified">Quantity notified to the side, whole tonnes.</param>
/// <param name="State">Where the leg stands in the file.</param>
/// <param name="IssuedOn">Day of issuance; absent while pending or where the source does not give it.</param>
/// <param name="Postings">The notified quantity by holder and vintage.</param>
public sealed record ImportedLeg(
    DecisionId Decision,
    string LineId,
    ProjectReference Project,
    PartyCode Side,
    UnitQuantity Notified,
    LegState State,
    DateOnly? IssuedOn,
    ImmutableArray<NotifiedPosting> Postings)
{
    /// <summary>The command that issues the leg into one account of the side, or nothing where the file does not say it was issued.</summary>
    /// <param name="account">Account of the side, usually its government holding account.</param>
    public IssueLeg? IssueInto(AccountNumber account) => State != LegState.Issued
        ? null
        : new IssueLeg(Decision, LineId, IssuedOn,
        [
            .. Postings.Where(posting => !posting.Quantity.IsZero)
                .GroupBy(posting => posting.Vintage)
                .Select(vintage => new LegPosting(account, vintage.Key, new UnitQuantity(vintage.Sum(posting => posting.Quantity.Tonnes)), Side)),
        ]);
}
