using System.Collections.Frozen;
using System.Globalization;
using JcmInterop.Domain.Parties;
using JcmInterop.Server.Hosting;
using JcmInterop.Server.Problems;
using JcmInterop.Storage;
using JcmInterop.Storage.State;

namespace JcmInterop.Server.Reading;

/// <summary>Reads the state tables for people. Never waits for the writer of a registry.</summary>
internal static class StateEndpoints
{
    private static readonly FrozenDictionary<string, string> Kinds = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["projects"] = "project",
        ["decisions"] = "decision",
        ["legs"] = "leg",
        ["authorizations"] = "authorization",
        ["faults"] = "protocol-fault",
        ["disposals"] = "partner-disposal",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static void Map(RouteGroupBuilder registry)
    {
        foreach (var (path, kind) in Kinds)
        {
            registry.MapGet($"/{path}", (string registry, HttpRequest request, IRegistryStore store) => ItemsAsync(registry, kind, request, store));
            registry.MapGet($"/{path}/{{**key}}", (string registry, string key, IRegistryStore store) => ItemAsync(registry, kind, key, store));
        }

        registry.MapGet("/accounts", AccountsAsync);
        registry.MapGet("/accounts/{account}", (string registry, string account, IRegistryStore store) => ItemAsync(registry, StateKinds.Account, account, store));
        registry.MapGet("/accounts/{account}/units", UnitsAsync);
        registry.MapGet("/totals", TotalsAsync);
    }

    private static async Task<IResult> ItemsAsync(string registry, string kind, HttpRequest request, IRegistryStore store)
    {
        if (PageRequest.Read(request, IStateReader.PageItemsMax, out var problem) is not { } page) return problem!;
        var items = await store.ReadItemsAsync(BilateralRegistryId.Parse(registry), kind, page.After, page.Limit, request.HttpContext.RequestAborted);
        return JsonAnswer.Page(items, (json, item) => json.WriteRawValue(item.Body.Span, skipInputValidation: true), items.Count < page.Limit ? null : items[^1].Key);
    }

    private static async Task<IResult> ItemAsync(string registry, string kind, string key, IRegistryStore store) =>
        await store.FindItemAsync(BilateralRegistryId.Parse(registry), kind, key) is { } item
            ? new RawAnswer(StatusCodes.Status200OK, JsonAnswer.MediaType, item.Body)
            : ProblemAnswer.Of(StatusCodes.Status404NotFound, HttpProblems.NotFound($"{kind} {key}"));

    private static async Task<IResult> AccountsAsync(string registry, HttpRequest request, IRegistryStore store)
    {
        if (PageRequest.Read(request, IStateReader.PageItemsMax, out var problem) is not { } page) return problem!;
        var accounts = await store.ReadAccountsAsync(BilateralRegistryId.Parse(registry), page.After, page.Limit, request.HttpContext.RequestAborted);
        return JsonAnswer.Page(
            accounts,
            (json, account) =>
            {
                json.WriteStartObject();
                json.WriteNumber("tonnes", account.Tonnes);
                json.WriteRaw("account", account.Body);
                json.WriteEndObject();
            },
            accounts.Count < page.Limit ? null : accounts[^1].Number);
    }

    private static async Task<IResult> UnitsAsync(string registry, string account, HttpRequest request, IRegistryStore store)
    {
        if (PageRequest.Read(request, IStateReader.PageItemsMax, out var problem) is not { } page) return problem!;
        if (UnitCursorText.Read(page.After) is not { } cursor) return PageRequest.Bad("after", page.After, "the 'next' of the page before");
        var blocks = await store.ReadUnitsOfAccountAsync(BilateralRegistryId.Parse(registry), account, cursor, page.Limit, request.HttpContext.RequestAborted);
        return JsonAnswer.Page(
            blocks,
            (json, block) => json.WriteRawValue(block.Body.Span, skipInputValidation: true),
            blocks.Count < page.Limit ? null : UnitCursorText.Write(blocks[^1].Cursor));
    }

    private static async Task<IResult> TotalsAsync(string registry, HttpContext context, IRegistryStore store)
    {
        var totals = await store.TotalsAsync(BilateralRegistryId.Parse(registry), context.RequestAborted);
        return JsonAnswer.Page(
            totals,
            (json, total) =>
            {
                json.WriteStartObject();
                json.WriteString("project", total.Project);
                json.WriteNumber("vintage", total.Vintage);
                json.WriteString("account", total.Account);
                json.WriteString("status", total.Status);
                json.WriteNumber("blocks", total.Blocks);
                json.WriteNumber("tonnes", total.Tonnes);
                json.WriteEndObject();
            },
            next: null);
    }

    /// <summary>A number as the JSON interfaces write it in a text.</summary>
    internal static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
