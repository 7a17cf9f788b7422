using JcmInterop.Messages.Log;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Integrity;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.Sqlite;
using JcmInterop.Storage.State;
using JcmInterop.Storage.Tests.Contract;
using JcmInterop.Storage.Tests.Integrity;
using Microsoft.Data.Sqlite;

namespace JcmInterop.Storage.Tests.Sqlite;

/// <summary>Stores written by earlier versions are opened, brought up to date, and go on.</summary>
public sealed class JournalUpgradeTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly History history = new();

    public void Dispose()
    {
        history.Dispose();
        directory.Dispose();
    }

    [Fact]
    public async Task A_store_from_before_the_journal_named_messages_is_in_order_and_goes_on()
    {
        await WriteOldAsync();

        await using var store = SqliteRegistryStore.Open(new SqliteStoreOptions(directory.Store));

        var image = await store.LoadAsync(Sample.Registry);
        image.Heads.Delivered.ShouldBe(1);
        (await store.FindReceivedAsync(Sample.Registry, 2))!.JournalPosition.ShouldBeNull();
        (await StoreCheck.RunAsync(store)).ShouldBeEmpty();
        await history.GoOnAsync(store);
        (await store.FindSentAsync(Sample.Registry, 2))!.Delivery.ReceiptPosition.ShouldNotBeNull();
        (await store.FindReceivedAsync(Sample.Registry, 3))!.JournalPosition.ShouldNotBeNull();
        (await StoreCheck.RunAsync(store)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_tree_over_an_old_journal_gives_proofs()
    {
        await WriteOldAsync();

        await using var store = SqliteRegistryStore.Open(new SqliteStoreOptions(directory.Store));

        var size = (await store.LoadAsync(Sample.Registry)).Heads.Journal.Position;
        var tree = new MerkleTree();
        foreach (var row in await store.ReadJournalAsync(Sample.Registry, 0, IJournalReader.PageRowsMax)) tree.AppendLeaf(MerkleHash.Leaf(row.Hash));
        size.ShouldBeGreaterThan(64);
        (await LogProofs.InclusionAsync(store, Sample.Registry, 3, size)).ShouldBe(tree.Inclusion(2, size));
    }

    /// <summary>Writes a life with this version and takes out of the file what the version before did not know.</summary>
    private async Task WriteOldAsync()
    {
        await using (var store = SqliteRegistryStore.Open(new SqliteStoreOptions(directory.Store))) await history.WriteAsync(store);
        using var connection = new SqliteConnection($"Data Source={directory.Store};Pooling=False");
        connection.Open();
        Run(connection, "DROP TRIGGER journal_keeps_rows; DELETE FROM journal WHERE position > 6");
        Run(connection, "CREATE TRIGGER journal_keeps_rows BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END");
        var head = JournalHead.Empty;
        foreach (var happened in History.Events) (_, head) = head.Append(Sample.Registry, LedgerRows.Entry(happened, Sample.Noon));
        for (var i = 0; i < 80; i++)
        {
            var (row, next) = head.Append(Sample.Registry, LedgerRows.Entry(new Domain.Ledger.TestSent("filler"), Sample.Noon));
            Run(
                connection, "INSERT INTO journal VALUES ('JPN-THA', $position, $at, $kind, $payload, $previous, $hash)",
                ("$position", row.Position), ("$at", Sample.Noon.ToUnixTimeMilliseconds()), ("$kind", row.Entry.Kind), ("$payload", row.Entry.Payload.ToArray()),
                ("$previous", row.PreviousHash.ToArray()), ("$hash", row.Hash.ToArray()));
            head = next;
        }

        Run(
            connection, "UPDATE registry_head SET journal_position = $position, journal_hash = $hash, merkle_frontier = $frontier",
            ("$position", head.Position), ("$hash", head.Hash.ToArray()), ("$frontier", head.Frontier.ToArray()));
        Run(
            connection,
            """
            DROP TABLE log_node;
            ALTER TABLE inbox DROP COLUMN journal_position;
            ALTER TABLE outbox DROP COLUMN journal_position;
            ALTER TABLE outbox DROP COLUMN receipt_position;
            ALTER TABLE registry_head DROP COLUMN delivered_sequence;
            DELETE FROM schema_version WHERE ScriptName > '0005';
            """);
    }

    private static void Run(SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }
}
