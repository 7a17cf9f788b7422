using JcmInterop.Grains.Problems;

namespace JcmInterop.Grains.Links;

/// <summary>What is remembered about a link over restarts. Delivery itself is in the outbox; losing this loses no message.</summary>
[GenerateSerializer]
[Alias("JcmInterop.PartnerLinkState")]
public sealed class PartnerLinkState
{
    /// <summary>When the partner's node last answered.</summary>
    [Id(0)]
    public DateTimeOffset? LastContactAt { get; set; }

    /// <summary>What went wrong last; nothing after a success.</summary>
    [Id(1)]
    public string? LastError { get; set; }

    /// <summary>When it went wrong.</summary>
    [Id(2)]
    public DateTimeOffset? LastErrorAt { get; set; }

    /// <summary>Why nothing is sent until something outside changes; nothing while it is.</summary>
    [Id(3)]
    public Problem? Parked { get; set; }

    /// <summary>How far the partner's clock was ahead of this node's when last looked at.</summary>
    [Id(4)]
    public TimeSpan? ClockAhead { get; set; }
}
