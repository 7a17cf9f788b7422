using System.Globalization;
using JcmInterop.Domain.Ledger;
using JcmInterop.Grains.Configuration;
using JcmInterop.Reporting.Aef.Archives;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Json;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Aef.Workbook;
using JcmInterop.Reporting.Findings;
using JcmInterop.Reporting.Holdings;
using JcmInterop.Reporting.Projections;
using JcmInterop.Reporting.StructuredSummary;
using JcmInterop.Reporting.Tables;
using JcmInterop.Server.Configuration;
using JcmInterop.Server.Hosting;
using JcmInterop.Server.Problems;
using JcmInterop.Server.Reading;
using JcmInterop.Storage;

namespace JcmInterop.Server.Reports;

/// <summary>What the Party of the node files, over all of its pairs.</summary>
internal static class FilingAnswers
{
    /// <summary>Header that says whether the holdings of a submission are those frozen or those of the ledger now.</summary>
    private const string HoldingsHeader = "JCM-Holdings";

    /// <summary>The agreed electronic format of one year. Holdings once frozen are the frozen ones, unless dates are asked for.</summary>
    public static async Task<IResult> AefAsync(HttpRequest request, NodeSettings node, IRegistryStore store, TimeProvider time)
    {
        var asked = new ReportRequest(request);
        var now = time.GetUtcNow();
        var year = asked.Year("year", now.Year - 1);
        var (format, version, scope) = (asked.Word("format", ReportFile.Workbook, ReportFile.Json), asked.Version(), asked.Word("authorizations", "reported-year", "until-year-end"));
        var profile = AefProfile.Find(asked.Word("profile", [.. AefProfile.All.Select(p => p.Name)]));
        var dates = asked.Dates();
        if (asked.Problem is { } problem) return problem;
        var submission = new AefSubmission(node.Party, version, year, DateOnly.FromDateTime(now.UtcDateTime), node.Registries.All[0].Settings.NdcPeriod);
        var history = await HistoryAsync(node.Registries, store, dates.NotAfter(submission.HoldingsDay), request.HttpContext.RequestAborted);
        var document = history.Aef(submission, scope == "until-year-end" ? AuthorizationScope.UntilYearEnd : AuthorizationScope.ReportedYear);
        try
        {
            var frozen = dates.IsOpen ? AefArchive.Of(node.DataDirectory).FrozenHoldings(node.Party, year) : null;
            request.HttpContext.Response.Headers[HoldingsHeader] = frozen is null ? "computed" : "frozen";
            return Aef(frozen is null ? document : document with { Holdings = frozen }, format, profile!, now);
        }
        catch (AefArchiveException fault)
        {
            return ProblemAnswer.Of(StatusCodes.Status500InternalServerError, HttpProblems.ArchiveChanged(fault.Message, fault.Japanese));
        }
    }

    /// <summary>The structured summary with what the ledger knows; the Party's own figures are left for it to provide.</summary>
    public static Task<IResult> SummaryAsync(HttpRequest request, NodeSettings node, IRegistryStore store, TimeProvider time) =>
        SummaryAsync(request, node, store, time, PartyFigures.None);

    /// <summary>The structured summary with the figures the Party provides in the body.</summary>
    public static async Task<IResult> SummaryWithFiguresAsync(HttpRequest request, NodeSettings node, IRegistryStore store, TimeProvider time)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, JsonAnswer.MediaType);
        if (problem is not null) return problem;
        try
        {
            var figures = PartyFigures.Read("body", body, node.Party, node.Registries.All[0].Settings.NdcPeriod);
            return await SummaryAsync(request, node, store, time, figures);
        }
        catch (InputFileException fault)
        {
            return ProblemAnswer.Of(StatusCodes.Status400BadRequest, HttpProblems.BadFile(fault.Message, fault.Japanese));
        }
    }

    /// <summary>The ITMOs held at the end of a day.</summary>
    public static async Task<IResult> HoldingsAsync(HttpRequest request, NodeSettings node, IRegistryStore store, TimeProvider time)
    {
        var asked = new ReportRequest(request);
        var (format, dates) = (asked.Word("format", ReportFile.Json, ReportFile.Csv, ReportFile.Workbook), asked.Dates());
        if (asked.Problem is { } problem) return problem;
        var now = time.GetUtcNow();
        var on = dates.EffectiveUntil ?? DateOnly.FromDateTime(now.UtcDateTime);
        var report = HoldingsReport.Of(await HistoryAsync(node.Registries, store, dates.NotAfter(on), request.HttpContext.RequestAborted), on);
        var name = string.Create(CultureInfo.InvariantCulture, $"holdings_{node.Party}_{on:yyyy-MM-dd}");
        return format switch
        {
            ReportFile.Json => ReportFile.Of(format, name, report.WriteJson),
            ReportFile.Csv => ReportFile.Of(name, report.Table()),
            _ => ReportFile.Of(format, name, output => TableWorkbook.Write([("Holdings", report.Table())], output, now)),
        };
    }

    /// <summary>What the Party did in all of its pairs.</summary>
    public static async Task<PartyHistory> HistoryAsync(NodeRegistries registries, IRegistryStore store, ReportDates dates, CancellationToken cancellation)
    {
        var journals = new List<(LedgerSettings, IEnumerable<RecordedEvent>)>();
        foreach (var registry in registries.All) journals.Add((registry.Settings, await ReportSources.EventsAsync(store, registry.Registry, cancellation)));
        return PartyHistory.Read(registries.Party, journals, dates);
    }

    private static IResult Aef(AefDocument document, string format, AefProfile profile, DateTimeOffset now) => ReportFile.Of(format, $"AEF_{document.Submission.FileStem}", output =>
    {
        if (format == ReportFile.Json) AefJsonWriter.Write(document, AefVersion2.Fields, profile, output);
        else AefWorkbookWriter.Write(document, AefVersion2.Fields, profile, output, now);
    });

    private static async Task<IResult> SummaryAsync(HttpRequest request, NodeSettings node, IRegistryStore store, TimeProvider time, PartyFigures provided)
    {
        var asked = new ReportRequest(request);
        var stated = StatedNdc.Of(node, provided);
        var (format, named, dates, through) = (asked.Word("format", ReportFile.Json, ReportFile.Workbook, ReportFile.Csv, "annex4-csv"), asked.Method(stated), asked.Dates(), asked.OptionalYear("through"));
        var presentation = asked.Word("oimp", "rows-add-up", "part-of-first-transfers") == "rows-add-up" ? OimpPresentation.RowsAddUp : OimpPresentation.PartOfFirstTransfers;
        if (asked.Problem is { } problem) return problem;
        if (named is not { } method) return PageRequest.Bad("method", "", "averaging / trajectory / multi-year, or a statement of the NDC in the configuration,");
        var history = await HistoryAsync(node.Registries, store, dates, request.HttpContext.RequestAborted);
        var report = StatedNdc.Summary(history, stated, method, new StructuredSummaryOptions { Presentation = presentation, Figures = provided, ThroughYear = through });
        var name = $"structured-summary_{node.Party}";
        return format switch
        {
            ReportFile.Json => ReportFile.Of(format, name, output => StructuredSummaryExport.WriteJson(report, output)),
            ReportFile.Workbook => ReportFile.Of(format, name, output => StructuredSummaryExport.WriteWorkbook(report, output, time.GetUtcNow())),
            ReportFile.Csv => ReportFile.Of(name, StructuredSummaryExport.Table(report)),
            _ => ReportFile.Of($"{name}_annex4", StructuredSummaryShares.Table(report)),
        };
    }
}
