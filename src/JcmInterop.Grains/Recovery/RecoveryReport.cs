using JcmInterop.Domain.Ledger;

namespace JcmInterop.Grains.Recovery;

/// <summary>What a recovery brings back, or brought back.</summary>
/// <param name="Own">This side's lost messages.</param>
/// <param name="Partner">The partner's lost messages.</param>
/// <param name="Untold">Types of messages that are told anew, because what they say was decided and reached nobody.</param>
/// <param name="Obstacle">What is in the way; nothing where everything comes back.</param>
/// <param name="ObstacleJapanese">The same in Japanese.</param>
/// <param name="After">The ledger after the recovery; nothing where something is in the way.</param>
public sealed record RecoveryReport(
    IReadOnlyList<RecoveredMessage> Own, IReadOnlyList<RecoveredMessage> Partner, IReadOnlyList<string> Untold, string? Obstacle, string? ObstacleJapanese, LedgerState? After)
{
    /// <summary>Whether there is nothing to bring back.</summary>
    public bool IsEmpty => Own.Count + Partner.Count == 0;
}
