using JcmInterop.Cli.Records;
using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Reporting.Projections;
using JcmInterop.Reporting.StructuredSummary;
using JcmInterop.Server.Reports;

namespace JcmInterop.Cli.Filings;

/// <summary>The structured summary of one Party: corresponding adjustments of its NDC period, over all pairs of the Party.</summary>
internal static class SummaryFiling
{
    /// <summary>Builds the report.</summary>
    /// <param name="node">The Party's records.</param>
    /// <param name="method">How corresponding adjustments are applied; as the configuration states where nothing is said.</param>
    /// <param name="dates">What counts.</param>
    /// <param name="options">How it is presented; what the Party has neither provided nor stated is left for it to provide.</param>
    /// <exception cref="InputFault">Neither says which method.</exception>
    public static StructuredSummaryReport Of(NodeRecord node, AdjustmentMethod? method, ReportDates dates, StructuredSummaryOptions options)
    {
        var stated = StatedNdc.Of(node.Settings, options.Figures);
        return StatedNdc.Summary(node.History(dates), stated, method ?? stated?.Method ?? throw new InputFault(
            "Name the method of corresponding adjustments: --method, or a statement of the NDC in the configuration (ndcs).", "相当調整の方法を --method または設定の ndcs で指定してください。"), options);
    }

    /// <summary>Writes the workbook, the JSON form, and table 4 and its breakdown for annex 4 as CSV into a folder.</summary>
    /// <returns>The files.</returns>
    public static IReadOnlyList<string> Write(StructuredSummaryReport report, string folder, DateTimeOffset writtenAt)
    {
        Directory.CreateDirectory(folder);
        var stem = Path.Combine(folder, $"{report.Party}_structured-summary");
        using (var output = File.Create($"{stem}.xlsx")) StructuredSummaryExport.WriteWorkbook(report, output, writtenAt);
        using (var output = File.Create($"{stem}.json")) StructuredSummaryExport.WriteJson(report, output);
        File.WriteAllText($"{stem}.csv", StructuredSummaryExport.Table(report).ToCsv());
        File.WriteAllText($"{stem}_annex4.csv", StructuredSummaryShares.Table(report).ToCsv());
        return [$"{stem}.xlsx", $"{stem}.json", $"{stem}.csv", $"{stem}_annex4.csv"];
    }
}
