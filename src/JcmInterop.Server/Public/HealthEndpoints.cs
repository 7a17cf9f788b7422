using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Registries;
using JcmInterop.Server.Hosting;

namespace JcmInterop.Server.Public;

/// <summary>What the platform asks to decide whether to send requests here, or to start the process anew.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live"));
        routes.MapGet("/health/ready", ReadyAsync);
        routes.MapGet("/health/cluster", Cluster);
    }

    private static async Task<IResult> ReadyAsync(NodeRegistries registries, RegistryConditions conditions, StoreLook store, ISiloStatusOracle members, NodeStop stop)
    {
        var reason = stop.IsAnnounced ? "The node was asked to stop. / ノードは停止を指示されています。"
            : members.CurrentStatus != SiloStatus.Active ? "The node is no member of its cluster. / ノードはクラスターに参加していません。"
            : registries.All.Any(r => conditions.Of(r.Registry).Stopped is not null) ? "A registry of the node is stopped. / 停止中の登録簿があります。"
            : await store.TroubleAsync();
        return Results.Text(reason is null ? "ready" : $"not ready: {reason}", statusCode: reason is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
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
