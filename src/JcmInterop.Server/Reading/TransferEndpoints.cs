using System.Text.Json;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Transfers;
using JcmInterop.Messages.Json;
using JcmInterop.Server.Hosting;
using JcmInterop.Server.Problems;
using JcmInterop.Storage;
using JcmInterop.Storage.State;

namespace JcmInterop.Server.Reading;

/// <summary>Transfers with who must act next, until when, and what happens then.</summary>
internal static class TransferEndpoints
{
    private const string Kind = "transfer";

    /// <summary>Most pages looked through for one page of open transfers.</summary>
    private const int PagesLookedAtMax = 10;

    public static void Map(RouteGroupBuilder registry)
    {
        registry.MapGet("/transfers", TransfersAsync);
        registry.MapGet("/transfers/{id}", TransferAsync);
    }

    /// <summary>The side whose move it is; nothing once the transfer is final.</summary>
    public static PartyCode? MustAct(Transfer transfer) => transfer.State switch
    {
        TransferState.Proposed => transfer.Offer.AcquiringParty,
        TransferState.Accepted => transfer.Offer.TransferringParty,
        _ => null,
    };

    public static void Write(Utf8JsonWriter json, Transfer transfer, ReadOnlyMemory<byte> body)
    {
        json.WriteStartObject();
        json.WriteString("mustAct", MustAct(transfer)?.Code);
        json.WriteString("deadline", transfer.IsOpen ? WireInstant.Format(transfer.Offer.DecideBy) : null);
        json.WriteString("atDeadline", transfer.State == TransferState.Proposed ? "cancelled" : null);
        json.WriteRaw("transfer", body);
        json.WriteEndObject();
    }

    private static async Task<IResult> TransfersAsync(string registry, HttpRequest request, IRegistryStore store)
    {
        if (PageRequest.Read(request, IStateReader.PageItemsMax, out var problem) is not { } page) return problem!;
        var open = request.Query["open"].ToString();
        if (open is not ("" or "true" or "false")) return PageRequest.Bad("open", open, "true / false");
        var (found, next) = await LookAsync(BilateralRegistryId.Parse(registry), page, open == "true", store, request.HttpContext.RequestAborted);
        return JsonAnswer.Page(found, (json, item) => Write(json, item.Transfer, item.Body), next);
    }

    private static async Task<(List<(Transfer Transfer, ReadOnlyMemory<byte> Body)> Found, string? Next)> LookAsync(
        BilateralRegistryId registry, PageRequest page, bool isOpenOnly, IRegistryStore store, CancellationToken cancellation)
    {
        var found = new List<(Transfer, ReadOnlyMemory<byte>)>();
        var after = page.After;
        for (var looked = 0; looked < PagesLookedAtMax; looked++)
        {
            var items = await store.ReadItemsAsync(registry, Kind, after, isOpenOnly ? IStateReader.PageItemsMax : page.Limit, cancellation);
            foreach (var item in items)
            {
                after = item.Key;
                var transfer = (Transfer)WireJson.Read<LedgerItem>(item.Body.Span);
                if (isOpenOnly && !transfer.IsOpen) continue;
                found.Add((transfer, item.Body));
                if (found.Count == page.Limit) return (found, after);
            }

            if (!isOpenOnly || items.Count < IStateReader.PageItemsMax) return (found, null);
        }

        return (found, after);
    }

    private static async Task<IResult> TransferAsync(string registry, string id, IRegistryStore store)
    {
        if (await store.FindItemAsync(BilateralRegistryId.Parse(registry), Kind, id) is not { } item)
            return ProblemAnswer.Of(StatusCodes.Status404NotFound, HttpProblems.NotFound($"transfer {id}"));
        var transfer = (Transfer)WireJson.Read<LedgerItem>(item.Body.Span);
        return JsonAnswer.Object(json =>
        {
            json.WriteString("mustAct", MustAct(transfer)?.Code);
            json.WriteString("deadline", transfer.IsOpen ? WireInstant.Format(transfer.Offer.DecideBy) : null);
            json.WriteString("atDeadline", transfer.State == TransferState.Proposed ? "cancelled" : null);
            json.WriteRaw("transfer", item.Body);
        });
    }
}
