using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Transfers;
using JcmInterop.Reporting.Projections;

namespace JcmInterop.Reporting.Aef.Twins;

/// <summary>What this side's ledger says both Parties of a pair should file for one year.</summary>
/// <param name="Party">This side.</param>
/// <param name="Partner">The other side.</param>
/// <param name="Own">This side's file.</param>
/// <param name="Expected">The partner's file as far as this side can know it: its authorizations for the pair and the transfers between the two.</param>
/// <param name="Origins">The action of this side behind each expected row of table 3.</param>
/// <param name="Unfinished">Transfers that were offered and ended without moving units, or are still open.</param>
public sealed record AefTwin(
    PartyCode Party,
    PartyCode Partner,
    AefFile Own,
    AefFile Expected,
    IReadOnlyDictionary<AefRecord, UnitAction> Origins,
    IReadOnlyList<TransferOffer> Unfinished);
