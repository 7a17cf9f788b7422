using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef.Checks.Reports;

/// <summary>The check of one file.</summary>
/// <param name="Name">The file, as it was named.</param>
/// <param name="Party">Reporting Party, where table 1 names one.</param>
/// <param name="ReportedYear">Reported year, where table 1 names one.</param>
/// <param name="Version">Version of the submission.</param>
/// <param name="State">How far it came.</param>
/// <param name="Results">One result per rule.</param>
/// <param name="Findings">What was found.</param>
public sealed record AefFileReport(
    string Name, PartyCode? Party, int? ReportedYear, string Version, AefFileState State, IReadOnlyList<AefRuleResult> Results, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether something must be corrected before filing.</summary>
    public bool HasErrors => Findings.Any(f => f.Severity == FindingSeverity.Error);
}
