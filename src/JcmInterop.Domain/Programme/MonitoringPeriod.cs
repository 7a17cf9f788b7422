namespace JcmInterop.Domain.Programme;

/// <summary>The days over which reductions were monitored; both ends are included.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, included.</param>
public sealed record MonitoringPeriod(DateOnly From, DateOnly To)
{
    /// <summary>Whether the period has its days in order.</summary>
    public bool IsInOrder => From <= To;

    /// <summary>Whether two periods share a day.</summary>
    public bool Overlaps(MonitoringPeriod other) => From <= other.To && other.From <= To;

    /// <summary>Whether the year has at least one day in the period.</summary>
    public bool Includes(int year) => From.Year <= year && year <= To.Year;

    /// <summary>ISO dates, both ends.</summary>
    public override string ToString() => $"{From:yyyy-MM-dd}..{To:yyyy-MM-dd}";
}
