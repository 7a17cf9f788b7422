using Microsoft.Data.Sqlite;

namespace JcmInterop.Storage.Sqlite;

/// <summary>A prepared statement that is run again and again with other values.</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand command;

    public Statement(SqliteConnection connection, string sql, int values)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= values; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"?{i}" });
        command.Prepare();
    }

    /// <summary>Runs the statement with values for ?1, ?2 and so on.</summary>
    /// <returns>Number of rows changed.</returns>
    public int Run(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command.ExecuteNonQuery();
    }

    public void Dispose() => command.Dispose();
}
