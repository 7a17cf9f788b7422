using JcmInterop.Grains.Links;
using JcmInterop.Grains.Registries;
using JcmInterop.Server.Hosting;
using JcmInterop.Server.Problems;
using JcmInterop.Storage.Audit;

namespace JcmInterop.Server.Operators;

/// <summary>The acts of operators: commands to the ledger, and taking up a parked delivery.</summary>
internal static class CommandEndpoints
{
    private const string KeyHeader = "Idempotency-Key";
    private const string JsonType = "application/json";

    public static void Map(RouteGroupBuilder registry)
    {
        registry.MapPost("/commands", ExecuteAsync).RequireAuthorization(OperatorAccess.Act);
        registry.MapPost("/commands/batch", ExecuteBatchAsync).RequireAuthorization(OperatorAccess.Act);
        registry.MapPost("/link/retry", RetryAsync).RequireAuthorization(OperatorAccess.Administer);
    }

    private static Task<IResult> ExecuteAsync(string registry, HttpContext context, RegistryGrains grains) => AskAsync(registry, context, grains, isBatch: false);

    private static Task<IResult> ExecuteBatchAsync(string registry, HttpContext context, RegistryGrains grains) => AskAsync(registry, context, grains, isBatch: true);

    private static async Task<IResult> AskAsync(string registry, HttpContext context, RegistryGrains grains, bool isBatch)
    {
        var asked = context.Request.Query["dryRun"].ToString();
        if (asked is not ("" or "true" or "false"))
            return ProblemAnswer.Of(StatusCodes.Status400BadRequest, HttpProblems.BadParameter("dryRun", asked, "true / false"));
        var (body, problem) = await RequestBody.ReadAsync(context.Request, JsonType);
        if (problem is not null) return problem;
        var (person, role) = OperatorAccess.Of(context.User);
        var request = new CommandRequest(body, context.Request.Headers[KeyHeader].ToString(), person, role, context.TraceIdentifier, asked == "true", isBatch);
        return Answer(context, await grains.Of(registry).Execute(request));
    }

    /// <summary>The answer to a command over HTTP.</summary>
    internal static IResult Answer(HttpContext context, CommandReply reply) => reply.Kind switch
    {
        CommandReplyKind.Accepted => Results.Bytes(reply.Answer, JsonType),
        CommandReplyKind.Refused => new RawAnswer(StatusCodes.Status422UnprocessableEntity, ProblemAnswer.MediaType, reply.Answer),
        CommandReplyKind.Malformed => ProblemAnswer.Of(StatusCodes.Status400BadRequest, reply.Problem!),
        CommandReplyKind.Forbidden => ProblemAnswer.Of(StatusCodes.Status403Forbidden, reply.Problem!),
        CommandReplyKind.KeyReused => ProblemAnswer.Of(StatusCodes.Status409Conflict, reply.Problem!),
        _ => TroubleAnswer.Of(context, reply.Problem!),
    };

    private static async Task<IResult> RetryAsync(string registry, HttpContext context, IGrainFactory grains, IAuditTrail audit, TimeProvider time)
    {
        var (person, role) = OperatorAccess.Of(context.User);
        await audit.RecordAsync(new AuditEntry(time.GetUtcNow(), person, role, "retry-delivery", registry, "accepted", context.TraceIdentifier));
        await grains.GetGrain<IPartnerLinkGrain>(registry).Retry();
        return Results.NoContent();
    }
}
