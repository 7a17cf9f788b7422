using JcmInterop.Domain.Parties;
using JcmInterop.Storage.Exchange;
using Npgsql;
using static JcmInterop.Storage.Relational.Rows.ColumnValues;

namespace JcmInterop.Storage.Postgres;

/// <content>What becomes of messages to the partner.</content>
public sealed partial class PostgresRegistryStore
{
    private const string CountFailure =
        "UPDATE outbox SET attempts = attempts + 1, last_error = $3, next_attempt_at = $4 WHERE registry = $1 AND sequence = $2 AND delivered_at IS NULL";

    private const string Park =
        "UPDATE outbox SET parked_reason = $3, next_attempt_at = NULL WHERE registry = $1 AND sequence = $2 AND delivered_at IS NULL";

    /// <inheritdoc/>
    public override async Task MarkAttemptFailedAsync(BilateralRegistryId registry, long sequence, string error, DateTimeOffset nextAttemptAt)
    {
        var rows = await ChangeAsync(
            CountFailure, c => c.With(registry.ToString()).With(sequence).With(DeliveryText.Cut(error)).With(Instant(nextAttemptAt)));
        if (rows != 1) throw DeliveryDefects.NotWaiting(registry, sequence);
    }

    /// <inheritdoc/>
    public override async Task ParkAsync(BilateralRegistryId registry, long sequence, string? reason)
    {
        var rows = await ChangeAsync(Park, c => c.With(registry.ToString()).With(sequence).With(DeliveryText.Cut(reason)));
        if (rows != 1) throw DeliveryDefects.NotWaiting(registry, sequence);
    }

    private async Task<int> ChangeAsync(string sql, Func<NpgsqlBatchCommand, NpgsqlBatchCommand> values)
    {
        try
        {
            await using var statement = source.CreateBatch();
            values(statement.Add(sql));
            return await statement.ExecuteNonQueryAsync();
        }
        catch (NpgsqlException error) when (PostgresErrors.IsTrouble(error))
        {
            throw PostgresErrors.Trouble(Place, error);
        }
    }
}
