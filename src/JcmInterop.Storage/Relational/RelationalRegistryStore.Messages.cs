using JcmInterop.Domain.Parties;
using JcmInterop.Storage.Exchange;
using JcmInterop.Storage.Relational.Rows;
using static JcmInterop.Storage.Relational.Rows.ColumnValues;

namespace JcmInterop.Storage.Relational;

/// <content>Messages to and from the partner.</content>
public abstract partial class RelationalRegistryStore
{
    private const string SelectInbox =
        """
        SELECT sequence, message_id AS MessageId, hash, sent_at AS SentAt, bytes, receipt, recorded_at AS RecordedAt, journal_position AS JournalPosition
        FROM inbox
        """;

    private const string SelectOutbox =
        """
        SELECT registry, sequence, message_id AS MessageId, hash, sent_at AS SentAt, bytes, recorded_at AS RecordedAt, attempts,
            last_error AS LastError, next_attempt_at AS NextAttemptAt, parked_reason AS ParkedReason, delivered_at AS DeliveredAt, receipt,
            journal_position AS JournalPosition, receipt_position AS ReceiptPosition
        FROM outbox
        """;

    /// <inheritdoc/>
    public Task<IReadOnlyList<SentMessage>> NextUndeliveredAsync(
        BilateralRegistryId registry, int messagesMax, CancellationToken cancellation = default)
    {
        PageSize.Check(messagesMax, IMessageStore.PageMessagesMax);
        return SentAsync(
            "WHERE registry = @registry AND delivered_at IS NULL ORDER BY sequence LIMIT @messagesMax",
            new { registry = registry.ToString(), messagesMax },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<OutboxStatus>> OutboxesAsync(CancellationToken cancellation = default) => ListAsync<OutboxRow, OutboxStatus>(
        """
        SELECT o.registry, o.sequence, o.recorded_at AS RecordedAt, o.attempts, o.last_error AS LastError,
            o.next_attempt_at AS NextAttemptAt, o.parked_reason AS ParkedReason, w.undelivered AS Undelivered
        FROM (SELECT registry, min(sequence) AS sequence, count(*) AS undelivered
              FROM outbox WHERE delivered_at IS NULL GROUP BY registry) w
        JOIN outbox o ON o.registry = w.registry AND o.sequence = w.sequence
        ORDER BY o.registry
        """,
        null,
        row => row.Status(),
        cancellation);

    /// <inheritdoc/>
    public async Task<SentMessage?> FindSentAsync(BilateralRegistryId registry, long sequence, CancellationToken cancellation = default) =>
        (await SentAsync("WHERE registry = @registry AND sequence = @sequence", new { registry = registry.ToString(), sequence }, cancellation))
        .SingleOrDefault();

    /// <inheritdoc/>
    public async Task<SentMessage?> FindSentAsync(BilateralRegistryId registry, Guid messageId, CancellationToken cancellation = default) =>
        (await SentAsync("WHERE registry = @registry AND message_id = @id", new { registry = registry.ToString(), id = Bytes(messageId) }, cancellation))
        .SingleOrDefault();

    /// <inheritdoc/>
    public async Task<ReceivedMessage?> FindReceivedAsync(BilateralRegistryId registry, long sequence, CancellationToken cancellation = default) =>
        (await ReceivedAsync("WHERE registry = @registry AND sequence = @sequence", new { registry = registry.ToString(), sequence }, cancellation))
        .SingleOrDefault();

    /// <inheritdoc/>
    public async Task<ReceivedMessage?> FindReceivedAsync(BilateralRegistryId registry, Guid messageId, CancellationToken cancellation = default) =>
        (await ReceivedAsync("WHERE registry = @registry AND message_id = @id", new { registry = registry.ToString(), id = Bytes(messageId) }, cancellation))
        .SingleOrDefault();

    /// <inheritdoc/>
    public async Task<ReceivedMessage?> FindReceivedAsync(BilateralRegistryId registry, Guid messageId, long sequence, CancellationToken cancellation = default)
    {
        var known = await ReceivedAsync(
            "WHERE registry = @registry AND (message_id = @id OR sequence = @sequence)", new { registry = registry.ToString(), id = Bytes(messageId), sequence }, cancellation);
        return known.FirstOrDefault(m => m.MessageId == messageId) ?? (known is [var withNumber, ..] ? withNumber : null);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<SentMessage>> ReadSentAsync(
        BilateralRegistryId registry, long afterSequence, int messagesMax, CancellationToken cancellation = default)
    {
        PageSize.Check(messagesMax, IMessageStore.PageMessagesMax);
        return SentAsync(
            "WHERE registry = @registry AND sequence > @afterSequence ORDER BY sequence LIMIT @messagesMax",
            new { registry = registry.ToString(), afterSequence, messagesMax },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReceivedMessage>> ReadReceivedAsync(
        BilateralRegistryId registry, long afterSequence, int messagesMax, CancellationToken cancellation = default)
    {
        PageSize.Check(messagesMax, IMessageStore.PageMessagesMax);
        return ReceivedAsync(
            "WHERE registry = @registry AND sequence > @afterSequence ORDER BY sequence LIMIT @messagesMax",
            new { registry = registry.ToString(), afterSequence, messagesMax },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<TransferMessage>> MessagesOfTransferAsync(
        BilateralRegistryId registry, string transferId, CancellationToken cancellation = default) => ListAsync<TransferMessageRow, TransferMessage>(
        $"""
        SELECT t.direction, t.sequence, COALESCE(i.message_id, o.message_id) AS MessageId, COALESCE(i.hash, o.hash) AS Hash,
            COALESCE(i.bytes, o.bytes) AS Bytes, COALESCE(i.receipt, o.receipt) AS Receipt, COALESCE(i.recorded_at, o.recorded_at) AS RecordedAt,
            COALESCE(i.journal_position, o.journal_position) AS JournalPosition, COALESCE(i.journal_position, o.receipt_position) AS ReceiptPosition
        FROM transfer_message t
        LEFT JOIN inbox i ON t.direction = 1 AND i.registry = t.registry AND i.sequence = t.sequence
        LEFT JOIN outbox o ON t.direction = 0 AND o.registry = t.registry AND o.sequence = t.sequence
        WHERE t.registry = @registry AND t.transfer_id = @transferId AND COALESCE(i.sequence, o.sequence) IS NOT NULL
        ORDER BY JournalPosition NULLS FIRST, RecordedAt, t.direction DESC, t.sequence LIMIT {IMessageStore.TransferMessagesMax}
        """,
        new { registry = registry.ToString(), transferId },
        row => row.Value(),
        cancellation);

    private Task<IReadOnlyList<SentMessage>> SentAsync(string where, object values, CancellationToken cancellation) =>
        ListAsync<OutboxRow, SentMessage>($"{SelectOutbox} {where}", values, row => row.Value(), cancellation);

    private Task<IReadOnlyList<ReceivedMessage>> ReceivedAsync(string where, object values, CancellationToken cancellation) =>
        ListAsync<InboxRow, ReceivedMessage>($"{SelectInbox} {where}", values, row => row.Value(), cancellation);
}
