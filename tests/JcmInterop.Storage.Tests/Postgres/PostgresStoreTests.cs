using JcmInterop.Storage.Journal;
using JcmInterop.Storage.Postgres;
using JcmInterop.Storage.Relational;
using JcmInterop.Storage.Tests.Contract;
using Npgsql;

namespace JcmInterop.Storage.Tests.Postgres;

public sealed class PostgresStoreTests(PostgresTestServer server) : StorageContract
{
    [Fact]
    public async Task A_node_of_the_log_is_found_by_its_whole_key_however_little_the_server_knows_of_the_table()
    {
        var database = server.NewDatabase();
        await using var store = PostgresRegistryStore.Open(new PostgresStoreOptions(database));
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var plan = new NpgsqlCommand($"EXPLAIN {RelationalRegistryStore.SelectNodes([new LogNodeKey(4, 100), new LogNodeKey(5, 8)])}", connection);
        plan.Parameters.AddWithValue("registry", "JPN-THA");
        var lines = new List<string>();
        await using var reader = await plan.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) lines.Add(reader.GetString(0));
        lines.ShouldContain(line => line.Contains("Index Cond") && line.Contains("registry") && line.Contains("level") && line.Contains("place"));
    }

    protected override IRegistryStore Create() => PostgresRegistryStore.Open(new PostgresStoreOptions(server.NewSchema()));
}
