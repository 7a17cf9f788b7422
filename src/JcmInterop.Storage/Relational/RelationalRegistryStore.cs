using System.Data.Common;
using Dapper;
using JcmInterop.Storage.Audit;
using JcmInterop.Storage.Commits;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Storage.Relational;

/// <summary>What the stores in relational databases have in common: the tables, and every question asked of them.</summary>
/// <remarks>The tables have the same columns in every database, so a question is written once. What is written, and how, differs by database.</remarks>
public abstract partial class RelationalRegistryStore : IRegistryStore
{
    private protected RelationalRegistryStore()
    {
    }

    /// <inheritdoc/>
    public abstract Task CommitAsync(CommitBatch batch);

    /// <inheritdoc/>
    public abstract Task RecordAsync(AuditEntry entry);

    /// <inheritdoc/>
    public abstract Task MarkAttemptFailedAsync(BilateralRegistryId registry, long sequence, string error, DateTimeOffset nextAttemptAt);

    /// <inheritdoc/>
    public abstract Task ParkAsync(BilateralRegistryId registry, long sequence, string? reason);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>Asks on a connection of its own, beside the writers, and turns the database's failures into their causes.</summary>
    private protected abstract Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation);

    /// <summary>Begins a transaction that sees one instant.</summary>
    private protected abstract Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellation);

    private Task<IReadOnlyList<TValue>> ListAsync<TRow, TValue>(string sql, object? values, Func<TRow, TValue> value, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<TValue>>(
            async connection => [.. (await connection.QueryAsync<TRow>(new CommandDefinition(sql, values, cancellationToken: cancellation))).Select(value)],
            cancellation);
}
