using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.Postgres;
using JcmInterop.Storage.Tests.Contract;
using JcmInterop.Storage.Troubles;

namespace JcmInterop.Storage.Tests.Postgres;

public sealed class PostgresCrashTests
{
    private const int Kills = 3;
    private const int CommitsBetween = 20;

    [Fact]
    public async Task A_killed_server_keeps_everything_it_acknowledged_and_nothing_half_done()
    {
        // A server of its own, because the others' must not be killed.
        await using var server = new PostgresTestServer();
        await server.InitializeAsync();
        await using var store = PostgresRegistryStore.Open(new PostgresStoreOptions(server.NewSchema()));
        var heads = RegistryHeads.Empty;
        for (var kill = 0; kill < Kills; kill++)
        {
            var acknowledged = heads;
            Task? killing = null;
            for (var commit = 0; killing is not { IsCompleted: true }; commit++)
            {
                var step = new CommitBatchBuilder(Sample.Registry, heads);
                for (var i = 0; i < 5; i++) step.Append(Sample.Entry("k", new string('x', 500)));
                var attempt = store.CommitAsync(step.Build());
                if (commit == CommitsBetween) killing = server.KillAsync();
                if (await Record.ExceptionAsync(() => attempt) is { } error)
                {
                    error.ShouldBeOfType<StoreUnreachableException>();
                    break;
                }

                heads = acknowledged = step.Heads;
            }

            await (killing ?? server.KillAsync());
            await server.StartAsync();
            heads = (await store.LoadAsync(Sample.Registry)).Heads;
            heads.Journal.Position.ShouldBeInRange(acknowledged.Journal.Position, acknowledged.Journal.Position + 5);
            await ShouldBeWhole(store, heads.Journal);
        }
    }

    private static async Task ShouldBeWhole(PostgresRegistryStore store, JournalHead recorded)
    {
        var head = JournalHead.Empty;
        while (await store.ReadJournalAsync(Sample.Registry, head.Position, IJournalReader.PageRowsMax) is { Count: > 0 } page)
        {
            foreach (var row in page)
            {
                (var expected, head) = head.Append(Sample.Registry, row.Entry);
                (row.Position, row.PreviousHash, row.Hash).ShouldBe((expected.Position, expected.PreviousHash, expected.Hash));
            }
        }

        head.ShouldBe(recorded);
        (head.Position % 5).ShouldBe(0);
    }
}
