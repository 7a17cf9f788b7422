using System.Globalization;
using JcmInterop.Cli.Records;
using JcmInterop.Reporting.Holdings;
using JcmInterop.Reporting.Projections;
using JcmInterop.Reporting.Tables;

namespace JcmInterop.Cli.Filings;

/// <summary>The ITMOs one Party held on a day, over all of its pairs.</summary>
internal static class HoldingsFiling
{
    /// <summary>Builds the report.</summary>
    /// <param name="node">The Party's records.</param>
    /// <param name="on">The day.</param>
    /// <param name="dates">What counts.</param>
    public static HoldingsReport Of(NodeRecord node, DateOnly on, ReportDates dates) => HoldingsReport.Of(node.History(dates.NotAfter(on)), on);

    /// <summary>Writes the workbook, the JSON form and the table into a folder.</summary>
    /// <returns>The files.</returns>
    public static IReadOnlyList<string> Write(HoldingsReport report, string folder, DateTimeOffset writtenAt)
    {
        Directory.CreateDirectory(folder);
        var stem = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{report.Party}_holdings_{report.On:yyyy-MM-dd}"));
        using (var output = File.Create($"{stem}.xlsx")) TableWorkbook.Write([("Holdings", report.Table())], output, writtenAt);
        using (var output = File.Create($"{stem}.json")) report.WriteJson(output);
        File.WriteAllText($"{stem}.csv", report.Table().ToCsv());
        return [$"{stem}.xlsx", $"{stem}.json", $"{stem}.csv"];
    }
}
