using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Domain.Partners;

/// <summary>What one side last told the other of its node.</summary>
/// <param name="Party">The side that told it.</param>
/// <param name="Hello">What it told.</param>
/// <param name="At">When this side recorded it.</param>
public sealed record Announcement(PartyCode Party, Hello Hello, DateTimeOffset At) : LedgerItem
{
    /// <inheritdoc/>
    public override string ItemKey() => Party.Code;
}
