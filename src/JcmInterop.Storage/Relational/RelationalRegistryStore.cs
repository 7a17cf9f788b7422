using System.Data.Common;
using Dapper;
using JcmInterop.Domain.Parties;
using JcmInterop.Storage.Audit;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Copying;
using JcmInterop.Storage.Troubles;

namespace JcmInterop.Storage.Relational;

/// <summary>What the stores in relational databases have in common: the tables, and every question asked of them.</summary>
/// <remarks>The tables have the same columns in every database, so a question is written once. What is written, and how, differs by database.</remarks>
public abstract partial class RelationalRegistryStore : IRegistryStore
{
    private Task? proof;

    private protected RelationalRegistryStore()
    {
    }

    /// <summary>Where the store is, for people: a file, or server, port and database.</summary>
    public abstract string Place { get; }

    /// <inheritdoc/>
    /// <remarks>What an embedded database shows is on its disk.</remarks>
    public virtual Task SettleAsync(BilateralRegistryId registry) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task ProveAsync(TimeSpan within, TimeProvider time)
    {
        var written = proof is { IsCompleted: false } waiting ? waiting : proof = WriteProofAsync();
        try
        {
            await written.WaitAsync(within, time);
        }
        catch (TimeoutException)
        {
            throw await WhySilentAsync(within / 2, time);
        }
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

    /// <summary>Which tables the record has.</summary>
    internal abstract Task<IReadOnlyList<CopiedTable>> TablesAsync(DbConnection connection, CancellationToken cancellation);

    /// <summary>Takes the rows of another store, all of them in one transaction.</summary>
    internal abstract Task TakeCopyAsync(Func<TableWrite, Task> copy, CancellationToken cancellation);

    /// <summary>Writes something of no consequence, as durably as a commit.</summary>
    private protected abstract Task WriteProofAsync();

    /// <summary>Why a write is not confirmed.</summary>
    private protected virtual Task<StoreUnavailableException> WhySilentAsync(TimeSpan within, TimeProvider time) => Task.FromResult<StoreUnavailableException>(new StoreSilentException(Place));

    /// <summary>Asks in a transaction that sees one instant.</summary>
    internal Task<T> ReadSnapshotAsync<T>(Func<DbConnection, DbTransaction, Task<T>> read, CancellationToken cancellation) => ReadAsync(
        async connection =>
        {
            await using var snapshot = await BeginSnapshotAsync(connection, cancellation);
            return await read(connection, snapshot);
        },
        cancellation);

    /// <summary>Asks on a connection of its own, beside the writers, and turns the database's failures into their causes.</summary>
    private protected abstract Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation);

    /// <summary>Begins a transaction that sees one instant.</summary>
    private protected abstract Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellation);

    private Task<IReadOnlyList<TValue>> ListAsync<TRow, TValue>(string sql, object? values, Func<TRow, TValue> value, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<TValue>>(
            async connection => [.. (await connection.QueryAsync<TRow>(new CommandDefinition(sql, values, cancellationToken: cancellation))).Select(value)],
            cancellation);
}
