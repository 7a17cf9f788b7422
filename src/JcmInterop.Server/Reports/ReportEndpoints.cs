using JcmInterop.Domain.Corsia;
using JcmInterop.Domain.Units;
using JcmInterop.Grains.Configuration;
using JcmInterop.Reporting.Corsia;
using JcmInterop.Reporting.Issuance;
using JcmInterop.Reporting.Projections;
using JcmInterop.Server.Hosting;
using JcmInterop.Server.Operators;
using JcmInterop.Storage;
using JcmInterop.Storage.Audit;

namespace JcmInterop.Server.Reports;

/// <summary>The filings and lists this side makes from its own records; each making is an act in the audit trail. What is filed is of the Party, over all of its pairs.</summary>
internal static class ReportEndpoints
{
    public static void Map(RouteGroupBuilder operators, RouteGroupBuilder registry)
    {
        var filings = operators.MapGroup("/exports").AddEndpointFilter(NoteAsync);
        filings.MapGet("/aef", FilingAnswers.AefAsync);
        filings.MapGet("/structured-summary", FilingAnswers.SummaryAsync);
        filings.MapPost("/structured-summary", FilingAnswers.SummaryWithFiguresAsync);
        filings.MapGet("/holdings", FilingAnswers.HoldingsAsync);
        filings.MapGet("/initial-report", SheetAnswers.InitialReportAsync);
        filings.MapGet("/regular-information", SheetAnswers.RegularInformationAsync);
        var exports = registry.MapGroup("/exports").AddEndpointFilter(NoteAsync);
        exports.MapGet("/issuance-reconciliation", IssuanceAsync);
        exports.MapGet("/corsia-eligibility", CorsiaAsync);
        registry.MapGet("/evidence/{transfer}", EvidenceAnswer.OfAsync).AddEndpointFilter(NoteAsync);
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
        return ReportFile.Of(ReportFile.Json, $"issuance-reconciliation_{settings.Registry}", output => IssuanceReportJson.Write(report, output));
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
        return ReportFile.Of(ReportFile.Json, "corsia-eligibility", output => CorsiaReportExport.WriteJson(report, output));
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
