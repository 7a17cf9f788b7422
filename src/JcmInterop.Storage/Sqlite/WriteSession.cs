using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace JcmInterop.Storage.Sqlite;

/// <summary>The one connection that writes, with its prepared statements. Used by one thread at a time.</summary>
internal sealed class WriteSession(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, Statement> statements = new(StringComparer.Ordinal);

    /// <summary>The row that is being written, for the message should it be there already.</summary>
    public object? Row { get; set; }

    /// <summary>Whether a transaction is open; some errors end it on their own.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    public SqliteConnection Connection => connection;

    /// <summary>Runs a statement, prepared at its first use.</summary>
    public int Run(string sql, params ReadOnlySpan<SqlValue> values)
    {
        if (!statements.TryGetValue(sql, out var statement)) statements.Add(sql, statement = new Statement(connection, sql));
        return statement.Run(values);
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values) statement.Dispose();
        connection.Dispose();
    }
}
