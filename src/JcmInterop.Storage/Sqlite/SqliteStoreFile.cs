using JcmInterop.Storage.Troubles;
using Microsoft.Data.Sqlite;

namespace JcmInterop.Storage.Sqlite;

/// <summary>Opens the file of a store: alone, writable, undamaged, and in the layout of this version.</summary>
internal static class SqliteStoreFile
{
    private const long ApplicationId = 0x4A434D49;
    private const int CacheKibibytes = 64 * 1024;

    // Larger steps from log to file mean fewer synchronisations and a longer recovery; 16 MiB are read back in a fraction of a second.
    private const int LogPagesMax = 4096;

    /// <summary>Takes the lock that keeps a second process away for as long as the returned stream is open.</summary>
    public static FileStream Lock(string path)
    {
        if (Directory.Exists(path)) throw new StoreMissingException(path);
        var directory = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(directory)) throw new StoreMissingException(directory);
        if (IsReadOnly(directory)) throw new StoreReadOnlyException(directory);
        if (File.Exists(path) && IsReadOnly(path)) throw new StoreReadOnlyException(path);
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new StoreReadOnlyException(directory, error);
        }
        catch (IOException error)
        {
            throw new StoreLockedException(path, error);
        }
    }

    public static SqliteConnection OpenWriter(string path, SqliteStoreOptions options)
    {
        var connection = new SqliteConnection(ConnectionString(path, options, SqliteOpenMode.ReadWriteCreate, pooling: false));
        try
        {
            connection.Open();
            Prepare(connection, path, options);
            return connection;
        }
        catch (SqliteException error) when (SqliteErrors.IsTrouble(error))
        {
            connection.Dispose();
            throw SqliteErrors.Trouble(path, error);
        }
        catch (StoreUnavailableException)
        {
            connection.Dispose();
            throw;
        }
    }

    public static string ConnectionString(string path, SqliteStoreOptions options, SqliteOpenMode mode, bool pooling) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = pooling,
            DefaultTimeout = (int)Math.Ceiling(options.BusyTimeout.TotalSeconds),
        }.ToString();

    /// <summary>Examines the whole file and names the first damage found, or nothing.</summary>
    public static string? FindDamage(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        var answer = (string?)command.ExecuteScalar();
        return answer == "ok" ? null : answer ?? "no answer";
    }

    /// <summary>Gives the write-ahead log its whole length before the first commit. A commit that only overwrites the log is durable several times sooner than one
    /// that makes the file longer, because the file system has nothing else to synchronise.</summary>
    /// <remarks>The pages are written by a transaction too large for the cache and taken back, so the store itself does not change. Where there is no room, the log
    /// grows as it is used.</remarks>
    public static void GrowLog(SqliteConnection connection)
    {
        const int cachePagesMeanwhile = 64;
        try
        {
            Execute(connection, $"PRAGMA cache_size = {cachePagesMeanwhile}; BEGIN IMMEDIATE; CREATE TABLE log_growth (pages BLOB)");
            Execute(connection, $"INSERT INTO log_growth VALUES (zeroblob({LogPagesMax * SqliteStoreOptions.PageBytes}))");
        }
        catch (SqliteException error) when (SqliteErrors.IsTrouble(error))
        {
            // The commits that follow meet the same trouble and tell of it.
        }
        finally
        {
            if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0) Execute(connection, "ROLLBACK");
            Execute(connection, $"PRAGMA cache_size = -{CacheKibibytes}");
        }
    }

    private static void Prepare(SqliteConnection connection, string path, SqliteStoreOptions options)
    {
        // The page size has to be set before the first table is made, and the journal mode outside any transaction.
        Execute(connection, $"PRAGMA busy_timeout = {(long)options.BusyTimeout.TotalMilliseconds}; PRAGMA page_size = {SqliteStoreOptions.PageBytes}");
        Execute(connection, $"PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -{CacheKibibytes}; PRAGMA wal_autocheckpoint = {LogPagesMax}");
        if (Number(connection, "SELECT count(*) FROM sqlite_schema") > 0)
        {
            if (Number(connection, "PRAGMA application_id") != ApplicationId) throw new StoreDamagedException($"{path}, application id");
            if (new FileInfo(path).Length <= SqliteStoreOptions.CheckedAtOpenBytesMax && FindDamage(connection) is { } damage)
                throw new StoreDamagedException($"{path}: {damage}");
        }
        if (Text(connection, "PRAGMA journal_mode = WAL") != "wal") throw new StoreFailedException($"{path}, write-ahead log");
        SqliteMigrations.Run(connection, path);
        if (options.FileBytesMax is { } bytes) Execute(connection, $"PRAGMA max_page_count = {Math.Max(1, bytes / SqliteStoreOptions.PageBytes)}");
    }

    private static bool IsReadOnly(string path)
    {
        if (OperatingSystem.IsWindows()) return File.Exists(path) && File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly);

        // Without any write bit nobody is meant to write, not even a process with all rights.
        const UnixFileMode writable = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        return (File.GetUnixFileMode(path) & writable) == UnixFileMode.None;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static string Text(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (string)command.ExecuteScalar()!;
    }
}
