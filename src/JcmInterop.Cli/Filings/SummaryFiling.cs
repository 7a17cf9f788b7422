using JcmInterop.Cli.Records;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Reporting.Projections;
using JcmInterop.Reporting.StructuredSummary;

namespace JcmInterop.Cli.Filings;

/// <summary>The structured summary of one Party: corresponding adjustments of its NDC period, over all pairs of the Party.</summary>
internal static class SummaryFiling
{
    /// <summary>Builds the report; emissions and trajectory are for the Party to provide.</summary>
    public static StructuredSummaryReport Of(NodeRecord node, AdjustmentMethod method)
    {
        var histories = node.Registries.Select(r => ActionHistory.Read(node.Party, r.Events)).ToList();
        var inputs = new AdjustmentInputs(
            node.Registries[0].Settings.NdcPeriod,
            method,
            [.. histories.SelectMany(AdjustmentRecords.FirstTransfers)],
            [.. histories.SelectMany(AdjustmentRecords.Uses)]);
        return StructuredSummaryBuilder.Build(node.Party, CorrespondingAdjustments.Calculate(inputs));
    }

    /// <summary>Writes the workbook and the JSON form into a folder.</summary>
    /// <returns>The files.</returns>
    public static IReadOnlyList<string> Write(StructuredSummaryReport report, string folder, DateTimeOffset writtenAt)
    {
        Directory.CreateDirectory(folder);
        var stem = Path.Combine(folder, $"{report.Party}_structured-summary");
        using (var output = File.Create($"{stem}.xlsx")) StructuredSummaryExport.WriteWorkbook(report, output, writtenAt);
        using (var output = File.Create($"{stem}.json")) StructuredSummaryExport.WriteJson(report, output);
        return [$"{stem}.xlsx", $"{stem}.json"];
    }
}
