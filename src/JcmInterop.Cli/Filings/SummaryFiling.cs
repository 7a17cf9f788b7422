using JcmInterop.Cli.Records;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Reporting.Projections;
using JcmInterop.Reporting.StructuredSummary;

namespace JcmInterop.Cli.Filings;

/// <summary>The structured summary of one Party: corresponding adjustments of its NDC period, over all pairs of the Party.</summary>
internal static class SummaryFiling
{
    /// <summary>Builds the report.</summary>
    /// <param name="node">The Party's records.</param>
    /// <param name="method">How corresponding adjustments are applied.</param>
    /// <param name="dates">What counts.</param>
    /// <param name="options">How it is presented; what the Party has not provided is left for it to provide.</param>
    public static StructuredSummaryReport Of(NodeRecord node, AdjustmentMethod method, ReportDates dates, StructuredSummaryOptions options)
    {
        var history = node.History(dates);
        var inputs = options.Figures.AddTo(history.Adjustments(method));
        return StructuredSummaryBuilder.Build(node.Party, CorrespondingAdjustments.Calculate(inputs), options with { EntitiesForOtherPurposes = history.EntitiesForOtherPurposes });
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
