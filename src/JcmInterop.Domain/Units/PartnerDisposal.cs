using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Domain.Units;

/// <summary>Units the partner notified as used or cancelled on its side; the first transferring Party must be told (4/CMA.6, paragraph 13).</summary>
/// <param name="Party">The Party that used or cancelled them.</param>
/// <param name="Units">The units.</param>
/// <param name="Disposal">How they ended.</param>
public sealed record PartnerDisposal(PartyCode Party, UnitRun Units, Disposal Disposal) : LedgerItem
{
    /// <inheritdoc/>
    public override string ItemKey() => UnitBlock.Key(Units.Serials);
}
