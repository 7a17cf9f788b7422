using JcmInterop.Benchmarks.Exchange;
using JcmInterop.Storage;
using JcmInterop.Storage.Postgres;
using JcmInterop.Storage.State;
using Npgsql;

namespace JcmInterop.Benchmarks.Large;

/// <summary>A database of PostgreSQL.</summary>
internal sealed class PostgresLargeStore(string place) : LargeStore(place)
{
    public override IRegistryStore Open() => PostgresRegistryStore.Open(new PostgresStoreOptions(Place));

    protected override async Task WriteAsync(IEnumerable<StateChange> rows)
    {
        await using var connection = new NpgsqlConnection(Place);
        await connection.OpenAsync();
        var others = new List<StateChange>();
        await using (var import = await connection.BeginBinaryImportAsync("COPY unit_block FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var row in rows)
            {
                if (row.Columns is UnitBlockColumns columns) await import.WriteRowAsync(default, Block(row, columns));
                else others.Add(row);
            }

            await import.CompleteAsync();
        }

        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var row in others)
        {
            object[] values = row.Columns is AccountColumns a
                ? [BenchFacts.Thai.Registry.ToString(), row.Key, a.Kind, a.Holder, row.Body!.Value.ToArray()]
                : [BenchFacts.Thai.Registry.ToString(), row.Kind, row.Key, row.Body!.Value.ToArray()];
            await using var command = new NpgsqlCommand($"INSERT INTO {(values.Length == 5 ? "account" : "item")} VALUES ({string.Join(", ", values.Select((_, i) => $"${i + 1}"))})", connection);
            foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        await using var analyze = new NpgsqlCommand("VACUUM ANALYZE", connection) { CommandTimeout = 0 };
        await analyze.ExecuteNonQueryAsync();
    }

    private static object?[] Block(StateChange row, UnitBlockColumns c) =>
    [
        BenchFacts.Thai.Registry.ToString(), row.Key, c.Prefix, c.First, c.Final, c.Suffix, c.Account, c.IsInAccount ? 1L : 0L, c.Project, (long)c.Vintage, c.Status,
        c.ItmoStem, c.ItmoFirst, c.ItmoFinal, row.Body!.Value.ToArray(),
    ];
}
