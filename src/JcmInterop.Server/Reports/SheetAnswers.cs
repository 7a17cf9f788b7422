using System.Text;
using JcmInterop.Reporting.DataSheets;
using JcmInterop.Reporting.StructuredSummary;
using JcmInterop.Server.Configuration;
using JcmInterop.Storage;

namespace JcmInterop.Server.Reports;

/// <summary>The outlines of the Party's reports, filled with what the record knows.</summary>
internal static class SheetAnswers
{
    /// <summary>The initial report in outline.</summary>
    public static async Task<IResult> InitialReportAsync(HttpRequest request, NodeSettings node, IRegistryStore store)
    {
        var asked = new ReportRequest(request);
        var stated = StatedNdc.Of(node, PartyFigures.None);
        var (format, dates, method) = (asked.Word("format", ReportFile.Html, ReportFile.Json), asked.Dates(), asked.Method(stated));
        if (asked.Problem is { } problem) return problem;
        var history = await FilingAnswers.HistoryAsync(node.Registries, store, dates, request.HttpContext.RequestAborted);
        return Of(format, InitialReportSheet.Of(history, StatedNdc.Facts(history.Period, stated, method)));
    }

    /// <summary>The regular information in outline.</summary>
    public static async Task<IResult> RegularInformationAsync(HttpRequest request, NodeSettings node, IRegistryStore store)
    {
        var asked = new ReportRequest(request);
        var stated = StatedNdc.Of(node, PartyFigures.None);
        var (format, dates, method, through) = (asked.Word("format", ReportFile.Html, ReportFile.Json), asked.Dates(), asked.Method(stated), asked.OptionalYear("through"));
        if (asked.Problem is { } problem) return problem;
        var history = await FilingAnswers.HistoryAsync(node.Registries, store, dates, request.HttpContext.RequestAborted);
        var summary = method is { } known ? StatedNdc.Summary(history, stated, known, new StructuredSummaryOptions { ThroughYear = through }) : null;
        return Of(format, RegularInformationSheet.Of(history, StatedNdc.Facts(history.Period, stated, method), summary));
    }

    private static IResult Of(string format, DataSheet sheet) => ReportFile.Of(format, $"{sheet.Name}_{sheet.Party}", output =>
    {
        if (format == ReportFile.Json) DataSheetJson.Write(sheet, output);
        else
        {
            using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            DataSheetHtml.Write(sheet, text);
        }
    });
}
