using JcmInterop.Domain.Parties;

namespace JcmInterop.Grains.Adjustments;

/// <summary>How far a journal has been read.</summary>
/// <param name="Registry">Whose journal.</param>
/// <param name="Position">Position of the last row read; 0 before the first.</param>
/// <param name="RecordedAt">When that row was recorded; nothing before the first.</param>
internal sealed record FollowedJournal(BilateralRegistryId Registry, long Position, DateTimeOffset? RecordedAt);
