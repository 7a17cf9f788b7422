using System.Text.Json;
using JcmInterop.Cli.Operators;
using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using JcmInterop.Messages.Json;

namespace JcmInterop.Cli.Partners.Sandbox;

/// <summary>The administrator of a sandbox, who answers by rule, and the eye on what the sandbox sends.</summary>
internal sealed class SandboxPeople(PartyCode own, BilateralRegistryId registry, OperatorClient client, Conversation talk)
{
    /// <summary>How often the administrator looks.</summary>
    public static readonly TimeSpan LooksEvery = TimeSpan.FromMilliseconds(300);

    private const int PageMax = 100;
    private static readonly TimeSpan OfferStands = TimeSpan.FromMinutes(10);

    private readonly SandboxFacts facts = new(own, registry.CounterpartOf(own));
    private readonly HashSet<TransferId> answered = [];
    private readonly Dictionary<long, string> told = [];
    private long read;
    private long delivered;

    private string Place => $"operator/v1/registries/{registry}";

    /// <summary>Records the invented facts; on a node that has them nothing changes.</summary>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        foreach (var (purpose, command) in facts.Commands()) await DoAsync(command, $"sandbox {purpose}", cancellation);
    }

    /// <summary>Looks once: answers offers, offers where asked, and tells what was sent.</summary>
    public async Task TurnAsync(CancellationToken cancellation)
    {
        await AnswerAsync(cancellation);
        await OfferAsync(cancellation);
        await TellSentAsync(cancellation);
    }

    private async Task AnswerAsync(CancellationToken cancellation)
    {
        foreach (var item in await ItemsAsync("transfers?open=true", cancellation))
        {
            var transfer = (Transfer)WireJson.Read<LedgerItem>(JsonSerializer.SerializeToUtf8Bytes(item.GetProperty("transfer")));
            if (transfer is not { Role: TransferRole.Acquiring, State: TransferState.Proposed } || !answered.Add(transfer.Offer.Id)) continue;
            LedgerCommand? answer = SandboxRules.Answer(transfer.Offer.Quantity.Tonnes) switch
            {
                SandboxAnswer.Accept => new AcceptTransfer(transfer.Offer.Id, transfer.Offer.AcquiringAccount is null ? facts.Seller : null, null),
                SandboxAnswer.Refuse => new RefuseTransfer(transfer.Offer.Id, "The sandbox refuses quantities that end in 13."),
                _ => null,
            };
            if (answer is null) talk.Say($"     {own} leaves {transfer.Offer.Id} until {WireInstant.Format(transfer.Offer.DecideBy)}", $"     {own} は {transfer.Offer.Id} に {WireInstant.Format(transfer.Offer.DecideBy)} まで回答しません");
            else await DoAsync(answer, "sandbox answer", cancellation);
        }
    }

    private async Task OfferAsync(CancellationToken cancellation)
    {
        foreach (var item in await ItemsAsync($"inbox?after={read}", cancellation))
        {
            read = item.GetProperty("sequence").GetInt64();
            var content = item.GetProperty("content");
            if (content.GetProperty("type").GetString() != "test" || !content.GetProperty("body").TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String) continue;
            if (SandboxRules.AskedOffer(text.GetString()) is not { } tonnes || !WireInstant.TryParse(item.GetProperty("recordedAt").GetString(), out var at)) continue;
            // Everything follows from the message, so that a sandbox that starts again does not offer a second time.
            var selection = new UnitSelection(facts.Seller, null, new UnitQuantity(tonnes));
            await DoAsync(
                new ProposeTransfer(new TransferId(item.GetProperty("id").GetGuid()), [selection], null, facts.Authorization, null, at + OfferStands), "sandbox offer", cancellation);
        }
    }

    private async Task TellSentAsync(CancellationToken cancellation)
    {
        foreach (var item in await ItemsAsync($"outbox?after={delivered}", cancellation))
        {
            var sequence = item.GetProperty("sequence").GetInt64();
            var isDelivered = item.GetProperty("deliveredAt").ValueKind != JsonValueKind.Null;
            var what = isDelivered ? Receipt(item) : item.GetProperty("parked").GetString() ?? item.GetProperty("lastError").GetString() ?? talk.Pick("waiting", "送信待ち");
            if (told.GetValueOrDefault(sequence) != what) talk.Say($"  -> {sequence,4} {item.GetProperty("content").GetProperty("type").GetString()}: {what}");
            told[sequence] = what;
            if (!isDelivered || sequence != delivered + 1) continue;
            told.Remove(sequence);
            delivered = sequence;
        }
    }

    private static string Receipt(JsonElement item)
    {
        var receipt = item.GetProperty("receiptContent");
        var outcome = receipt.GetProperty("outcome").GetString();
        return receipt.GetProperty("refusal") is { ValueKind: JsonValueKind.Object } refusal ? $"{outcome}, {refusal.GetProperty("rule")} {refusal.GetProperty("english").GetString()}" : $"{outcome}";
    }

    private async Task DoAsync(LedgerCommand command, string purpose, CancellationToken cancellation)
    {
        var answer = await client.ExecuteAsync(registry, command, OperatorClient.KeyOf(purpose, command), isDryRun: false, cancellation);
        if (answer is CommandRefused refused)
            talk.Say($"     {own}: {purpose}: {refused.Rule} {refused.English}", $"     {own}：{purpose}：{refused.Rule} {refused.Japanese}");
    }

    private async Task<IReadOnlyList<JsonElement>> ItemsAsync(string what, CancellationToken cancellation) =>
        await client.FindAsync($"{Place}/{what}{(what.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit={PageMax}", cancellation) is { } page
            ? [.. page.GetProperty("items").EnumerateArray()]
            : [];
}
