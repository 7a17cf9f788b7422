using JcmInterop.Domain.Adjustments;

namespace JcmInterop.Reporting.DataSheets;

/// <summary>How the Party accounts for its NDC, as it has stated it; what it has not stated is absent.</summary>
/// <param name="Period">NDC implementation period.</param>
/// <param name="Method">Method of corresponding adjustments.</param>
/// <param name="Basis">What the NDC is expressed in.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Statement">Where and when it was stated; nothing where it was not.</param>
public sealed record NdcFacts(NdcPeriod Period, AdjustmentMethod? Method, AdjustmentBasis? Basis, AdjustmentMetric? Metric, string? Statement);
