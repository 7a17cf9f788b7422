using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Problems;
using JcmInterop.Grains.Registries;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Json;
using JcmInterop.Server.Hosting;
using JcmInterop.Server.Problems;
using JcmInterop.Server.Reports;

namespace JcmInterop.Server.Partners;

/// <summary>What a partner's node may ask: the delivery of signed messages, and the time.</summary>
internal static class PartnerEndpoints
{
    /// <summary>Media type of signed messages and receipts.</summary>
    public const string SignedType = "application/jose+json";

    public static void MapPartnerApi(this IEndpointRouteBuilder routes)
    {
        var partner = routes.MapGroup("/partner/v1").RequireRateLimiting(RateLimits.Partner);
        partner.MapPost("/registries/{registry}/messages", ReceiveAsync);
        partner.MapGet("/registries/{registry}/proofs/{message}", ProofAnswers.OfAsync);
        partner.MapGet("/registries/{registry}/heads", HeadsAsync);
        partner.MapGet("/time", (TimeProvider time) => Results.Json(new PartnerTime(WireInstant.Format(time.GetUtcNow())), HttpJsonContext.Default.PartnerTime));
    }

    private static async Task<IResult> HeadsAsync(string registry, HttpContext context, NodeRegistries registries, IGrainFactory grains)
    {
        if (!registries.TryFind(registry, out var known)) return ProblemAnswer.Of(StatusCodes.Status404NotFound, HttpProblems.UnknownRegistry(registry));
        return await grains.GetGrain<IBilateralRegistryGrain>(registry).Heads() is { } heads
            ? Results.Json(
                new PartnerHeads(new PartnerHead(heads.SentSequence, heads.SentHash), new PartnerHead(heads.ReceivedSequence, heads.ReceivedHash)),
                HttpJsonContext.Default.PartnerHeads)
            : TroubleAnswer.Of(context, NodeProblems.NotLoaded(known.Registry));
    }

    private static async Task<IResult> ReceiveAsync(string registry, HttpRequest request, NodeRegistries registries, RegistryGrains grains)
    {
        if (!registries.TryFind(registry, out _)) return ProblemAnswer.Of(StatusCodes.Status404NotFound, HttpProblems.UnknownRegistry(registry));
        var (body, problem) = await RequestBody.ReadAsync(request, SignedType);
        if (problem is not null) return problem;
        var reply = await grains.Of(registry).Receive(body);
        return reply.Kind switch
        {
            MessageReplyKind.Receipted => Results.Bytes(reply.Receipt!, SignedType),
            MessageReplyKind.Faulty => ProblemAnswer.Of(Status((WireFaultKind)reply.Problem!.Number), reply.Problem),
            _ => TroubleAnswer.Of(request.HttpContext, reply.Problem!),
        };
    }

    /// <summary>The HTTP status of a fault: partner protocol, section 5.</summary>
    internal static int Status(WireFaultKind kind) => kind switch
    {
        WireFaultKind.Oversized => StatusCodes.Status413PayloadTooLarge,
        WireFaultKind.Unsigned or WireFaultKind.UnknownKey or WireFaultKind.KeyOutOfValidity or WireFaultKind.WrongSignature or WireFaultKind.WrongSender =>
            StatusCodes.Status403Forbidden,
        WireFaultKind.SequenceGap or WireFaultKind.AlteredReplay or WireFaultKind.PreviousMismatch => StatusCodes.Status409Conflict,
        WireFaultKind.UnknownProtocolVersion or WireFaultKind.SentInFuture or WireFaultKind.SentBeforePrevious => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status400BadRequest,
    };
}
