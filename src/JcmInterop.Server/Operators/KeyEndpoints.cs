using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Partners;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Registries;
using JcmInterop.Messages.Json;
using JcmInterop.Server.Hosting;
using JcmInterop.Server.Problems;
using JcmInterop.Storage;

namespace JcmInterop.Server.Operators;

/// <summary>The keys of both sides of a registry, and the rotation of this node's.</summary>
internal static class KeyEndpoints
{
    public static void Map(RouteGroupBuilder registry)
    {
        registry.MapGet("/keys", ListAsync);
        registry.MapPost("/keys", RotateAsync).RequireAuthorization(OperatorAccess.Administer);
    }

    /// <summary>Makes a new key and introduces it to the partner; it signs once the partner has said that it trusts it.</summary>
    private static async Task<IResult> RotateAsync(string registry, HttpContext context, NodeRegistries registries, IGrainFactory grains)
    {
        var configuration = registries.Find(registry);
        if (configuration.FurtherKeys is not { } keys) return ProblemAnswer.Of(StatusCodes.Status404NotFound, HttpProblems.NotFound("key folder"));
        var key = keys.Create().Public;
        var (person, role) = OperatorAccess.Of(context.User);
        LedgerCommand introduction = new IntroduceKey(key.KeyId, key.PublicJwk, null, null);
        var request = new CommandRequest(WireJson.Write(introduction), $"introduce-{key.KeyId}", person, role, context.TraceIdentifier, IsDryRun: false);
        return CommandEndpoints.Answer(context, await grains.GetGrain<IBilateralRegistryGrain>(registry).Execute(request));
    }

    private static async Task<IResult> ListAsync(string registry, HttpContext context, NodeRegistries registries, IRegistryStore store, TimeProvider time)
    {
        var configuration = registries.Find(registry);
        var state = await RegistryKeys.LoadAsync(store, configuration.Registry, context.RequestAborted);
        var signing = RegistryKeys.Signing(configuration, state, time.GetUtcNow()).Select(k => k.Public.KeyId).ToHashSet(StringComparer.Ordinal);
        var settings = configuration.LedgerSettings;
        var all = new[] { settings.Party, settings.Partner }.SelectMany(party => KeyBook.Of(state, settings, party));
        return JsonAnswer.Page(
            all,
            (json, key) =>
            {
                json.WriteStartObject();
                json.WriteString("party", key.Party.Code);
                json.WriteString("keyId", key.KeyId);
                json.WriteString("publicKey", key.PublicKey);
                json.WriteString("validFrom", key.ValidFrom == DateTimeOffset.MinValue ? null : WireInstant.Format(key.ValidFrom));
                json.WriteString("validTo", key.ValidTo is { } end ? WireInstant.Format(end) : null);
                json.WriteString("endReason", key.EndReason?.ToString());
                json.WriteBoolean("signsNow", key.Party == settings.Party && signing.Contains(key.KeyId));
                json.WriteEndObject();
            },
            next: null);
    }
}
