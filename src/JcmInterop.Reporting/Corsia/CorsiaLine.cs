using JcmInterop.Domain.Corsia;

namespace JcmInterop.Reporting.Corsia;

/// <summary>One verdict for one compliance period.</summary>
/// <param name="Period">The period.</param>
/// <param name="Result">The verdict with its reasons.</param>
public sealed record CorsiaLine(CompliancePeriod Period, CorsiaResult Result);
