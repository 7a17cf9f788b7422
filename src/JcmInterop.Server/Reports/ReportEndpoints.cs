using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Corsia;
using JcmInterop.Domain.Units;
using JcmInterop.Grains.Configuration;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Json;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Aef.Workbook;
using JcmInterop.Reporting.Corsia;
using JcmInterop.Reporting.Issuance;
using JcmInterop.Reporting.Projections;
using JcmInterop.Reporting.StructuredSummary;
using JcmInterop.Server.Hosting;
using JcmInterop.Server.Operators;
using JcmInterop.Storage;
using JcmInterop.Storage.Audit;

namespace JcmInterop.Server.Reports;

/// <summary>The filings and lists this side makes from its own records; each making is an act in the audit trail.</summary>
internal static class ReportEndpoints
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(RouteGroupBuilder registry)
    {
        var exports = registry.MapGroup("/exports").AddEndpointFilter(NoteAsync);
        exports.MapGet("/aef", AefAsync);
        exports.MapGet("/structured-summary", SummaryAsync);
        exports.MapGet("/issuance-reconciliation", IssuanceAsync);
        exports.MapGet("/corsia-eligibility", CorsiaAsync);
        registry.MapGet("/evidence/{transfer}", EvidenceAnswer.OfAsync).AddEndpointFilter(NoteAsync);
    }

    private static async Task<IResult> AefAsync(string registry, HttpRequest request, NodeRegistries registries, IRegistryStore store, TimeProvider time)
    {
        var settings = registries.Find(registry).Settings;
        var asked = new ReportRequest(request);
        var now = time.GetUtcNow();
        var year = asked.Year("year", now.Year - 1);
        var (format, version, scope) = (asked.Word("format", "xlsx", "json"), asked.Version(), asked.Word("authorizations", "reported-year", "until-year-end"));
        var profile = AefProfile.Find(asked.Word("profile", [.. AefProfile.All.Select(p => p.Name)]));
        var recordedUntil = asked.Instant("recordedUntil");
        if (asked.Problem is { } problem) return problem;
        var events = await ReportSources.EventsAsync(store, settings.Registry, request.HttpContext.RequestAborted);
        var history = ActionHistory.Read(settings.Party, events, new DateOnly(year, 12, 31), recordedUntil);
        var submission = new AefSubmission(settings.Party, version, year, DateOnly.FromDateTime(now.UtcDateTime), settings.NdcPeriod);
        var document = new AefSubmissionBuilder(settings, history)
            .Build(submission, scope == "until-year-end" ? AuthorizationScope.UntilYearEnd : AuthorizationScope.ReportedYear);
        return File(format, $"AEF_{submission.FileStem}", output =>
        {
            if (format == "json") AefJsonWriter.Write(document, AefVersion2.Fields, profile!, output);
            else AefWorkbookWriter.Write(document, AefVersion2.Fields, profile!, output, now);
        });
    }

    private static async Task<IResult> SummaryAsync(string registry, HttpRequest request, NodeRegistries registries, IRegistryStore store, TimeProvider time)
    {
        var settings = registries.Find(registry).Settings;
        var asked = new ReportRequest(request);
        var (format, method) = (asked.Word("format", "json", "xlsx"), asked.Method());
        var (effectiveUntil, recordedUntil) = (asked.Day("effectiveUntil"), asked.Day("recordedUntil"));
        if (asked.Problem is { } problem) return problem;
        var events = await ReportSources.EventsAsync(store, settings.Registry, request.HttpContext.RequestAborted);
        var history = ActionHistory.Read(settings.Party, events);
        var inputs = new AdjustmentInputs(settings.NdcPeriod, method, AdjustmentRecords.FirstTransfers(history), AdjustmentRecords.Uses(history))
        {
            EffectiveUntil = effectiveUntil,
            RecordedUntil = recordedUntil,
        };
        var report = StructuredSummaryBuilder.Build(settings.Party, CorrespondingAdjustments.Calculate(inputs));
        return File(format, $"structured-summary_{settings.Party}", output =>
        {
            if (format == "json") StructuredSummaryExport.WriteJson(report, output);
            else StructuredSummaryExport.WriteWorkbook(report, output, time.GetUtcNow());
        });
    }

    private static async Task<IResult> IssuanceAsync(string registry, HttpRequest request, NodeRegistries registries, IRegistryStore store, TimeProvider time)
    {
        var settings = registries.Find(registry).Settings;
        var asked = new ReportRequest(request);
        var asOf = asked.Day("asOf") ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (asked.Problem is { } problem) return problem;
        var state = await ReportSources.StateAsync(store, settings.Registry, request.HttpContext.RequestAborted);
        var report = IssuanceReconciliation.Report(
            settings.Registry, IssuanceInputs.Of(state), new Dictionary<string, UnitQuantity>(StringComparer.Ordinal), asOf, settings.LateLegAfterDays);
        return File("json", $"issuance-reconciliation_{settings.Registry}", output => IssuanceReportJson.Write(report, output));
    }

    private static async Task<IResult> CorsiaAsync(string registry, HttpRequest request, NodeRegistries registries, IRegistryStore store, TimeProvider time)
    {
        var settings = registries.Find(registry).Settings;
        var asked = new ReportRequest(request);
        var jurisdiction = asked.Word("jurisdiction", "icao", "eu") == "eu" ? CorsiaJurisdiction.EuropeanUnion : CorsiaJurisdiction.IcaoBaseline;
        if (asked.Problem is { } problem) return problem;
        var now = time.GetUtcNow();
        var state = await ReportSources.StateAsync(store, settings.Registry, request.HttpContext.RequestAborted);
        var report = CorsiaReport.Of(CorsiaBlocks.Of(state, settings, now), CorsiaRulePacks.April2026, now, jurisdiction);
        return File("json", "corsia-eligibility", output => CorsiaReportExport.WriteJson(report, output));
    }

    private static IResult File(string format, string name, Action<Stream> write)
    {
        var output = new MemoryStream();
        write(output);
        return Results.Bytes(output.ToArray(), format == "json" ? JsonAnswer.MediaType : WorkbookType, $"{name}.{format}");
    }

    private static async ValueTask<object?> NoteAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var answer = await next(context);
        var (person, role) = OperatorAccess.Of(http.User);
        var time = http.RequestServices.GetRequiredService<TimeProvider>();
        var outcome = answer is RawAnswer { Status: >= StatusCodes.Status400BadRequest and var status } ? $"refused, {status}" : "given out";
        await http.RequestServices.GetRequiredService<IAuditTrail>().RecordAsync(new AuditEntry(
            time.GetUtcNow(), person, role, "read-report", $"{http.Request.Path}{http.Request.QueryString}", outcome, http.TraceIdentifier));
        return answer;
    }
}
