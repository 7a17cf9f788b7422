namespace JcmInterop.Reporting.StructuredSummary;

/// <summary>An indicator by which the Party tracks progress towards its NDC: 18/CMA.1 annex, paragraphs 65 to 68.</summary>
/// <param name="Name">What it measures.</param>
/// <param name="Unit">Its unit.</param>
public sealed record ProgressIndicator(string Name, string Unit)
{
    /// <summary>Level and date of the reference point, in words.</summary>
    public string? ReferencePoint { get; init; }

    /// <summary>Level by calendar year.</summary>
    public IReadOnlyDictionary<int, decimal> Values { get; init; } = new Dictionary<int, decimal>();

    /// <summary>Target level, in words.</summary>
    public string? TargetLevel { get; init; }

    /// <summary>Target year or period, in words.</summary>
    public string? TargetPeriod { get; init; }

    /// <summary>Progress made, in words.</summary>
    public string? Progress { get; init; }
}
