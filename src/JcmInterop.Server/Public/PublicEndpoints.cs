using System.Globalization;
using System.Text.Json;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Units;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Registries;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;
using JcmInterop.Server.Configuration;
using JcmInterop.Server.Hosting;
using JcmInterop.Server.Problems;
using JcmInterop.Server.Reading;
using JcmInterop.Storage;
using JcmInterop.Storage.State;

namespace JcmInterop.Server.Public;

/// <summary>What anybody may ask: no personal data, read only, rate-limited.</summary>
internal static class PublicEndpoints
{
    public static void MapPublicApi(this IEndpointRouteBuilder routes)
    {
        var everybody = routes.MapGroup("/public/v1").RequireRateLimiting(RateLimits.Public);
        everybody.MapGet("/units", UnitsAsync);
        everybody.MapGet("/totals", TotalsAsync);
        everybody.MapGet("/keys", KeysAsync);
        everybody.MapGet("/checkpoints", CheckpointEndpoints.OfAllAsync);
    }

    private static async Task<IResult> UnitsAsync(HttpRequest request, IRegistryStore store)
    {
        var serial = request.Query["serial"].ToString();
        if (serial.Length is 0 or > PrintedSerial.LengthMax) return PageRequest.Bad("serial", serial.Length > 40 ? serial[..40] + "…" : serial, "one serial number as it is printed");
        var found = new List<UnitBlockEntry>();
        foreach (var (prefix, number, suffix) in PrintedSerial.Readings(serial))
            found.AddRange(await store.FindSerialAsync(prefix, number, suffix, request.HttpContext.RequestAborted));
        return found.Count == 0
            ? ProblemAnswer.Of(StatusCodes.Status404NotFound, HttpProblems.NotFound($"unit {serial}"))
            : JsonAnswer.Page(found, (json, entry) => Write(json, entry), next: null);
    }

    private static void Write(Utf8JsonWriter json, UnitBlockEntry entry)
    {
        var block = (UnitBlock)WireJson.Read<LedgerItem>(entry.Body.Span);
        json.WriteStartObject();
        json.WriteString("registry", entry.Registry.ToString());
        json.WriteString("first", $"{block.Serials.Prefix}{block.Serials.First}{block.Serials.Suffix}");
        json.WriteString("final", $"{block.Serials.Prefix}{block.Serials.Final}{block.Serials.Suffix}");
        json.WriteNumber("tonnes", block.Quantity.Tonnes);
        json.WriteString("issuedBy", block.IssuedBy.Code);
        json.WriteString("project", block.Project.ToString());
        json.WriteNumber("vintage", block.Vintage.Year);
        json.WriteString("status", block.Status.ToString());
        json.WriteString("authorization", block.Authorization?.ToString());
        json.WriteString("firstItmoId", block.Itmo?.Id(0, block.Vintage).ToString());
        json.WriteString("lastItmoId", block.Itmo?.Id(block.Quantity.Tonnes - 1, block.Vintage).ToString());
        json.WriteString("firstTransferredOn", block.FirstTransfer?.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static async Task<IResult> TotalsAsync(HttpContext context, NodeRegistries registries, IRegistryStore store)
    {
        var lines = new List<PublicTotal>();
        foreach (var registry in registries.All) lines.AddRange(await PublicTotal.OfAsync(registry.Registry, store, context.RequestAborted));
        return JsonAnswer.Page(lines, (json, line) => line.Write(json), next: null);
    }

    // Ended keys too: what they signed in their time is verified with them.
    private static async Task<IResult> KeysAsync(HttpContext context, NodeSettings settings, IRegistryStore store)
    {
        var keys = new Dictionary<string, VerificationKey>(StringComparer.Ordinal) { [settings.Key.Public.KeyId] = settings.Key.Public };
        foreach (var registry in settings.Registries.All)
        {
            var state = await RegistryKeys.LoadAsync(store, registry.Registry, context.RequestAborted);
            foreach (var pinned in RegistryKeys.Of(registry, state).Own.Keys) keys[pinned.Key.KeyId] = pinned.Key;
        }

        return JsonAnswer.Object(json =>
        {
            json.WriteStartArray("keys");
            foreach (var key in keys.Values) json.WriteRawValue($$"""{{key.PublicJwk[..^1]}},"alg":"{{key.AlgorithmName}}","kid":"{{key.KeyId}}","use":"sig"}""");
            json.WriteEndArray();
        });
    }
}
