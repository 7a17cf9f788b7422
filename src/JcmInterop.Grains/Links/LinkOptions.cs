namespace JcmInterop.Grains.Links;

/// <summary>How patiently a link tries.</summary>
public sealed record LinkOptions
{
    /// <summary>Most messages read from the outbox at once.</summary>
    public const int PageMessages = 32;

    /// <summary>How far the two nodes' clocks may differ.</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often the partner's clock is looked at while all is well.</summary>
    public TimeSpan ClockCheckEvery { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How soon it is looked at again after it was wrong.</summary>
    public TimeSpan ClockRetryEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How soon the partner's heads are looked at again while one of the two stores is older than the other's record of it.</summary>
    public TimeSpan RestorationRetryEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Wait after the first failed attempt; it doubles with every further one, up to <see cref="BackOffBrisk"/>.</summary>
    public TimeSpan BackOffFirst { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Longest wait between two attempts for as long as <see cref="BriskFor"/> says; after that it doubles again.</summary>
    public TimeSpan BackOffBrisk { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long attempts may have failed, the end not included, before the waits grow beyond <see cref="BackOffBrisk"/>.</summary>
    public TimeSpan BriskFor { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Longest wait between two attempts.</summary>
    public TimeSpan BackOffMax { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Shortest time from a failed attempt to one that a message of the partner brings about.</summary>
    public TimeSpan ResumeApart { get; init; } = TimeSpan.FromMilliseconds(250);
}
