using System.Text.Json;
using JcmInterop.Domain.Partners;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Links;
using JcmInterop.Grains.Problems;
using JcmInterop.Grains.Registries;
using JcmInterop.Messages.Json;
using JcmInterop.Server.Hosting;
using JcmInterop.Server.Operators;
using JcmInterop.Storage;
using JcmInterop.Storage.Audit;
using JcmInterop.Storage.Exchange;

namespace JcmInterop.Server.Reading;

/// <summary>How the registries of the node are doing, and the trail of acts.</summary>
internal static class OverviewEndpoints
{
    public static void Map(RouteGroupBuilder operators, RouteGroupBuilder registry)
    {
        operators.MapGet("/registries", RegistriesAsync);
        operators.MapGet("/audit", AuditAsync).RequireAuthorization(OperatorAccess.Administer);
        registry.MapGet("/state", StateAsync);
        registry.MapGet("/link", LinkAsync);
    }

    private static async Task<IResult> RegistriesAsync(HttpContext context, NodeRegistries registries, RegistryConditions conditions, IRegistryStore store)
    {
        var outboxes = await store.OutboxesAsync(context.RequestAborted);
        return JsonAnswer.Page(
            registries.All,
            (json, registry) =>
            {
                json.WriteStartObject();
                Write(json, registry, conditions.Of(registry.Registry), outboxes.FirstOrDefault(o => o.Registry == registry.Registry));
                json.WriteEndObject();
            },
            next: null);
    }

    private static async Task<IResult> StateAsync(
        string registry, HttpContext context, NodeRegistries registries, RegistryConditions conditions, IRegistryStore store, IGrainFactory grains)
    {
        var configuration = registries.Find(registry);
        var outboxes = await store.OutboxesAsync(context.RequestAborted);
        var link = await grains.GetGrain<IPartnerLinkGrain>(registry).Status();
        return JsonAnswer.Object(json =>
        {
            Write(json, configuration, conditions.Of(configuration.Registry), outboxes.FirstOrDefault(o => o.Registry == configuration.Registry));
            json.WriteStartObject("link");
            Write(json, link);
            json.WriteEndObject();
        });
    }

    private static async Task<IResult> LinkAsync(string registry, HttpContext context, NodeRegistries registries, IRegistryStore store, IGrainFactory grains)
    {
        var link = await grains.GetGrain<IPartnerLinkGrain>(registry).Status();
        var configuration = registries.Find(registry);
        var known = await RegistryKeys.LoadAsync(store, configuration.Registry, context.RequestAborted);
        return JsonAnswer.Object(json =>
        {
            Write(json, link);
            Write(json, known.Announcements.GetValueOrDefault(configuration.Settings.Partner));
        });
    }

    // Which of this node's message types the partner cannot be sent, for people who wonder why a command is refused.
    private static void Write(Utf8JsonWriter json, Announcement? partner)
    {
        json.WriteStartObject("partnerNode");
        json.WriteString("software", partner?.Hello.Software);
        json.WriteString("heardAt", partner is null ? null : WireInstant.Format(partner.At));
        json.WriteString("protocol", partner is null ? null : NodeProfile.Present.CommonVersion(partner.Hello.Versions));
        json.WriteStartArray("typesNotUnderstood");
        foreach (var type in MessageTypes.Understood.Where(type => !MessageTypes.MaySend(type, partner?.Hello.MessageTypes))) json.WriteStringValue(type);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static async Task<IResult> AuditAsync(HttpRequest request, IRegistryStore store)
    {
        if (PageRequest.ReadNumber(request, IAuditTrail.PageActsMax, out var problem) is not { } page) return problem!;
        var acts = await store.ReadActsAsync(page.After == 0 ? null : page.After, page.Limit, request.HttpContext.RequestAborted);
        return JsonAnswer.Page(acts, Write, acts.Count < page.Limit ? null : StateEndpoints.Text(acts[^1].Number));
    }

    private static void Write(Utf8JsonWriter json, RecordedAct act)
    {
        json.WriteStartObject();
        json.WriteNumber("number", act.Number);
        json.WriteString("at", WireInstant.Format(act.Entry.At));
        json.WriteString("person", act.Entry.Person);
        json.WriteString("role", act.Entry.Role);
        json.WriteString("act", act.Entry.Act);
        json.WriteString("subject", act.Entry.Subject);
        json.WriteString("outcome", act.Entry.Outcome);
        json.WriteString("requestId", act.Entry.RequestId);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RegistryConfiguration registry, RegistryCondition condition, OutboxStatus? outbox)
    {
        json.WriteString("registry", registry.Registry.ToString());
        json.WriteString("party", registry.Settings.Party.Code);
        json.WriteString("partner", registry.Settings.Partner.Code);
        Write(json, "stopped", condition.Stopped);
        Write(json, "storeTrouble", condition.StoreTrouble);
        Write(json, "sendingHeld", condition.SendingHeld);
        json.WriteNumber("alarms", condition.Alarms);
        json.WriteNumber("journalPosition", condition.Journal.Position);
        json.WriteNumber("commits", condition.Commits);
        json.WriteNumber("requests", condition.Requests);
        json.WriteNumber("undelivered", outbox?.Undelivered ?? 0);
        json.WriteString("oldestUndeliveredAt", outbox is null ? null : WireInstant.Format(outbox.OldestRecordedAt));
        json.WriteString("parked", outbox?.FirstDelivery.ParkedReason);
    }

    private static void Write(Utf8JsonWriter json, PartnerLinkStatus link)
    {
        json.WriteString("lastContactAt", link.LastContactAt is { } contact ? WireInstant.Format(contact) : null);
        json.WriteString("lastError", link.LastError);
        json.WriteString("lastErrorAt", link.LastErrorAt is { } error ? WireInstant.Format(error) : null);
        Write(json, "parked", link.Parked);
        if (link.ClockAhead is { } ahead) json.WriteNumber("clockAheadMilliseconds", (long)ahead.TotalMilliseconds);
        else json.WriteNull("clockAheadMilliseconds");
    }

    private static void Write(Utf8JsonWriter json, string name, Problem? problem)
    {
        if (problem is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("number", problem.Number);
        json.WriteString("english", problem.English);
        json.WriteString("japanese", problem.Japanese);
        json.WriteString("remedyEnglish", problem.RemedyEnglish);
        json.WriteString("remedyJapanese", problem.RemedyJapanese);
        json.WriteEndObject();
    }
}
