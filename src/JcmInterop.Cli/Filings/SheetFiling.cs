using JcmInterop.Cli.Records;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Reporting.DataSheets;
using JcmInterop.Reporting.Projections;
using JcmInterop.Reporting.StructuredSummary;
using JcmInterop.Server.Reports;

namespace JcmInterop.Cli.Filings;

/// <summary>The outline of a report, filled with what the record knows.</summary>
internal static class SheetFiling
{
    /// <summary>The initial report in outline.</summary>
    public static DataSheet InitialReport(NodeRecord node, AdjustmentMethod? method, ReportDates dates)
    {
        var stated = StatedNdc.Of(node.Settings, PartyFigures.None);
        var history = node.History(dates);
        return InitialReportSheet.Of(history, StatedNdc.Facts(history.Period, stated, method ?? stated?.Method));
    }

    /// <summary>The regular information in outline; table 4 is in it once the method is known.</summary>
    public static DataSheet RegularInformation(NodeRecord node, AdjustmentMethod? method, ReportDates dates, StructuredSummaryOptions options)
    {
        var stated = StatedNdc.Of(node.Settings, options.Figures);
        var history = node.History(dates);
        var summary = (method ?? stated?.Method) is { } known ? StatedNdc.Summary(history, stated, known, options) : null;
        return RegularInformationSheet.Of(history, StatedNdc.Facts(history.Period, stated, method ?? stated?.Method), summary);
    }

    /// <summary>Writes the page and the JSON form into a folder.</summary>
    /// <returns>The files.</returns>
    public static IReadOnlyList<string> Write(DataSheet sheet, string folder)
    {
        Directory.CreateDirectory(folder);
        var stem = Path.Combine(folder, $"{sheet.Party}_{sheet.Name}");
        using (var output = File.CreateText($"{stem}.html")) DataSheetHtml.Write(sheet, output);
        using (var output = File.Create($"{stem}.json")) DataSheetJson.Write(sheet, output);
        return [$"{stem}.html", $"{stem}.json"];
    }
}
