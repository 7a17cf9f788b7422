using System.Text.Json;
using JcmInterop.Domain.Parties;
using JcmInterop.Grains.Registries;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;
using JcmInterop.Server.Hosting;
using JcmInterop.Storage;
using JcmInterop.Storage.Exchange;
using JcmInterop.Storage.Journal;

namespace JcmInterop.Server.Reading;

/// <summary>Reads the outbox, the inbox and the journal.</summary>
internal static class MessageEndpoints
{
    public static void Map(RouteGroupBuilder registry)
    {
        registry.MapGet("/outbox", OutboxAsync);
        registry.MapGet("/inbox", InboxAsync);
        registry.MapGet("/journal", JournalAsync);
    }

    private static async Task<IResult> OutboxAsync(string registry, HttpRequest request, IRegistryStore store)
    {
        if (PageRequest.ReadNumber(request, IMessageStore.PageMessagesMax, out var problem) is not { } page) return problem!;
        var messages = await store.ReadSentAsync(BilateralRegistryId.Parse(registry), page.After, page.Limit, request.HttpContext.RequestAborted);
        return JsonAnswer.Page(messages, Write, messages.Count < page.Limit ? null : StateEndpoints.Text(messages[^1].Message.Sequence));
    }

    private static async Task<IResult> InboxAsync(string registry, HttpRequest request, IRegistryStore store)
    {
        if (PageRequest.ReadNumber(request, IMessageStore.PageMessagesMax, out var problem) is not { } page) return problem!;
        var messages = await store.ReadReceivedAsync(BilateralRegistryId.Parse(registry), page.After, page.Limit, request.HttpContext.RequestAborted);
        return JsonAnswer.Page(messages, Write, messages.Count < page.Limit ? null : StateEndpoints.Text(messages[^1].Sequence));
    }

    private static async Task<IResult> JournalAsync(string registry, HttpRequest request, IRegistryStore store, RegistryGrains grains, RegistryTails tails, IHostApplicationLifetime node)
    {
        if (PageRequest.ReadNumber(request, IJournalReader.PageRowsMax, out var problem) is not { } page) return problem!;
        if (PageRequest.ReadWait(request, out problem) is not { } wait) return problem!;
        var id = BilateralRegistryId.Parse(registry);
        IReadOnlyList<JournalRow> rows = [];
        if (wait > TimeSpan.Zero)
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(request.HttpContext.RequestAborted, node.ApplicationStopping);
            Task grown = grains.Of(registry).Beyond(page.After, wait).WaitAsync(ending.Token);
            await grown.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            rows = tails.Of(id).RowsAfter(page.After, page.Limit);
        }

        if (rows.Count == 0) rows = await store.ReadJournalAsync(id, page.After, page.Limit, request.HttpContext.RequestAborted);
        return JsonAnswer.Page(rows, Write, rows.Count < page.Limit ? null : StateEndpoints.Text(rows[^1].Position));
    }

    private static void Write(Utf8JsonWriter json, JournalRow row)
    {
        json.WriteStartObject();
        json.WriteNumber("position", row.Position);
        json.WriteString("recordedAt", WireInstant.Format(row.Entry.RecordedAt));
        json.WriteString("kind", row.Entry.Kind);
        json.WriteString("previousHash", row.PreviousHash.ToBase64Url());
        json.WriteString("hash", row.Hash.ToBase64Url());
        json.WriteRaw("payload", row.Entry.Payload);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SentMessage sent)
    {
        var (message, delivery) = (sent.Message, sent.Delivery);
        json.WriteStartObject();
        Write(json, message.Sequence, message.MessageId, message.RecordedAt, message.Bytes);
        json.WriteString("deliveredAt", delivery.DeliveredAt is { } at ? WireInstant.Format(at) : null);
        json.WriteNumber("failedAttempts", delivery.Attempts);
        json.WriteString("lastError", delivery.LastError);
        json.WriteString("nextAttemptAt", delivery.NextAttemptAt is { } next ? WireInstant.Format(next) : null);
        json.WriteString("parked", delivery.ParkedReason);
        WriteReceipt(json, delivery.Receipt);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReceivedMessage message)
    {
        json.WriteStartObject();
        Write(json, message.Sequence, message.MessageId, message.RecordedAt, message.Bytes);
        WriteReceipt(json, message.Receipt);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, long sequence, Guid id, DateTimeOffset recordedAt, ReadOnlyMemory<byte> bytes)
    {
        json.WriteNumber("sequence", sequence);
        json.WriteString("id", id);
        json.WriteString("recordedAt", WireInstant.Format(recordedAt));
        json.WriteRaw("content", Content(bytes));
        json.WriteRaw("signed", bytes);
    }

    private static void WriteReceipt(Utf8JsonWriter json, ReadOnlyMemory<byte>? receipt)
    {
        json.WriteRaw("receiptContent", receipt is { } bytes ? Content(bytes) : null);
        json.WriteRaw("receipt", receipt);
    }

    // What was signed, readable; the signed bytes themselves stand beside it.
    private static ReadOnlyMemory<byte>? Content(ReadOnlyMemory<byte> bytes) => Jws.TryRead(bytes, out var jws, out _) ? jws!.Payload : null;
}
