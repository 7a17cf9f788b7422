using Dapper;
using JcmInterop.Storage.Sqlite;
using JcmInterop.Storage.Tests.Contract;
using Microsoft.Data.Sqlite;

namespace JcmInterop.Storage.Tests.Sqlite;

public sealed class UpgradeTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public static TheoryData<int> EarlierVersions => [.. Enumerable.Range(1, SqliteMigrations.Scripts().Count - 1)];

    public void Dispose() => directory.Dispose();

    [Theory]
    [MemberData(nameof(EarlierVersions))]
    public async Task A_file_of_every_earlier_version_is_upgraded_and_keeps_its_rows(int version)
    {
        using (var connection = Connect(directory.Store))
        {
            SqliteMigrations.Run(connection, directory.Store, [.. SqliteMigrations.Scripts().Take(version)]);
            connection.Execute("INSERT INTO deadline (registry, id, due_at) VALUES ('JPN-THA', 'kept', 1)");
        }

        await using (var store = SqliteRegistryStore.Open(new SqliteStoreOptions(directory.Store)))
            (await store.DueAsync(Sample.Noon, 10)).ShouldHaveSingleItem().Id.ShouldBe("kept");

        var fresh = Path.Combine(directory.Path, "fresh.db");
        await SqliteRegistryStore.Open(new SqliteStoreOptions(fresh)).DisposeAsync();
        Layout(directory.Store).ShouldBe(Layout(fresh));
    }

    private static List<string> Layout(string path)
    {
        using var connection = Connect(path);
        return [.. connection.Query<string>("SELECT name || ' ' || COALESCE(sql, '') FROM sqlite_schema ORDER BY name"), .. connection.Query<string>("SELECT QueryKey || QueryText FROM OrleansQuery ORDER BY 1")];
    }

    private static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }
}
