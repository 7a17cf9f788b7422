namespace JcmInterop.Reporting.Issuance;

/// <summary>The days over which a project's reductions were monitored; both ends are included and may be unknown in old records.</summary>
/// <param name="From">First day, included.</param>
/// <param name="To">Last day, included.</param>
public sealed record MonitoringPeriod(DateOnly? From, DateOnly? To)
{
    /// <summary>Whether both days are known and in the wrong order.</summary>
    public bool IsReversed => To < From;

    /// <summary>Whether both periods are known and share at least one day.</summary>
    public bool Overlaps(MonitoringPeriod other) => From <= other.To && other.From <= To;

    /// <summary><c>yyyy-MM-dd..yyyy-MM-dd</c>, with a question mark for an unknown day.</summary>
    public override string ToString() => $"{From?.ToString("yyyy-MM-dd") ?? "?"}..{To?.ToString("yyyy-MM-dd") ?? "?"}";
}
