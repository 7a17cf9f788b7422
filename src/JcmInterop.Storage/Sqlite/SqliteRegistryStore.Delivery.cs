using Dapper;
using JcmInterop.Domain.Parties;
using JcmInterop.Storage.Exchange;
using static JcmInterop.Storage.Relational.Rows.ColumnValues;

namespace JcmInterop.Storage.Sqlite;

/// <content>What becomes of messages to the partner.</content>
public sealed partial class SqliteRegistryStore
{
    /// <inheritdoc/>
    public override Task<bool> MarkDeliveredAsync(BilateralRegistryId registry, long sequence, ReadOnlyMemory<byte> receipt, DateTimeOffset at) =>
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
    public override Task MarkAttemptFailedAsync(BilateralRegistryId registry, long sequence, string error, DateTimeOffset nextAttemptAt) =>
        ChangeDeliveryAsync(
            registry, sequence,
            "UPDATE outbox SET attempts = attempts + 1, last_error = ?3, next_attempt_at = ?4 WHERE registry = ?1 AND sequence = ?2 AND delivered_at IS NULL",
            registry.ToString(), sequence, DeliveryText.Cut(error), Instant(nextAttemptAt));

    /// <inheritdoc/>
    public override Task ParkAsync(BilateralRegistryId registry, long sequence, string? reason) => ChangeDeliveryAsync(
        registry, sequence,
        "UPDATE outbox SET parked_reason = ?3, next_attempt_at = NULL WHERE registry = ?1 AND sequence = ?2 AND delivered_at IS NULL",
        registry.ToString(), sequence, DeliveryText.Cut(reason));

    private async Task ChangeDeliveryAsync(BilateralRegistryId registry, long sequence, string sql, params object?[] values) =>
        await writer.RunAsync(session => session.Run(sql, values) == 1 ? true : throw DeliveryDefects.NotWaiting(registry, sequence));
}
