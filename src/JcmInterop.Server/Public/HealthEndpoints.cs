using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Registries;
using JcmInterop.Server.Configuration;
using JcmInterop.Server.Hosting;
using JcmInterop.Storage;
using JcmInterop.Storage.Troubles;

namespace JcmInterop.Server.Public;

/// <summary>What the platform asks to decide whether to send requests here, or to start the process anew.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan StoreAnswersWithin = TimeSpan.FromSeconds(2);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live"));
        routes.MapGet("/health/ready", ReadyAsync);
        routes.MapGet("/health/cluster", Cluster);
    }

    private static async Task<IResult> ReadyAsync(
        HttpContext context, NodeSettings settings, NodeRegistries registries, RegistryConditions conditions, IRegistryStore store, ISiloStatusOracle members,
        NodeStop stop, TimeProvider time)
    {
        var isReady = !stop.IsAnnounced
            && members.CurrentStatus == SiloStatus.Active
            && registries.All.All(r => IsFine(conditions.Of(r.Registry), settings.Store.IsShared))
            && (!settings.Store.IsShared || await AnswersAsync(store, time, context.RequestAborted));
        return Results.Text(isReady ? "ready" : "not ready", statusCode: isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    // Trouble with a shared store may be over, or the registry may have moved to another silo; there the store itself is asked.
    private static bool IsFine(RegistryCondition condition, bool isShared) => condition.Stopped is null && (isShared || condition.StoreTrouble is null);

    private static async Task<bool> AnswersAsync(IRegistryStore store, TimeProvider time, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(StoreAnswersWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            await store.NextDueAsync(either.Token);
            return true;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return false;
        }
    }

    private static IResult Cluster(ISiloStatusOracle members) => JsonAnswer.Object(json =>
    {
        json.WriteString("silo", members.SiloAddress.ToString());
        json.WriteString("status", members.CurrentStatus.ToString());
        json.WriteStartArray("members");
        foreach (var (silo, status) in members.GetApproximateSiloStatuses().OrderBy(m => m.Key.ToString(), StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("silo", silo.ToString());
            json.WriteString("status", status.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
