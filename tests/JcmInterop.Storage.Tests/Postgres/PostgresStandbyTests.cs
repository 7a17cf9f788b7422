using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.Postgres;
using JcmInterop.Storage.Tests.Contract;
using JcmInterop.Storage.Troubles;
using Npgsql;

namespace JcmInterop.Storage.Tests.Postgres;

/// <summary>A server whose commits wait for a standby, and a node that knows both.</summary>
public sealed class PostgresStandbyTests : IAsyncLifetime
{
    private readonly PostgresTestServer primary = new();
    private readonly PostgresTestServer standby;
    private string database = "";

    public PostgresStandbyTests() => standby = new PostgresTestServer(Directory.CreateTempSubdirectory("jcm-postgres-").FullName) { Primary = primary };

    public async ValueTask InitializeAsync()
    {
        PostgresTestServer.ShouldBeInstalled();
        await primary.InitializeAsync();
        var connection = new NpgsqlConnectionStringBuilder(primary.NewDatabase());
        await standby.InitializeAsync();
        primary.WaitForStandby();
        connection.Host = $"127.0.0.1:{primary.Port},127.0.0.1:{standby.Port}";
        connection.Remove("Port");
        database = connection.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        await standby.DisposeAsync();
        await primary.DisposeAsync();
    }

    [Fact]
    public async Task What_was_acknowledged_is_on_the_standby_that_takes_over()
    {
        await using var store = PostgresRegistryStore.Open(new PostgresStoreOptions(database));
        var heads = RegistryHeads.Empty;
        for (var commit = 0; commit < 20; commit++) heads = await CommitAsync(store, heads);

        await primary.KillAsync();
        standby.Promote();

        (await UntilLoadedAsync(store)).Journal.ShouldBe(heads.Journal);
        heads = await CommitAsync(store, heads);
        (await store.LoadAsync(Sample.Registry)).Heads.Journal.ShouldBe(heads.Journal);
    }

    [Fact]
    public async Task A_commit_the_standby_does_not_have_is_neither_acknowledged_nor_built_upon()
    {
        await using var store = PostgresRegistryStore.Open(new PostgresStoreOptions(database) { AnswerWithin = TimeSpan.FromSeconds(1) });
        var heads = await CommitAsync(store, RegistryHeads.Empty);
        await standby.StopAsync();

        await Should.ThrowAsync<StoreUnavailableException>(() => CommitAsync(store, heads));
        // The primary has it, and shows it to everybody.
        (await store.LoadAsync(Sample.Registry)).Heads.Journal.Position.ShouldBe(heads.Journal.Position + 1);
        await Should.ThrowAsync<StoreUnavailableException>(() => store.SettleAsync(Sample.Registry));
        await standby.StartAsync();
        await store.SettleAsync(Sample.Registry);

        await primary.KillAsync();
        standby.Promote();

        (await UntilLoadedAsync(store)).Journal.Position.ShouldBe(heads.Journal.Position + 1);
    }

    [Fact]
    public async Task A_store_that_waits_for_its_standby_says_so_within_seconds_and_no_longer_than_it_does()
    {
        await using var store = PostgresRegistryStore.Open(new PostgresStoreOptions(database));
        await store.ProveAsync(TimeSpan.FromSeconds(10), TimeProvider.System);
        await standby.StopAsync();

        await Should.ThrowAsync<StoreStandbyMissingException>(() => store.ProveAsync(TimeSpan.FromSeconds(1), TimeProvider.System));
        // The same write is waited for again, so that asking does not use up the connections.
        await Should.ThrowAsync<StoreStandbyMissingException>(() => store.ProveAsync(TimeSpan.FromSeconds(1), TimeProvider.System));
        await standby.StartAsync();
        await store.ProveAsync(TimeSpan.FromSeconds(10), TimeProvider.System);

        await primary.KillAsync();
        await Should.ThrowAsync<StoreUnavailableException>(() => store.ProveAsync(TimeSpan.FromSeconds(1), TimeProvider.System));
    }

    private static async Task<RegistryHeads> CommitAsync(PostgresRegistryStore store, RegistryHeads heads)
    {
        var step = new CommitBatchBuilder(Sample.Registry, heads);
        step.Append(Sample.Entry("k", "x"));
        await store.CommitAsync(step.Build());
        return step.Heads;
    }

    // The way to the new primary is looked for again every second.
    private static async Task<RegistryHeads> UntilLoadedAsync(PostgresRegistryStore store)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        while (true)
        {
            try
            {
                return (await store.LoadAsync(Sample.Registry)).Heads;
            }
            catch (StoreUnavailableException)
            {
                await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            }
        }
    }
}
