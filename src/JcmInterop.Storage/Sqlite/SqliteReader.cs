using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace JcmInterop.Storage.Sqlite;

/// <summary>Runs reads beside the writer, each on a pooled connection that cannot write.</summary>
internal sealed class SqliteReader(string path, string connectionString) : IDisposable
{
    // SQLite answers in the thread that asks, so a read gets a thread of its own.
    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation) => Task.Run(() => ReadHereAsync(read), cancellation);

    public void Dispose()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private async Task<T> ReadHereAsync<T>(Func<DbConnection, Task<T>> read)
    {
        try
        {
            await using var connection = new SqliteConnection(connectionString);
            await connection.OpenAsync();
            return await read(connection);
        }
        catch (SqliteException error) when (SqliteErrors.IsTrouble(error))
        {
            throw SqliteErrors.Trouble(path, error);
        }
    }
}
