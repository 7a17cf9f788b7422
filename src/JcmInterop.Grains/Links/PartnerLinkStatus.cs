using JcmInterop.Grains.Problems;

namespace JcmInterop.Grains.Links;

/// <summary>How the link to a partner stands, for people.</summary>
/// <param name="LastContactAt">When the partner's node last answered.</param>
/// <param name="LastError">What went wrong last; nothing after a success.</param>
/// <param name="LastErrorAt">When it went wrong.</param>
/// <param name="Parked">Why nothing is sent; nothing while it is.</param>
/// <param name="ClockAhead">How far the partner's clock is ahead of this node's; negative when behind.</param>
[GenerateSerializer]
[Immutable]
public sealed record PartnerLinkStatus(
    [property: Id(0)] DateTimeOffset? LastContactAt,
    [property: Id(1)] string? LastError,
    [property: Id(2)] DateTimeOffset? LastErrorAt,
    [property: Id(3)] Problem? Parked,
    [property: Id(4)] TimeSpan? ClockAhead);
