using Dapper;
using JcmInterop.Storage.Exchange;
using JcmInterop.Storage.Sqlite;
using JcmInterop.Storage.Tests.Contract;
using Microsoft.Data.Sqlite;

namespace JcmInterop.Storage.Tests.Sqlite;

public sealed class UpgradeTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    // A proposal, its acceptance, and the completion sent in the same step.
    private const string EarlierMessages =
        """
        INSERT INTO outbox (registry, sequence, message_id, hash, sent_at, bytes, recorded_at) VALUES
            ('JPN-THA', 8, randomblob(16), randomblob(32), 1, x'01', 1), ('JPN-THA', 9, randomblob(16), randomblob(32), 2, x'02', 2);
        INSERT INTO inbox (registry, sequence, message_id, hash, sent_at, bytes, receipt, recorded_at) VALUES
            ('JPN-THA', 5, randomblob(16), randomblob(32), 2, x'03', x'04', 2);
        INSERT INTO transfer_message (registry, transfer_id, direction, sequence) VALUES ('JPN-THA', 't', 0, 8), ('JPN-THA', 't', 1, 5), ('JPN-THA', 't', 0, 9);
        """;

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
            connection.Execute(EarlierMessages);
        }

        await using (var store = SqliteRegistryStore.Open(new SqliteStoreOptions(directory.Store)))
            (await store.DueAsync(Sample.Noon, 10)).ShouldHaveSingleItem().Id.ShouldBe("kept");

        await using (var store = SqliteRegistryStore.Open(new SqliteStoreOptions(directory.Store)))
        {
            (await store.MessagesOfTransferAsync(Sample.Registry, "t")).Select(m => (m.Direction, m.Sequence)).ShouldBe(
                [(MessageDirection.Outgoing, 8), (MessageDirection.Incoming, 5), (MessageDirection.Outgoing, 9)]);
        }

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
