namespace JcmInterop.Reporting.Findings;

/// <summary>One thing a check found: which rule, where, which value, why, and what would put it right.</summary>
/// <param name="Rule">Number of the rule, for example <c>INV-02</c> or <c>STC01</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Place">Where: a sheet and cell such as <c>Table 3 Actions!C8</c>, or a project and period.</param>
/// <param name="Value">The value that failed, as found; empty when something is absent.</param>
/// <param name="Reason">Why it is a finding.</param>
/// <param name="Remedy">What would succeed.</param>
/// <param name="Basis">The decision paragraph, JCM rule or local invariant behind the rule.</param>
public sealed record Finding(
    string Rule, FindingSeverity Severity, string Place, string Value, BilingualText Reason, BilingualText Remedy, string Basis);
