using Microsoft.Data.Sqlite;

namespace JcmInterop.Storage.Sqlite;

/// <summary>Runs reads beside the writer, each on a pooled connection that cannot write.</summary>
internal sealed class SqliteReader(string path, string connectionString) : IDisposable
{
    public Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellation) => Task.Run(() => Read(read), cancellation);

    public void Dispose()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private T Read<T>(Func<SqliteConnection, T> read)
    {
        try
        {
            using var connection = new SqliteConnection(connectionString);
            connection.Open();
            return read(connection);
        }
        catch (SqliteException error) when (SqliteErrors.IsTrouble(error))
        {
            throw SqliteErrors.Trouble(path, error);
        }
    }
}
