using System.Data.Common;
using Dapper;
using JcmInterop.Storage.Copying;
using Microsoft.Data.Sqlite;

namespace JcmInterop.Storage.Sqlite;

/// <content>Giving the whole record to another store, and taking one.</content>
public sealed partial class SqliteRegistryStore
{
    // A table's own number is its integer primary key: the row id.
    private const string SelectColumns =
        """
        SELECT t.name, c.name, CASE WHEN c.pk = 1 AND c.type = 'INTEGER' THEN 1 ELSE 0 END
        FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'
        """;

    internal override async Task<IReadOnlyList<CopiedTable>> TablesAsync(DbConnection connection, CancellationToken cancellation) => CopiedTable.Of(
        (await connection.QueryAsync<(string Table, string Column, long IsNumber)>(new CommandDefinition(SelectColumns, cancellationToken: cancellation)))
        .Select(c => (c.Table, c.Column, c.IsNumber == 1)));

    internal override async Task TakeCopyAsync(Func<TableWrite, Task> copy, CancellationToken cancellation)
    {
        try
        {
            await using var connection = new SqliteConnection(ConnectionString);
            await connection.OpenAsync(cancellation);
            await using var transaction = connection.BeginTransaction(deferred: false);
            await copy((table, rows) => WriteAsync(connection, transaction, table, rows, cancellation));
            await transaction.CommitAsync(cancellation);
        }
        catch (SqliteException error) when (SqliteErrors.IsTrouble(error))
        {
            throw SqliteErrors.Trouble(Path, error);
        }
    }

    private static async Task<long> WriteAsync(
        SqliteConnection connection, SqliteTransaction transaction, CopiedTable table, IAsyncEnumerable<object[]> rows, CancellationToken cancellation)
    {
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"INSERT INTO {table.Name} ({string.Join(", ", table.Columns)}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"?{i + 1}"))})";
        for (var i = 1; i <= table.Columns.Count; i++) insert.Parameters.Add(new SqliteParameter { ParameterName = $"?{i}" });
        var written = 0L;
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            for (var i = 0; i < row.Length; i++) insert.Parameters[i].Value = row[i];
            written += await insert.ExecuteNonQueryAsync(cancellation);
        }

        return written;
    }
}
