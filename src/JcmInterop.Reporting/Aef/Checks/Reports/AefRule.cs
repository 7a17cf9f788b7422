using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef.Checks.Reports;

/// <summary>One rule of the check.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Demand">What it demands.</param>
/// <param name="Basis">Where it comes from.</param>
public sealed record AefRule(string Id, BilingualText Demand, string Basis);
