using System.Globalization;
using JcmInterop.Benchmarks.Exchange;
using JcmInterop.Storage;
using JcmInterop.Storage.Sqlite;
using JcmInterop.Storage.State;
using Microsoft.Data.Sqlite;

namespace JcmInterop.Benchmarks.Large;

/// <summary>A file of SQLite.</summary>
internal sealed class SqliteLargeStore(string path) : LargeStore(path)
{
    public override IRegistryStore Open() => SqliteRegistryStore.Open(new SqliteStoreOptions(Place));

    protected override async Task WriteAsync(IEnumerable<StateChange> rows)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Place, Pooling = false }.ToString());
        await connection.OpenAsync();
        await RunAsync(connection, "PRAGMA synchronous = OFF; PRAGMA cache_size = -262144");
        var indexes = new List<(string Name, string Sql)>();
        await using (var ask = Command(connection, "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'unit_block' AND sql IS NOT NULL"))
        await using (var reader = await ask.ExecuteReaderAsync())
            while (await reader.ReadAsync()) indexes.Add((reader.GetString(0), reader.GetString(1)));
        foreach (var (name, _) in indexes) await RunAsync(connection, $"DROP INDEX {name}");
        await RunAsync(connection, "BEGIN");
        await using (var block = Insert(connection, "unit_block", 15))
        await using (var account = Insert(connection, "account", 5))
        await using (var item = Insert(connection, "item", 4))
            foreach (var row in rows) Run(row, block, account, item);
        await RunAsync(connection, "COMMIT");
        Console.Error.WriteLine("making the indexes");
        foreach (var (_, sql) in indexes) await RunAsync(connection, sql);
        await RunAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static void Run(StateChange row, SqliteCommand block, SqliteCommand account, SqliteCommand item)
    {
        var (registry, body) = (BenchFacts.Thai.Registry.ToString(), row.Body!.Value.ToArray());
        switch (row.Columns)
        {
            case UnitBlockColumns c:
                Run(block, registry, row.Key, c.Prefix, c.First, c.Final, c.Suffix, c.Account, c.IsInAccount ? 1L : 0L, c.Project, (long)c.Vintage, c.Status, c.ItmoStem, c.ItmoFirst, c.ItmoFinal, body);
                break;
            case AccountColumns c:
                Run(account, registry, row.Key, c.Kind, c.Holder, body);
                break;
            default:
                Run(item, registry, row.Kind, row.Key, body);
                break;
        }
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Insert(SqliteConnection connection, string table, int columns)
    {
        var names = Enumerable.Range(1, columns).Select(i => string.Create(CultureInfo.InvariantCulture, $"$p{i}")).ToList();
        var command = Command(connection, $"INSERT OR REPLACE INTO {table} VALUES ({string.Join(", ", names)})");
        foreach (var name in names) command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return command;
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = Command(connection, sql);
        await command.ExecuteNonQueryAsync();
    }
}
