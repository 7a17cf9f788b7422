using JcmInterop.Storage.Copying;
using JcmInterop.Storage.Integrity;
using JcmInterop.Storage.Postgres;
using JcmInterop.Storage.Relational;
using JcmInterop.Storage.Sqlite;
using JcmInterop.Storage.Tests.Contract;
using JcmInterop.Storage.Tests.Integrity;
using JcmInterop.Storage.Tests.Postgres;
using JcmInterop.Storage.Tests.Sqlite;
using JcmInterop.Storage.Troubles;
using Npgsql;

namespace JcmInterop.Storage.Tests.Copying;

public sealed class StoreCopyTests(PostgresTestServer server) : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly History history = new();

    public void Dispose()
    {
        history.Dispose();
        directory.Dispose();
    }

    [Fact]
    public async Task A_record_goes_from_SQLite_to_PostgreSQL_and_back_byte_for_byte()
    {
        await using var first = File("first.db");
        await history.WriteAsync(first);
        await first.RecordAsync(Sample.Act("one"));
        await first.RecordAsync(Sample.Act("two"));
        await using var middle = PostgresRegistryStore.Open(new PostgresStoreOptions(server.NewSchema()));
        await using var last = File("last.db");

        var there = await StoreCopy.RunAsync(first, middle);
        var back = await StoreCopy.RunAsync(middle, last);

        there.Findings.ShouldBeEmpty();
        back.Findings.ShouldBeEmpty();
        back.Rows.ShouldBe(there.Rows);
        back.Registries.ShouldBe(there.Registries);
        await ShouldBeAlike(first, middle);
        await ShouldBeAlike(first, last);
        (await last.ReadActsAsync(null, 10)).Select(a => a.Entry).ShouldBe([Sample.Act("two"), Sample.Act("one")]);
    }

    [Fact]
    public async Task The_node_goes_on_where_the_record_was_moved_to()
    {
        await using var old = File("old.db");
        await history.WriteAsync(old);
        await using var fresh = PostgresRegistryStore.Open(new PostgresStoreOptions(server.NewSchema()));
        await StoreCopy.RunAsync(old, fresh);
        var step = new Commits.CommitBatchBuilder(Sample.Registry, (await fresh.LoadAsync(Sample.Registry)).Heads);
        step.Link(new Exchange.TransferMessageLink("t", Exchange.MessageDirection.Outgoing, 2));
        step.Note(Sample.Act("after"));
        await fresh.CommitAsync(step.Build());

        (await fresh.MessagesOfTransferAsync(Sample.Registry, "t")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Nothing_is_put_over_a_record()
    {
        await using var source = File("source.db");
        await history.WriteAsync(source);
        await using var target = File("target.db");
        await target.RecordAsync(Sample.Act("here already"));

        var error = await Should.ThrowAsync<StoreNotEmptyException>(() => StoreCopy.RunAsync(source, target));

        error.Trouble.Place.ShouldEndWith("target.db");
        (await target.RegistriesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_copy_that_breaks_off_leaves_nothing()
    {
        await using var source = File("source.db");
        await history.WriteAsync(source);
        var database = server.NewSchema();
        await using var target = PostgresRegistryStore.Open(new PostgresStoreOptions(database));
        await using (var connection = new NpgsqlConnection($"{database};Pooling=false"))
        {
            await connection.OpenAsync();
            await using var refuse = new NpgsqlCommand("ALTER TABLE unit_block ADD CONSTRAINT refuses CHECK (false)", connection);
            await refuse.ExecuteNonQueryAsync();
        }

        await Should.ThrowAsync<PostgresException>(() => StoreCopy.RunAsync(source, target));

        (await target.RegistriesAsync()).ShouldBeEmpty();
        (await target.ReadJournalAsync(Sample.Registry, 0, 10)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_damaged_record_is_copied_as_it_is_and_found_out()
    {
        var database = server.NewSchema();
        await using var source = PostgresRegistryStore.Open(new PostgresStoreOptions(database));
        await history.WriteAsync(source);
        await using (var connection = new NpgsqlConnection($"{database};Pooling=false"))
        {
            await connection.OpenAsync();
            await using var tamper = new NpgsqlCommand("DELETE FROM account WHERE holder = 'Company'", connection);
            await tamper.ExecuteNonQueryAsync();
        }

        await using var copy = File("copy.db");

        (await StoreCopy.RunAsync(source, copy)).Findings.ShouldHaveSingleItem().Check.ShouldBe(IntegrityCheck.Replay);
    }

    private SqliteRegistryStore File(string name) => SqliteRegistryStore.Open(new SqliteStoreOptions(Path.Combine(directory.Path, name)));

    private static async Task ShouldBeAlike(RelationalRegistryStore one, RelationalRegistryStore other)
    {
        var (first, second) = (await one.LoadAsync(Sample.Registry), await other.LoadAsync(Sample.Registry));
        second.Heads.ShouldBe(first.Heads);
        second.Items.Select(i => (i.Kind, i.Key, Sample.Text(i.Body))).ShouldBe(first.Items.Select(i => (i.Kind, i.Key, Sample.Text(i.Body))));
        (await other.ReadJournalAsync(Sample.Registry, 0, 100)).Select(r => r.Hash).ShouldBe((await one.ReadJournalAsync(Sample.Registry, 0, 100)).Select(r => r.Hash));
        (await other.ReadReceivedAsync(Sample.Registry, 0, 100)).Select(m => Sample.Text(m.Receipt)).ShouldBe((await one.ReadReceivedAsync(Sample.Registry, 0, 100)).Select(m => Sample.Text(m.Receipt)));
        (await other.OutboxesAsync()).Select(o => o.Undelivered).ShouldBe([1]);
    }
}
