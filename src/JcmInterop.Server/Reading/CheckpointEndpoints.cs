using System.Text.Json;
using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Parties;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Registries;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Log;
using JcmInterop.Server.Hosting;
using JcmInterop.Server.Operators;
using JcmInterop.Server.Problems;
using JcmInterop.Server.Reports;
using JcmInterop.Storage;
using JcmInterop.Storage.Audit;

namespace JcmInterop.Server.Reading;

/// <summary>The latest checkpoints of both sides' journals, and the request for a new one.</summary>
internal static class CheckpointEndpoints
{
    public static void Map(RouteGroupBuilder registry)
    {
        registry.MapGet("/checkpoints", OfRegistryAsync);
        registry.MapPost("/checkpoints", StateAsync).RequireAuthorization(OperatorAccess.Act);
    }

    /// <summary>For everybody: the latest checkpoint of each journal that has the signatures of both sides.</summary>
    public static async Task<IResult> OfAllAsync(HttpContext context, NodeRegistries registries, IRegistryStore store)
    {
        var found = new List<(BilateralRegistryId Registry, CheckpointRecord Checkpoint)>();
        foreach (var configuration in registries.All)
            found.AddRange((await FindAsync(configuration, store, [CheckpointStage.Witnessed], context.RequestAborted)).Select(c => (configuration.Registry, c)));
        return JsonAnswer.Page(found, (json, item) => Write(json, item.Registry, item.Checkpoint), next: null);
    }

    private static async Task<IResult> OfRegistryAsync(string registry, HttpContext context, NodeRegistries registries, IRegistryStore store)
    {
        var configuration = registries.Find(registry);
        var found = await FindAsync(configuration, store, [CheckpointStage.Stated, CheckpointStage.Witnessed], context.RequestAborted);
        return JsonAnswer.Page(found, (json, checkpoint) => Write(json, configuration.Registry, checkpoint), next: null);
    }

    private static async Task<IResult> StateAsync(string registry, HttpContext context, IGrainFactory grains, IAuditTrail audit, TimeProvider time)
    {
        var (person, role) = OperatorAccess.Of(context.User);
        await audit.RecordAsync(new AuditEntry(time.GetUtcNow(), person, role, "state-checkpoint", registry, "accepted", context.TraceIdentifier));
        return await grains.GetGrain<IBilateralRegistryGrain>(registry).StateCheckpoint() is { } problem ? TroubleAnswer.Of(context, problem) : Results.NoContent();
    }

    private static async Task<List<CheckpointRecord>> FindAsync(
        RegistryConfiguration configuration, IRegistryStore store, CheckpointStage[] stages, CancellationToken cancellation)
    {
        var found = new List<CheckpointRecord>();
        foreach (var party in new[] { configuration.Settings.Party, configuration.Settings.Partner })
        {
            foreach (var stage in stages)
                if (await OwnLog.FindAsync(store, configuration.Registry, party, stage, cancellation) is { } checkpoint) found.Add(checkpoint);
        }

        return found;
    }

    private static void Write(Utf8JsonWriter json, BilateralRegistryId registry, CheckpointRecord checkpoint)
    {
        json.WriteStartObject();
        json.WriteString("registry", registry.ToString());
        json.WriteString("party", checkpoint.Party.Code);
        json.WriteString("stage", checkpoint.Stage == CheckpointStage.Stated ? "stated" : "witnessed");
        json.WriteNumber("treeSize", checkpoint.TreeSize);
        json.WriteString("root", checkpoint.Root);
        json.WriteString("at", WireInstant.Format(checkpoint.At));
        json.WriteRaw("signed", CheckpointTexts.Bytes(checkpoint.Document));
        json.WriteEndObject();
    }
}
