using System.Data.Common;
using JcmInterop.Storage.Audit;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Relational;
using JcmInterop.Storage.Troubles;
using Microsoft.Data.Sqlite;

namespace JcmInterop.Storage.Sqlite;

/// <summary>The store of an embedded node: one SQLite file with a write-ahead log, synchronised to disk at every commit.</summary>
/// <remarks>
/// <para>Beside the file lie its log and index (<c>-wal</c>, <c>-shm</c>) while it is open, and a lock file (<c>.lock</c>) that keeps a second
/// process away. The lock ends with the process, however it ends.</para>
/// <para>One connection writes; reads run beside it on connections of their own.</para>
/// </remarks>
public sealed partial class SqliteRegistryStore : RelationalRegistryStore
{
    // The log file keeps its length, so that a short write succeeds on a full disk where a commit no longer does.
    private const long FreeBytesMin = 1 << 20;

    private readonly FileStream lockFile;
    private readonly SqliteWriter writer;
    private readonly SqliteReader reader;

    private SqliteRegistryStore(string path, SqliteStoreOptions options, FileStream lockFile, SqliteConnection connection)
    {
        Path = path;
        this.lockFile = lockFile;
        writer = new SqliteWriter(connection, path);
        reader = new SqliteReader(path, SqliteStoreFile.ConnectionString(path, options, SqliteOpenMode.ReadOnly, pooling: true));
        ConnectionString = SqliteStoreFile.ConnectionString(path, options, SqliteOpenMode.ReadWrite, pooling: true);
    }

    /// <summary>The name under which Orleans knows the database driver of <see cref="ConnectionString"/>; behind it, it loads Microsoft.Data.Sqlite.</summary>
    public const string OrleansInvariant = "System.Data.SQLite";

    /// <summary>The file, as a full path.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public override string Place => Path;

    /// <summary>For the grain storage of Orleans, whose tables are in the same file.</summary>
    public string ConnectionString { get; }

    /// <summary>Opens the store, creates the file if there is none, and brings it to the layout of this version.</summary>
    /// <exception cref="StoreUnavailableException">One subclass per cause: locked, read-only, damaged, too new, full, missing, failed.</exception>
    public static SqliteRegistryStore Open(SqliteStoreOptions options)
    {
        var path = System.IO.Path.GetFullPath(options.Path);
        var alone = SqliteStoreFile.Lock(path);
        var opened = false;
        try
        {
            var store = new SqliteRegistryStore(path, options, alone, SqliteStoreFile.OpenWriter(path, options));
            opened = true;
            return store;
        }
        finally
        {
            if (!opened) alone.Dispose();
        }
    }

    /// <summary>Examines the whole file for damage; takes about a minute per few gigabytes.</summary>
    /// <returns>The first damage found, or nothing.</returns>
    public Task<string?> FindDamageAsync(CancellationToken cancellation = default) =>
        reader.ReadAsync(connection => Task.FromResult(SqliteStoreFile.FindDamage((SqliteConnection)connection)), cancellation);

    /// <inheritdoc/>
    public override Task CommitAsync(CommitBatch batch) => writer.RunAsync(session =>
    {
        SqliteCommit.Write(session, batch);
        return true;
    });

    /// <inheritdoc/>
    public override Task RecordAsync(AuditEntry entry) => writer.RunAsync(session =>
    {
        SqliteCommit.WriteAudit(session, entry);
        return true;
    });

    private protected override Task WriteProofAsync() => new DriveInfo(Path).AvailableFreeSpace < FreeBytesMin
        ? throw new StoreFullException(Path)
        : writer.RunAsync(session => session.Run("UPDATE registry_head SET registry = registry"));

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        reader.Dispose();
        await lockFile.DisposeAsync();
    }

    private protected override Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation) => reader.ReadAsync(read, cancellation);

    private protected override Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellation) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: true));
}
