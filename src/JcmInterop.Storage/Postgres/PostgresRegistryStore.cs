using System.Data;
using System.Data.Common;
using JcmInterop.Domain.Parties;
using JcmInterop.Storage.Audit;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.Relational;
using JcmInterop.Storage.Troubles;
using Npgsql;

namespace JcmInterop.Storage.Postgres;

/// <summary>The store of a node on a PostgreSQL server, version 13 or later; the silos of a cluster share it.</summary>
/// <remarks>A commit is one round trip and one transaction. The commits of different registries run side by side; two writers of one registry
/// meet at the registry's head, where the second is refused.</remarks>
public sealed partial class PostgresRegistryStore : RelationalRegistryStore
{
    /// <summary>The name under which Orleans knows the database driver.</summary>
    public const string OrleansInvariant = "Npgsql";

    private const string Settle = "UPDATE registry_head SET registry = registry WHERE registry = $1";

    // A message in the server's own log, which nobody reads, is enough to make the commit wait for the disk and for the standbys.
    private const string Proof = "SELECT pg_logical_emit_message(true, 'jcm', '')";

    // Room is asked for where a commit found none; the table ends with its transaction.
    private const string Room = "CREATE TEMPORARY TABLE jcm_room ON COMMIT DROP AS SELECT repeat(md5(i::text), 200) AS filler FROM generate_series(1, 64) AS i";

    private const string WaitsForStandby = "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE usename = current_user AND datname = current_database() AND wait_event = 'SyncRep')";

    private readonly NpgsqlDataSource source;
    private volatile bool wasFull;

    private PostgresRegistryStore(string place, NpgsqlDataSource source, NpgsqlDataSource documents)
    {
        Place = place;
        this.source = source;
        Documents = documents;
    }

    /// <inheritdoc/>
    public override string Place { get; }

    /// <summary>Connections for Orleans, whose tables are in the same database: a pool of their own, so that no load on the registries delays the members of the cluster.</summary>
    public NpgsqlDataSource Documents { get; }

    /// <summary>Opens the store and brings the database to the layout of this version; a new database gets all of it.</summary>
    /// <exception cref="StoreUnavailableException">One subclass per cause: unreachable, no access, read-only, too new, full, failed.</exception>
    public static PostgresRegistryStore Open(PostgresStoreOptions options)
    {
        var connection = PostgresServer.Read(options);
        var place = PostgresServer.Place(connection);
        var pool = PostgresServer.Open(connection);
        var opened = false;
        try
        {
            PostgresMigrations.Run(pool, place);
            // What the scripts set on their connections ends with them.
            pool.Clear();
            opened = true;
            return new PostgresRegistryStore(place, pool, PostgresServer.Open(connection));
        }
        catch (NpgsqlException error)
        {
            throw PostgresErrors.Trouble(place, error);
        }
        finally
        {
            if (!opened) pool.Dispose();
        }
    }

    /// <inheritdoc/>
    public override async Task CommitAsync(CommitBatch batch)
    {
        try
        {
            await PostgresWrites.WriteAsync(source, Place, statements => PostgresCommit.Add(statements, batch));
        }
        catch (PostgresException error) when (PostgresErrors.IsFork(error))
        {
            throw new JournalForkedException(batch.Registry, PostgresCommit.Place(batch, error), error);
        }
        catch (NpgsqlException error) when (PostgresErrors.IsTrouble(error))
        {
            var trouble = PostgresErrors.Trouble(Place, error);
            wasFull |= trouble is StoreFullException;
            throw trouble;
        }
    }

    /// <inheritdoc/>
    /// <remarks>A write of no consequence: the database acknowledges it once the standby has everything before it.</remarks>
    public override async Task SettleAsync(BilateralRegistryId registry)
    {
        try
        {
            await PostgresWrites.WriteAsync(source, Place, statements => statements.Add(Settle).With(registry.ToString()));
        }
        catch (NpgsqlException error) when (PostgresErrors.IsTrouble(error))
        {
            throw PostgresErrors.Trouble(Place, error);
        }
    }

    /// <inheritdoc/>
    public override async Task RecordAsync(AuditEntry entry)
    {
        try
        {
            await PostgresWrites.WriteAsync(source, Place, statements => PostgresCommit.AddAudit(statements, [entry]));
        }
        catch (NpgsqlException error) when (PostgresErrors.IsTrouble(error))
        {
            throw PostgresErrors.Trouble(Place, error);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await Documents.DisposeAsync();
        await source.DisposeAsync();
    }

    private protected override async Task WriteProofAsync()
    {
        try
        {
            await PostgresWrites.WriteAsync(source, Place, statements =>
            {
                statements.Add(Proof);
                if (wasFull) statements.Add(Room);
            });
            wasFull = false;
        }
        catch (NpgsqlException error) when (PostgresErrors.IsTrouble(error))
        {
            throw PostgresErrors.Trouble(Place, error);
        }
    }

    private protected override async Task<StoreUnavailableException> WhySilentAsync(TimeSpan within, TimeProvider time)
    {
        using var patience = new CancellationTokenSource(within, time);
        try
        {
            await using var connection = await source.OpenConnectionAsync(patience.Token);
            await using var question = new NpgsqlCommand(WaitsForStandby, connection);
            return await question.ExecuteScalarAsync(patience.Token) is true ? new StoreStandbyMissingException(Place) : new StoreSilentException(Place);
        }
        catch (NpgsqlException error)
        {
            return PostgresErrors.IsTrouble(error) ? PostgresErrors.Trouble(Place, error) : new StoreSilentException(Place);
        }
        catch (OperationCanceledException)
        {
            return new StoreUnreachableException(Place);
        }
    }

    private protected override async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation)
    {
        try
        {
            return await ReadOnceAsync(read, cancellation);
        }
        catch (NpgsqlException error) when (PostgresErrors.IsDisconnected(error))
        {
            // After the server was started anew every connection of the pool is dead once; asking again changes nothing.
            return await ReadAgainAsync(read, cancellation);
        }
        catch (NpgsqlException error) when (PostgresErrors.IsTrouble(error))
        {
            throw PostgresErrors.Trouble(Place, error);
        }
    }

    private protected override async Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellation) =>
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);

    private async Task<T> ReadAgainAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation)
    {
        try
        {
            return await ReadOnceAsync(read, cancellation);
        }
        catch (NpgsqlException error) when (PostgresErrors.IsTrouble(error))
        {
            throw PostgresErrors.Trouble(Place, error);
        }
    }

    private async Task<T> ReadOnceAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await read(connection);
    }
}
