using System.Text;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Sqlite;
using JcmInterop.Storage.Tests.Contract;
using JcmInterop.Storage.Troubles;
using Microsoft.Data.Sqlite;

namespace JcmInterop.Storage.Tests.Sqlite;

public sealed class OpeningTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private SqliteStoreOptions Options => new(directory.Store);

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_store_is_created_and_opened_again()
    {
        await CommitOne();

        await using var again = SqliteRegistryStore.Open(Options);

        again.Path.ShouldBe(directory.Store);
        (await again.ReadJournalAsync(Sample.Registry, 0, 10)).Count.ShouldBe(2);
        (await again.FindDamageAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_second_node_on_the_same_file_is_refused_while_the_first_runs()
    {
        await using (SqliteRegistryStore.Open(Options))
        {
            var error = Should.Throw<StoreLockedException>(() => SqliteRegistryStore.Open(Options));
            error.Trouble.Place.ShouldBe(directory.Store);
        }

        await using var after = SqliteRegistryStore.Open(Options);
        (await after.RegistriesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public void A_missing_directory_is_named()
    {
        var missing = Path.Combine(directory.Path, "none");

        Should.Throw<StoreMissingException>(() => SqliteRegistryStore.Open(new SqliteStoreOptions(Path.Combine(missing, "node.db"))))
            .Trouble.Place.ShouldBe(missing);
    }

    [Fact]
    public void A_directory_in_place_of_the_file_is_refused() =>
        Should.Throw<StoreMissingException>(() => SqliteRegistryStore.Open(new SqliteStoreOptions(directory.Path)));

    [Fact]
    public async Task A_read_only_file_is_refused()
    {
        await CommitOne();
        File.SetAttributes(directory.Store, FileAttributes.ReadOnly);

        Should.Throw<StoreReadOnlyException>(() => SqliteRegistryStore.Open(Options)).Trouble.Place.ShouldBe(directory.Store);

        File.SetAttributes(directory.Store, FileAttributes.Normal);
        await using var after = SqliteRegistryStore.Open(Options);
        (await after.RegistriesAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public void A_file_of_another_kind_is_refused_and_left_alone()
    {
        var text = string.Concat(Enumerable.Repeat("This is not a database. ", 100));
        File.WriteAllText(directory.Store, text);

        Should.Throw<StoreDamagedException>(() => SqliteRegistryStore.Open(Options)).Trouble.Place.ShouldStartWith(directory.Store);

        File.ReadAllText(directory.Store).ShouldBe(text);
    }

    [Fact]
    public void A_database_of_another_program_is_refused()
    {
        Change("CREATE TABLE theirs (x)");

        Should.Throw<StoreDamagedException>(() => SqliteRegistryStore.Open(Options)).Trouble.Place.ShouldContain("application id");
    }

    [Fact]
    public async Task A_damaged_file_is_refused()
    {
        await CommitOne();
        await using (var file = File.OpenWrite(directory.Store))
        {
            file.Position = SqliteStoreOptions.PageBytes;
            file.Write(Encoding.ASCII.GetBytes(new string('#', SqliteStoreOptions.PageBytes * 20)));
        }

        Should.Throw<StoreDamagedException>(() => SqliteRegistryStore.Open(Options));
    }

    [Fact]
    public async Task A_file_cut_short_is_refused()
    {
        await CommitOne();
        await using (var file = File.OpenWrite(directory.Store)) file.SetLength(file.Length / 2);

        Should.Throw<StoreDamagedException>(() => SqliteRegistryStore.Open(Options));
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_refused()
    {
        await CommitOne();
        Change("INSERT INTO schema_version (ScriptName, Applied) VALUES ('9999_from_the_future', '2030-01-01')");

        Should.Throw<StoreTooNewException>(() => SqliteRegistryStore.Open(Options)).Trouble.Place.ShouldContain("9999_from_the_future");
    }

    [Fact]
    public async Task A_step_that_does_not_fit_on_the_disk_is_not_half_done_and_the_store_goes_on()
    {
        await using var store = SqliteRegistryStore.Open(Options with { FileBytesMax = 1024 * 1024 });
        var large = new CommitBatchBuilder(Sample.Registry, RegistryHeads.Empty);
        for (var i = 1; i <= 40; i++) large.Append(Sample.Entry("k", new string('x', 64 * 1024)));
        var small = new CommitBatchBuilder(Sample.Registry, RegistryHeads.Empty);
        small.Append(Sample.Entry("k", "fits"));

        var error = await Should.ThrowAsync<StoreFullException>(() => store.CommitAsync(large.Build()));
        (await store.LoadAsync(Sample.Registry)).Heads.ShouldBe(RegistryHeads.Empty);
        (await store.ReadJournalAsync(Sample.Registry, 0, 10)).ShouldBeEmpty();
        await store.CommitAsync(small.Build());

        error.Trouble.Place.ShouldBe(directory.Store);
        (await store.ReadJournalAsync(Sample.Registry, 0, 10)).Count.ShouldBe(1);
        (await store.FindDamageAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_closed_store_takes_no_more_steps()
    {
        var store = SqliteRegistryStore.Open(Options);
        await store.DisposeAsync();

        await Should.ThrowAsync<StoreFailedException>(() => store.RecordAsync(Sample.Act("late")));
    }

    [Fact]
    public async Task What_was_recorded_cannot_be_changed_in_the_file()
    {
        await CommitOne();

        foreach (var table in new[] { "journal", "inbox", "audit" })
        {
            Should.Throw<SqliteException>(() => Change($"DELETE FROM {table}")).Message.ShouldContain("only grows");
            Should.Throw<SqliteException>(() => Change($"UPDATE {table} SET rowid = rowid + 1")).Message.ShouldContain("only grows");
        }
    }

    [Fact]
    public void Every_trouble_is_told_in_both_languages_with_a_remedy()
    {
        StoreUnavailableException[] all =
        [
            new StoreLockedException("p"), new StoreReadOnlyException("p"), new StoreDamagedException("p"), new StoreTooNewException("p"),
            new StoreFullException("p"), new StoreMissingException("p"), new StoreFailedException("p"), new StoreUnreachableException("p"),
            new StoreAccessException("p"), new StoreNotEmptyException("p"), new StoreStandbyMissingException("p"), new StoreSilentException("p"),
        ];

        foreach (var trouble in all.Select(e => e.Trouble))
        {
            trouble.Place.ShouldBe("p");
            trouble.English.ShouldNotEndWith(".");
            trouble.Japanese.ShouldEndWith("。");
            trouble.RemedyEnglish.ShouldEndWith(".");
            trouble.RemedyJapanese.ShouldEndWith("。");
        }
        all.Select(e => e.Message).Distinct().Count().ShouldBe(all.Length);
    }

    private async Task CommitOne()
    {
        await using var store = SqliteRegistryStore.Open(Options);
        var step = new CommitBatchBuilder(Sample.Registry, RegistryHeads.Empty);
        step.Append(Sample.Entry("k", "one"));
        step.ReceiveSample(1);
        step.Note(Sample.Act("act"));
        await store.CommitAsync(step.Build());
    }

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={directory.Store};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
