using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Issuance;

/// <summary>A Joint Committee decision as each side told it; a difference between the two is a finding, never overwritten.</summary>
/// <param name="Id">The decision.</param>
/// <param name="Own">As this side recorded it; absent until it does.</param>
/// <param name="Partner">As the partner notified it; absent until it does.</param>
public sealed record DecisionRecord(DecisionId Id, JcDecision? Own, JcDecision? Partner) : LedgerItem
{
    /// <inheritdoc/>
    public override string ItemKey() => Id.ToString();
}
