using JcmInterop.Domain.Parties;
using JcmInterop.Storage.Exchange;

namespace JcmInterop.Storage.Memory;

/// <content>Messages to and from the partner.</content>
public sealed partial class MemoryRegistryStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<SentMessage>> NextUndeliveredAsync(
        BilateralRegistryId registry, int messagesMax, CancellationToken cancellation = default)
    {
        PageSize.Check(messagesMax, IMessageStore.PageMessagesMax);
        return Page(Known(registry).Sent.Where(m => !m.Delivery.IsDelivered).Take(messagesMax));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<OutboxStatus>> OutboxesAsync(CancellationToken cancellation = default) => Page(
        from registry in registries
        let waiting = registry.Value.Sent.Where(m => !m.Delivery.IsDelivered).ToList()
        where waiting.Count > 0
        orderby registry.Key.ToString()
        select new OutboxStatus(registry.Key, waiting.Count, waiting[0].Message.RecordedAt, waiting[0].Delivery));

    /// <inheritdoc/>
    public Task MarkAttemptFailedAsync(BilateralRegistryId registry, long sequence, string error, DateTimeOffset nextAttemptAt) => ChangeWaiting(
        registry, sequence, d => d with { Attempts = d.Attempts + 1, LastError = DeliveryText.Cut(error), NextAttemptAt = nextAttemptAt });

    /// <inheritdoc/>
    public Task ParkAsync(BilateralRegistryId registry, long sequence, string? reason) =>
        ChangeWaiting(registry, sequence, d => d with { ParkedReason = DeliveryText.Cut(reason), NextAttemptAt = null });

    /// <inheritdoc/>
    public Task<SentMessage?> FindSentAsync(BilateralRegistryId registry, long sequence, CancellationToken cancellation = default) =>
        Task.FromResult(Known(registry).Sent.Find(m => m.Message.Sequence == sequence));

    /// <inheritdoc/>
    public Task<SentMessage?> FindSentAsync(BilateralRegistryId registry, Guid messageId, CancellationToken cancellation = default) =>
        Task.FromResult(Known(registry).Sent.Find(m => m.Message.MessageId == messageId));

    /// <inheritdoc/>
    public Task<ReceivedMessage?> FindReceivedAsync(BilateralRegistryId registry, long sequence, CancellationToken cancellation = default) =>
        Task.FromResult(Known(registry).Received.Find(m => m.Sequence == sequence));

    /// <inheritdoc/>
    public Task<ReceivedMessage?> FindReceivedAsync(BilateralRegistryId registry, Guid messageId, CancellationToken cancellation = default) =>
        Task.FromResult(Known(registry).Received.Find(m => m.MessageId == messageId));

    /// <inheritdoc/>
    public async Task<ReceivedMessage?> FindReceivedAsync(BilateralRegistryId registry, Guid messageId, long sequence, CancellationToken cancellation = default) =>
        await FindReceivedAsync(registry, messageId, cancellation) ?? await FindReceivedAsync(registry, sequence, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SentMessage>> ReadSentAsync(
        BilateralRegistryId registry, long afterSequence, int messagesMax, CancellationToken cancellation = default)
    {
        PageSize.Check(messagesMax, IMessageStore.PageMessagesMax);
        return Page(Known(registry).Sent.Where(m => m.Message.Sequence > afterSequence).Take(messagesMax));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReceivedMessage>> ReadReceivedAsync(
        BilateralRegistryId registry, long afterSequence, int messagesMax, CancellationToken cancellation = default)
    {
        PageSize.Check(messagesMax, IMessageStore.PageMessagesMax);
        return Page(Known(registry).Received.Where(m => m.Sequence > afterSequence).Take(messagesMax));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<TransferMessage>> MessagesOfTransferAsync(
        BilateralRegistryId registry, string transferId, CancellationToken cancellation = default)
    {
        var known = Known(registry);
        return Page(known.Links
            .Where(link => link.TransferId == transferId)
            .SelectMany(link => link.Direction == MessageDirection.Outgoing ? Sent(link) : Received(link))
            .Take(IMessageStore.TransferMessagesMax));

        IEnumerable<TransferMessage> Sent(TransferMessageLink link) => known.Sent
            .Where(m => m.Message.Sequence == link.Sequence)
            .Select(m => new TransferMessage(
                link.Direction, link.Sequence, m.Message.MessageId, m.Message.Hash, m.Message.Bytes, m.Delivery.Receipt, m.Message.RecordedAt,
                m.Message.JournalPosition, m.Delivery.ReceiptPosition));

        IEnumerable<TransferMessage> Received(TransferMessageLink link) => known.Received
            .Where(m => m.Sequence == link.Sequence)
            .Select(m => new TransferMessage(link.Direction, link.Sequence, m.MessageId, m.Hash, m.Bytes, m.Receipt, m.RecordedAt, m.JournalPosition, m.JournalPosition));
    }

    private Task ChangeWaiting(BilateralRegistryId registry, long sequence, Func<DeliveryState, DeliveryState> change)
    {
        lock (gate)
        {
            if (Known(registry).Sent.Find(m => m.Message.Sequence == sequence) is not { Delivery.IsDelivered: false })
                return Task.FromException(DeliveryDefects.NotWaiting(registry, sequence));
            ChangeDelivery(registry, sequence, change);
            return Task.CompletedTask;
        }
    }

    private void ChangeDelivery(BilateralRegistryId registry, long sequence, Func<DeliveryState, DeliveryState> change)
    {
        var known = Known(registry);
        var at = known.Sent.FindIndex(m => m.Message.Sequence == sequence);
        var message = known.Sent[at];
        registries = registries.SetItem(
            registry, known with { Sent = known.Sent.SetItem(at, message with { Delivery = change(message.Delivery) }) });
    }
}
