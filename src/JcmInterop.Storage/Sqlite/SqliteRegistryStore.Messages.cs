using Dapper;
using JcmInterop.Domain.Parties;
using JcmInterop.Storage.Exchange;
using JcmInterop.Storage.Sqlite.Rows;
using static JcmInterop.Storage.Sqlite.Statement;

namespace JcmInterop.Storage.Sqlite;

/// <content>Messages to and from the partner.</content>
public sealed partial class SqliteRegistryStore
{
    private const string SelectInbox = "SELECT sequence, message_id AS MessageId, hash, sent_at AS SentAt, bytes, receipt, recorded_at AS RecordedAt FROM inbox";

    private const string SelectOutbox =
        """
        SELECT registry, sequence, message_id AS MessageId, hash, sent_at AS SentAt, bytes, recorded_at AS RecordedAt, attempts,
            last_error AS LastError, next_attempt_at AS NextAttemptAt, parked_reason AS ParkedReason, delivered_at AS DeliveredAt, receipt
        FROM outbox
        """;

    /// <inheritdoc/>
    public Task<IReadOnlyList<SentMessage>> NextUndeliveredAsync(
        BilateralRegistryId registry, int messagesMax, CancellationToken cancellation = default)
    {
        PageSize.Check(messagesMax, IMessageStore.PageMessagesMax);
        return SentAsync(
            "WHERE registry = $registry AND delivered_at IS NULL ORDER BY sequence LIMIT $messagesMax",
            new { registry = registry.ToString(), messagesMax },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<OutboxStatus>> OutboxesAsync(CancellationToken cancellation = default) => reader.ReadAsync<IReadOnlyList<OutboxStatus>>(
        connection => connection
            .Query<OutboxRow>(
                """
                SELECT o.registry, o.sequence, o.recorded_at AS RecordedAt, o.attempts, o.last_error AS LastError,
                    o.next_attempt_at AS NextAttemptAt, o.parked_reason AS ParkedReason, w.undelivered AS Undelivered
                FROM (SELECT registry, min(sequence) AS sequence, count(*) AS undelivered
                      FROM outbox WHERE delivered_at IS NULL GROUP BY registry) w
                JOIN outbox o ON o.registry = w.registry AND o.sequence = w.sequence
                ORDER BY o.registry
                """)
            .Select(row => row.Status())
            .ToList(),
        cancellation);

    /// <inheritdoc/>
    public Task<bool> MarkDeliveredAsync(BilateralRegistryId registry, long sequence, ReadOnlyMemory<byte> receipt, DateTimeOffset at) =>
        writer.RunAsync(session =>
        {
            var rows = session.Run(
                """
                UPDATE outbox SET delivered_at = ?3, receipt = ?4, parked_reason = NULL, next_attempt_at = NULL
                WHERE registry = ?1 AND sequence = ?2 AND delivered_at IS NULL AND NOT EXISTS (
                    SELECT 1 FROM outbox WHERE registry = ?1 AND delivered_at IS NULL AND sequence < ?2)
                """,
                registry.ToString(), sequence, Instant(at), Bytes(receipt));
            if (rows == 1) return true;
            var delivered = session.Connection.ExecuteScalar<long>(
                "SELECT count(*) FROM outbox WHERE registry = $registry AND sequence = $sequence AND delivered_at IS NOT NULL",
                new { registry = registry.ToString(), sequence });
            return delivered == 1 ? false : throw DeliveryDefects.NotNext(registry, sequence);
        });

    /// <inheritdoc/>
    public Task MarkAttemptFailedAsync(BilateralRegistryId registry, long sequence, string error, DateTimeOffset nextAttemptAt) =>
        ChangeDeliveryAsync(
            registry, sequence,
            "UPDATE outbox SET attempts = attempts + 1, last_error = ?3, next_attempt_at = ?4 WHERE registry = ?1 AND sequence = ?2 AND delivered_at IS NULL",
            registry.ToString(), sequence, DeliveryText.Cut(error), Instant(nextAttemptAt));

    /// <inheritdoc/>
    public Task ParkAsync(BilateralRegistryId registry, long sequence, string? reason) => ChangeDeliveryAsync(
        registry, sequence,
        "UPDATE outbox SET parked_reason = ?3, next_attempt_at = NULL WHERE registry = ?1 AND sequence = ?2 AND delivered_at IS NULL",
        registry.ToString(), sequence, DeliveryText.Cut(reason));

    /// <inheritdoc/>
    public async Task<SentMessage?> FindSentAsync(BilateralRegistryId registry, long sequence, CancellationToken cancellation = default) =>
        (await SentAsync("WHERE registry = $registry AND sequence = $sequence", new { registry = registry.ToString(), sequence }, cancellation))
        .SingleOrDefault();

    /// <inheritdoc/>
    public async Task<SentMessage?> FindSentAsync(BilateralRegistryId registry, Guid messageId, CancellationToken cancellation = default) =>
        (await SentAsync("WHERE registry = $registry AND message_id = $id", new { registry = registry.ToString(), id = Bytes(messageId) }, cancellation))
        .SingleOrDefault();

    /// <inheritdoc/>
    public async Task<ReceivedMessage?> FindReceivedAsync(BilateralRegistryId registry, long sequence, CancellationToken cancellation = default) =>
        (await ReceivedAsync("WHERE registry = $registry AND sequence = $sequence", new { registry = registry.ToString(), sequence }, cancellation))
        .SingleOrDefault();

    /// <inheritdoc/>
    public async Task<ReceivedMessage?> FindReceivedAsync(BilateralRegistryId registry, Guid messageId, CancellationToken cancellation = default) =>
        (await ReceivedAsync("WHERE registry = $registry AND message_id = $id", new { registry = registry.ToString(), id = Bytes(messageId) }, cancellation))
        .SingleOrDefault();

    /// <inheritdoc/>
    public Task<IReadOnlyList<SentMessage>> ReadSentAsync(
        BilateralRegistryId registry, long afterSequence, int messagesMax, CancellationToken cancellation = default)
    {
        PageSize.Check(messagesMax, IMessageStore.PageMessagesMax);
        return SentAsync(
            "WHERE registry = $registry AND sequence > $afterSequence ORDER BY sequence LIMIT $messagesMax",
            new { registry = registry.ToString(), afterSequence, messagesMax },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReceivedMessage>> ReadReceivedAsync(
        BilateralRegistryId registry, long afterSequence, int messagesMax, CancellationToken cancellation = default)
    {
        PageSize.Check(messagesMax, IMessageStore.PageMessagesMax);
        return ReceivedAsync(
            "WHERE registry = $registry AND sequence > $afterSequence ORDER BY sequence LIMIT $messagesMax",
            new { registry = registry.ToString(), afterSequence, messagesMax },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<TransferMessage>> MessagesOfTransferAsync(
        BilateralRegistryId registry, string transferId, CancellationToken cancellation = default) => reader.ReadAsync<IReadOnlyList<TransferMessage>>(
        connection => connection
            .Query<TransferMessageRow>(
                $"""
                SELECT t.direction, t.sequence, COALESCE(i.message_id, o.message_id) AS MessageId, COALESCE(i.hash, o.hash) AS Hash,
                    COALESCE(i.bytes, o.bytes) AS Bytes, COALESCE(i.receipt, o.receipt) AS Receipt, COALESCE(i.recorded_at, o.recorded_at) AS RecordedAt
                FROM transfer_message t
                LEFT JOIN inbox i ON t.direction = 1 AND i.registry = t.registry AND i.sequence = t.sequence
                LEFT JOIN outbox o ON t.direction = 0 AND o.registry = t.registry AND o.sequence = t.sequence
                WHERE t.registry = $registry AND t.transfer_id = $transferId AND COALESCE(i.sequence, o.sequence) IS NOT NULL
                ORDER BY t.id LIMIT {IMessageStore.TransferMessagesMax}
                """,
                new { registry = registry.ToString(), transferId })
            .Select(row => row.Value())
            .ToList(),
        cancellation);

    private async Task ChangeDeliveryAsync(BilateralRegistryId registry, long sequence, string sql, params object?[] values) =>
        await writer.RunAsync(session => session.Run(sql, values) == 1 ? true : throw DeliveryDefects.NotWaiting(registry, sequence));

    private Task<IReadOnlyList<SentMessage>> SentAsync(string where, object values, CancellationToken cancellation) =>
        reader.ReadAsync<IReadOnlyList<SentMessage>>(
            connection => connection.Query<OutboxRow>($"{SelectOutbox} {where}", values).Select(row => row.Value()).ToList(), cancellation);

    private Task<IReadOnlyList<ReceivedMessage>> ReceivedAsync(string where, object values, CancellationToken cancellation) =>
        reader.ReadAsync<IReadOnlyList<ReceivedMessage>>(
            connection => connection.Query<InboxRow>($"{SelectInbox} {where}", values).Select(row => row.Value()).ToList(), cancellation);
}
