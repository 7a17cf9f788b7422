using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Integrity;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.Postgres;
using JcmInterop.Storage.Tests.Contract;
using JcmInterop.Storage.Tests.Integrity;
using JcmInterop.Storage.Troubles;
using Npgsql;

namespace JcmInterop.Storage.Tests.Postgres;

public sealed class PostgresOpeningTests(PostgresTestServer server)
{
    private const string OurTables =
        """
        SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable FROM information_schema.columns WHERE table_schema = current_schema()
        UNION ALL SELECT replace(indexdef, current_schema(), '') FROM pg_indexes WHERE schemaname = current_schema()
        UNION ALL SELECT replace(pg_get_triggerdef(t.oid), current_schema(), '') FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace
        UNION ALL SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = current_schema()::regnamespace
        UNION ALL SELECT querykey || querytext FROM orleansquery
        ORDER BY 1
        """;

    public static TheoryData<int> EarlierVersions => [.. Enumerable.Range(1, PostgresMigrations.Scripts().Count - 1)];

    [Fact]
    public async Task Silos_that_start_together_prepare_a_new_database_once()
    {
        var database = server.NewSchema();

        var stores = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => PostgresRegistryStore.Open(new PostgresStoreOptions(database)))));

        foreach (var store in stores)
        {
            (await store.RegistriesAsync()).ShouldBeEmpty();
            await store.DisposeAsync();
        }
    }

    [Theory]
    [MemberData(nameof(EarlierVersions))]
    public async Task A_database_of_every_earlier_version_is_upgraded_and_keeps_its_rows(int version)
    {
        var database = server.NewSchema();
        await using (var source = NpgsqlDataSource.Create(database))
        {
            PostgresMigrations.Run(source, "test", [.. PostgresMigrations.Scripts().Take(version)]);
            Change(database, "INSERT INTO deadline (registry, id, due_at) VALUES ('JPN-THA', 'kept', 1)");
        }

        await using (var store = PostgresRegistryStore.Open(new PostgresStoreOptions(database)))
            (await store.DueAsync(Sample.Noon, 10)).ShouldHaveSingleItem().Id.ShouldBe("kept");

        Rows(database, OurTables).ShouldBe(Rows(await FreshAsync(), OurTables));
    }

    [Fact]
    public async Task A_life_of_a_registry_passes_the_check_until_somebody_changes_it()
    {
        var database = server.NewSchema();
        using var history = new History();
        await using var store = PostgresRegistryStore.Open(new PostgresStoreOptions(database));
        await history.WriteAsync(store);
        (await StoreCheck.RunAsync(store)).ShouldBeEmpty();

        Change(database, "ALTER TABLE journal DISABLE TRIGGER USER; UPDATE journal SET recorded_at = recorded_at + 1 WHERE position = 2");

        (await StoreCheck.RunAsync(store)).ShouldContain(f => f.Place == "journal position 2");
    }

    [Fact]
    public async Task What_was_recorded_cannot_be_changed_in_the_database()
    {
        var database = server.NewSchema();
        using var history = new History();
        await using var store = PostgresRegistryStore.Open(new PostgresStoreOptions(database));
        await history.WriteAsync(store);
        await store.RecordAsync(Sample.Act("act"));

        foreach (var table in new[] { "journal", "inbox", "audit" })
        {
            foreach (var sql in new[] { $"DELETE FROM {table}", $"TRUNCATE {table}", $"UPDATE {table} SET {(table == "audit" ? "at = 1" : "hash = ''")}" })
                Should.Throw<PostgresException>(() => Change(database, sql)).MessageText.ShouldBe($"{table} only grows");
        }

        Should.Throw<PostgresException>(() => Change(database, "UPDATE outbox SET receipt = '' WHERE sequence = 1")).MessageText.ShouldContain("only grows");
        Should.Throw<PostgresException>(() => Change(database, "DELETE FROM outbox")).MessageText.ShouldContain("only grows");
    }

    [Fact]
    public async Task A_commit_waits_for_the_disk_whatever_the_database_says()
    {
        var database = server.NewDatabase();
        Change(database, "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET synchronous_commit = off', current_database()); END $$");
        await using var store = PostgresRegistryStore.Open(new PostgresStoreOptions(database));

        // A connection that comes back from the pool must not have forgotten it.
        for (var use = 0; use < 3; use++)
        {
            await using var connection = await store.Documents.OpenConnectionAsync();
            await using var command = new NpgsqlCommand("SHOW synchronous_commit", connection);
            (await command.ExecuteScalarAsync()).ShouldBe("on");
        }
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        var database = await FreshAsync();
        Change(database, "INSERT INTO schema_version (scriptname, applied) VALUES ('9999_from_the_future', now())");

        Should.Throw<StoreTooNewException>(() => PostgresRegistryStore.Open(new PostgresStoreOptions(database))).Trouble.Place.ShouldContain("9999_from_the_future");
    }

    [Fact]
    public void Every_way_in_that_is_closed_is_named_without_the_password()
    {
        var database = new NpgsqlConnectionStringBuilder(server.NewSchema());

        var wrong = Trouble<StoreAccessException>(database, c => c.Password = "not-the-password");
        var nobody = Trouble<StoreAccessException>(database, c => c.Username = "nobody");
        var missing = Trouble<StoreAccessException>(database, c => c.Database = "none");
        var silent = Trouble<StoreUnreachableException>(database, c => c.Port = 1);

        wrong.Place.ShouldContain($"127.0.0.1:{server.Port}/");
        missing.Place.ShouldContain("/none");
        silent.Place.ShouldStartWith("127.0.0.1:1/");
        Should.Throw<StoreAccessException>(() => PostgresRegistryStore.Open(new PostgresStoreOptions("Password=secret;Sevrer=typo"))).ToString().ShouldNotContain("secret");

        StoreTrouble Trouble<TException>(NpgsqlConnectionStringBuilder right, Action<NpgsqlConnectionStringBuilder> change)
            where TException : StoreUnavailableException
        {
            var changed = new NpgsqlConnectionStringBuilder(right.ConnectionString);
            change(changed);
            var error = Should.Throw<TException>(() => PostgresRegistryStore.Open(new PostgresStoreOptions(changed.ConnectionString)));
            error.ToString().ShouldNotContain(server.Password);
            error.ToString().ShouldNotContain("not-the-password");
            return error.Trouble;
        }
    }

    [Fact]
    public async Task A_second_writer_is_refused_by_the_journal_itself_where_the_head_was_tampered_with()
    {
        var database = server.NewSchema();
        await using var store = PostgresRegistryStore.Open(new PostgresStoreOptions(database));
        var first = new CommitBatchBuilder(Sample.Registry, RegistryHeads.Empty);
        first.Append(Sample.Entry("k", "first"));
        await store.CommitAsync(first.Build());
        Change(database, "DELETE FROM registry_head");
        var second = new CommitBatchBuilder(Sample.Registry, RegistryHeads.Empty);
        second.Append(Sample.Entry("k", "second"));

        var fork = await Should.ThrowAsync<JournalForkedException>(() => store.CommitAsync(second.Build()));

        fork.Place.ShouldBe("journal position 1");
        (await store.ReadJournalAsync(Sample.Registry, 0, 10)).ShouldHaveSingleItem();
    }

    private async Task<string> FreshAsync()
    {
        var database = server.NewSchema();
        await PostgresRegistryStore.Open(new PostgresStoreOptions(database)).DisposeAsync();
        return database;
    }

    private static List<string> Rows(string database, string sql)
    {
        using var connection = Connect(database);
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(reader.GetString(0));
        return rows;
    }

    private static void Change(string database, string sql)
    {
        using var connection = Connect(database);
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static NpgsqlConnection Connect(string database)
    {
        var connection = new NpgsqlConnection($"{database};Pooling=false");
        connection.Open();
        return connection;
    }
}
