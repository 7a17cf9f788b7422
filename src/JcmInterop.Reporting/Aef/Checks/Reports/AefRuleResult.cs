namespace JcmInterop.Reporting.Aef.Checks.Reports;

/// <summary>The result of one rule for one file, in the words decision 4/CMA.6, paragraph 29 has for results.</summary>
/// <param name="Rule">Number of the rule.</param>
/// <param name="Result">One of the three texts.</param>
public sealed record AefRuleResult(string Rule, string Result)
{
    /// <summary>The rule was applied and nothing was found.</summary>
    public const string Consistent = "Checked, no inconsistencies identified";

    /// <summary>The rule was applied and something was found.</summary>
    public const string Inconsistent = "Checked, inconsistencies identified";

    /// <summary>What the rule compares with was not there.</summary>
    public const string NotAvailable = "Null, information for check not available";
}
