using JcmInterop.Grains.Adjustments;
using JcmInterop.Grains.Problems;
using JcmInterop.Server.Hosting;
using JcmInterop.Server.Problems;

namespace JcmInterop.Server.Adjustments;

/// <summary>The corresponding adjustments of this side's NDC periods, over all bilateral registries of the node. Nothing here records anything.</summary>
internal static class AdjustmentEndpoints
{
    public static void Map(RouteGroupBuilder operators)
    {
        operators.MapGet("/ndcs", Ndcs);
        var adjustments = operators.MapGroup("/adjustments");
        adjustments.MapGet("", CalculateAsync);
        adjustments.MapGet("/opening", OpenAsync);
        adjustments.MapGet("/difference", CompareAsync);
        adjustments.MapPost("/supposition", SupposeAsync);
    }

    private static IResult Ndcs(NdcStatements statements) => JsonAnswer.Page(statements.All, (json, statement) =>
    {
        json.WriteStartObject();
        json.WriteString("party", statements.Party.Code);
        NdcText.WriteMembers(json, statement);
        json.WriteEndObject();
    }, next: null);

    private static Task<IResult> CalculateAsync(HttpRequest request, NdcStatements statements, IGrainFactory grains)
    {
        var asked = new AdjustmentRequest(request, statements);
        var dates = asked.Dates();
        return AnswerAsync(request, asked, grains, (grain, metric) => grain.Calculate(metric, dates));
    }

    private static Task<IResult> OpenAsync(HttpRequest request, NdcStatements statements, IGrainFactory grains)
    {
        var asked = new AdjustmentRequest(request, statements);
        var dates = asked.Dates();
        var figure = asked.Figure();
        return AnswerAsync(request, asked, grains, (grain, metric) => grain.Open(metric, dates, figure));
    }

    private static Task<IResult> CompareAsync(HttpRequest request, NdcStatements statements, IGrainFactory grains)
    {
        var asked = new AdjustmentRequest(request, statements);
        var (before, after) = (asked.Dates("from"), asked.Dates("to"));
        return AnswerAsync(request, asked, grains, (grain, metric) => grain.Compare(metric, before, after));
    }

    private static async Task<IResult> SupposeAsync(HttpRequest request, NdcStatements statements, IGrainFactory grains)
    {
        var asked = new AdjustmentRequest(request, statements);
        var dates = asked.Dates();
        var (body, problem) = await RequestBody.ReadAsync(request, JsonAnswer.MediaType);
        return problem ?? await AnswerAsync(request, asked, grains, (grain, metric) => grain.Suppose(metric, dates, body));
    }

    private static async Task<IResult> AnswerAsync(
        HttpRequest request, AdjustmentRequest asked, IGrainFactory grains, Func<IAdjustmentGrain, string, Task<AdjustmentReply>> ask)
    {
        if (asked.Problem is { } problem) return problem;
        var (party, statement) = (asked.Party, asked.Statement!);
        var reply = await ask(grains.GetGrain<IAdjustmentGrain>(IAdjustmentGrain.Key(party, statement.Period)), statement.Metric.ToString());
        return reply.Problem switch
        {
            null => new RawAnswer(StatusCodes.Status200OK, JsonAnswer.MediaType, reply.Answer),
            { Number: NodeProblems.UnreadableSupposition } bad => ProblemAnswer.Of(StatusCodes.Status400BadRequest, bad),
            { Number: NodeProblems.NdcMissing } unstated => ProblemAnswer.Of(StatusCodes.Status400BadRequest, unstated),
            { } trouble => TroubleAnswer.Of(request.HttpContext, trouble),
        };
    }
}
