namespace JcmInterop.Server.Configuration;

/// <summary>How this side accounts for one NDC period in one metric, as the configuration says it. There is no default: a Party states these in its initial report.</summary>
public sealed record NdcOptions
{
    /// <summary>First calendar year of the NDC implementation period.</summary>
    public required int FirstYear { get; init; }

    /// <summary>Last calendar year, included.</summary>
    public required int FinalYear { get; init; }

    /// <summary><c>single-year-trajectory</c>, <c>single-year-averaging</c> or <c>multi-year</c>: 2/CMA.3 annex, paragraph 7.</summary>
    public required string Method { get; init; }

    /// <summary><c>covered-emissions</c>, <c>non-ghg-indicator</c> or <c>policies-and-measures</c>: 2/CMA.3 annex, paragraphs 8 to 10.</summary>
    public required string Basis { get; init; }

    /// <summary>Metric with its unit, for a <c>non-ghg-indicator</c>; every other basis is in t CO2 eq.</summary>
    public string? Metric { get; init; }

    /// <summary>Day of the statement.</summary>
    public required DateOnly StatedOn { get; init; }

    /// <summary>Where it is stated, or that it is assumed or invented.</summary>
    public required string Source { get; init; }

    /// <summary>Emissions and removals covered, t CO2 eq by calendar year; may lack years.</summary>
    public IReadOnlyDictionary<int, decimal> Emissions { get; init; } = new Dictionary<int, decimal>();

    /// <summary>Level of the indicator by calendar year; may lack years.</summary>
    public IReadOnlyDictionary<int, decimal> Indicator { get; init; } = new Dictionary<int, decimal>();

    /// <summary>Trajectory or budget by calendar year; may lack years.</summary>
    public IReadOnlyDictionary<int, decimal> Trajectory { get; init; } = new Dictionary<int, decimal>();
}
