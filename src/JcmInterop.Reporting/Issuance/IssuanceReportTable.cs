using System.Globalization;
using JcmInterop.Reporting.Tables;

namespace JcmInterop.Reporting.Issuance;

/// <summary>The report as plain tables.</summary>
public static class IssuanceReportTable
{
    /// <summary>One row per leg: decision, side, notified, issued, dates, lag, state.</summary>
    public static TextTable Legs(IssuanceReport report) => new(
        $"Issuance reconciliation {report.Registry} as of {report.AsOf:yyyy-MM-dd}",
        [
            new("Project"), new("Monitoring period"), new("Decided on"), new("Side"), new("Notified (t CO2 eq)", IsNumber: true),
            new("Issued (t CO2 eq)", IsNumber: true), new("Issued on"), new("Days since decision", IsNumber: true), new("Days late", IsNumber: true), new("State"),
        ],
        [
            .. from line in report.Lines
               from leg in line.Legs
               select (IReadOnlyList<string>)
               [
                   line.Decision.Project, line.Decision.Period.ToString(), Day(line.Decision.DecidedOn), leg.Side.ToString(), leg.Notified.ToString(),
                   leg.Issued.ToString(), Day(leg.IssuedOn), leg.LagDays?.ToString(CultureInfo.InvariantCulture) ?? "",
                   leg.LateDays > 0 ? leg.LateDays.ToString(CultureInfo.InvariantCulture) : "", leg.State.ToString(),
               ],
        ]);

    /// <summary>One row per project and side, then the grand totals.</summary>
    public static TextTable Totals(IssuanceReport report) => new(
        $"Issuance totals {report.Registry} as of {report.AsOf:yyyy-MM-dd}",
        [new("Project"), new("Side"), new("Notified (t CO2 eq)", IsNumber: true), new("Issued (t CO2 eq)", IsNumber: true), new("Pending (t CO2 eq)", IsNumber: true)],
        [
            .. from total in report.Projects.Append(report.Total)
               from side in total.Sides.Select(s => (Name: s.Key.ToString(), s.Value.Notified, s.Value.Issued, s.Value.Pending))
                   .Append((Name: "all", total.Notified, total.Issued, total.Pending))
               select (IReadOnlyList<string>)[total.Name, side.Name, side.Notified.ToString(), side.Issued.ToString(), side.Pending.ToString()],
        ]);

    /// <summary>One row per finding, in English and Japanese.</summary>
    public static TextTable Findings(IssuanceReport report) => new(
        "Findings",
        [new("Severity"), new("Rule"), new("Place"), new("Value"), new("Reason"), new("理由"), new("Remedy"), new("対応")],
        [
            .. report.Findings.Select(f => (IReadOnlyList<string>)
                [f.Severity.ToString(), f.Rule, f.Place, f.Value, f.Reason.English, f.Reason.Japanese, f.Remedy.English, f.Remedy.Japanese]),
        ]);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
