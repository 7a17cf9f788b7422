using System.Data.Common;
using Dapper;
using JcmInterop.Storage.Copying;
using Npgsql;

namespace JcmInterop.Storage.Postgres;

/// <content>Giving the whole record to another store, and taking one.</content>
public sealed partial class PostgresRegistryStore
{
    private const string SelectColumns =
        """
        SELECT c.table_name, c.column_name, c.is_identity = 'YES'
        FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
        WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'
        """;

    internal override async Task<IReadOnlyList<CopiedTable>> TablesAsync(DbConnection connection, CancellationToken cancellation) => CopiedTable.Of(
        await connection.QueryAsync<(string Table, string Column, bool IsNumber)>(new CommandDefinition(SelectColumns, cancellationToken: cancellation)));

    internal override async Task TakeCopyAsync(Func<TableWrite, Task> copy, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await copy((table, rows) => WriteAsync(connection, table, rows, cancellation));
            await transaction.CommitAsync(cancellation);
        }
        catch (NpgsqlException error) when (PostgresErrors.IsTrouble(error))
        {
            throw PostgresErrors.Trouble(Place, error);
        }
    }

    private static async Task<long> WriteAsync(NpgsqlConnection connection, CopiedTable table, IAsyncEnumerable<object[]> rows, CancellationToken cancellation)
    {
        await using var import = await connection.BeginBinaryImportAsync($"COPY {table.Name} ({string.Join(", ", table.Columns)}) FROM STDIN (FORMAT BINARY)", cancellation);
        await foreach (var row in rows.WithCancellation(cancellation)) await import.WriteRowAsync(cancellation, row);
        return (long)await import.CompleteAsync(cancellation);
    }
}
