using JcmInterop.Grains.Configuration;
using JcmInterop.Server.Adjustments;
using JcmInterop.Server.Hosting;
using JcmInterop.Server.Problems;
using JcmInterop.Server.Reading;
using JcmInterop.Server.Reports;

namespace JcmInterop.Server.Operators;

/// <summary>What the people of this node may ask.</summary>
internal static class OperatorEndpoints
{
    public static void MapOperatorApi(this IEndpointRouteBuilder routes)
    {
        var operators = routes.MapGroup("/operator/v1").RequireAuthorization(OperatorAccess.Read).RequireRateLimiting(RateLimits.Operator);
        var registry = operators.MapGroup("/registries/{registry}").AddEndpointFilter(KnownRegistryAsync);
        CommandEndpoints.Map(registry);
        KeyEndpoints.Map(registry);
        RecoveryEndpoints.Map(registry);
        OverviewEndpoints.Map(operators, registry);
        StateEndpoints.Map(registry);
        TransferEndpoints.Map(registry);
        MessageEndpoints.Map(registry);
        CheckpointEndpoints.Map(registry);
        ReportEndpoints.Map(operators, registry);
        AdjustmentEndpoints.Map(operators);
    }

    private static ValueTask<object?> KnownRegistryAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var asked = context.HttpContext.GetRouteValue("registry")?.ToString() ?? "";
        return context.HttpContext.RequestServices.GetRequiredService<NodeRegistries>().TryFind(asked, out _)
            ? next(context)
            : ValueTask.FromResult<object?>(ProblemAnswer.Of(StatusCodes.Status404NotFound, HttpProblems.UnknownRegistry(asked)));
    }
}
