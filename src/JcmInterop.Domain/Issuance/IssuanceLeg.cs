using System.Collections.Immutable;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Issuance;

/// <summary>One side's leg of one line of a decision.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="LineId">The line.</param>
/// <param name="Side">The side.</param>
/// <param name="Project">The project of the line.</param>
/// <param name="Notified">Quantity notified to the side.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Issued">Quantity issued; zero while pending. A partner may report another quantity than notified: that is a finding.</param>
/// <param name="IssuedOn">Day of issuance; absent while pending or where the source does not give it.</param>
/// <param name="Blocks">Units issued, for this side's legs and as notified by the partner for its legs.</param>
/// <param name="Approval">The open or completed transfer by which the partner's units reach this side; only under approval.</param>
public sealed record IssuanceLeg(
    DecisionId Decision,
    string LineId,
    PartyCode Side,
    ProjectReference Project,
    UnitQuantity Notified,
    LegState State,
    UnitQuantity Issued,
    DateOnly? IssuedOn,
    ImmutableArray<IssuedBlock> Blocks,
    TransferId? Approval = null) : LedgerItem
{
    /// <inheritdoc/>
    public override string ItemKey() => Key(Decision, LineId, Side);

    internal static string Key(DecisionId decision, string lineId, PartyCode side) => $"{decision}/{lineId}/{side}";
}
