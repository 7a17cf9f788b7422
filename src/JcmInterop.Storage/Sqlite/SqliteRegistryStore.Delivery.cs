using JcmInterop.Domain.Parties;
using JcmInterop.Storage.Exchange;
using static JcmInterop.Storage.Relational.Rows.ColumnValues;

namespace JcmInterop.Storage.Sqlite;

/// <content>What becomes of messages to the partner.</content>
public sealed partial class SqliteRegistryStore
{
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

    private async Task ChangeDeliveryAsync(BilateralRegistryId registry, long sequence, string sql, params SqlValue[] values) =>
        await writer.RunAsync(session => session.Run(sql, values) == 1 ? true : throw DeliveryDefects.NotWaiting(registry, sequence));
}
