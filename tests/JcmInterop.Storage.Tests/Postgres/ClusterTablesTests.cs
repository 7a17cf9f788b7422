using System.Net;
using JcmInterop.Storage.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Runtime.MembershipService;
using Orleans.TestingHost;

namespace JcmInterop.Storage.Tests.Postgres;

/// <summary>Orleans' own providers of clustering and reminders on our tables and statements.</summary>
public sealed class ClusterTablesTests(PostgresTestServer server) : IAsyncLifetime
{
    private static readonly DateTime Noon = new(2026, 4, 1, 12, 0, 0, DateTimeKind.Utc);
    private PostgresRegistryStore store = null!;
    private InProcessTestCluster cluster = null!;

    public async ValueTask InitializeAsync()
    {
        store = PostgresRegistryStore.Open(new PostgresStoreOptions(server.NewSchema()));
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.UseAdoNetReminderService(options => (options.Invariant, options.DataSource) = (PostgresRegistryStore.OrleansInvariant, store.Documents));
            silo.Services.Configure<AdoNetClusteringSiloOptions>(options => (options.Invariant, options.DataSource) = (PostgresRegistryStore.OrleansInvariant, store.Documents));
        });
        cluster = builder.Build();
        await cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null) await cluster.DisposeAsync();
        if (store is not null) await store.DisposeAsync();
    }

    [Fact]
    public async Task Members_change_only_on_the_version_that_was_read()
    {
        var table = ActivatorUtilities.CreateInstance<AdoNetClusteringTable>(cluster.Silos[0].ServiceProvider);
        await table.InitializeMembershipTableAsync(true);
        var empty = await table.ReadAllAsync();
        empty.Members.ShouldBeEmpty();
        var (one, two) = (Member(1), Member(2));

        (await table.InsertRowAsync(one, empty.Version.Next())).ShouldBeTrue();
        (await table.InsertRowAsync(two, empty.Version.Next())).ShouldBeFalse();
        var first = await table.ReadAllAsync();
        (await table.InsertRowAsync(one, first.Version.Next())).ShouldBeFalse();
        (await table.InsertRowAsync(two, first.Version.Next())).ShouldBeTrue();
        (await table.UpdateRowAsync(one, first.Members[0].Item2, first.Version.Next())).ShouldBeFalse();

        var both = await table.ReadAllAsync();
        both.Members.Count.ShouldBe(2);
        both.Version.Version.ShouldBe(empty.Version.Version + 2);
        one.Status = SiloStatus.Dead;
        one.AddSuspector(two.SiloAddress, Noon);
        (await table.UpdateRowAsync(one, both.Members[0].Item2, both.Version.Next())).ShouldBeTrue();
        var dead = (await table.ReadRowAsync(one.SiloAddress)).Members.ShouldHaveSingleItem().Item1;
        dead.Status.ShouldBe(SiloStatus.Dead);
        dead.SuspectTimes.ShouldHaveSingleItem().Item1.ShouldBe(two.SiloAddress);
        dead.StartTime.ShouldBe(Noon);

        two.IAmAliveTime = Noon.AddHours(1);
        await table.UpdateIAmAliveAsync(two);
        (await table.ReadRowAsync(two.SiloAddress)).Members[0].Item1.IAmAliveTime.ShouldBe(Noon.AddHours(1));
        await table.CleanupDefunctSiloEntriesAsync(new DateTimeOffset(Noon.AddHours(2)));
        (await table.ReadAllAsync()).Members.Select(m => m.Item1.SiloAddress).ShouldBe([two.SiloAddress]);
        await table.DeleteMembershipTableEntriesAsync(cluster.Options.ClusterId);
    }

    [Fact]
    public async Task Reminders_are_kept_changed_found_on_the_ring_and_removed()
    {
        var table = cluster.Silos[0].ServiceProvider.GetRequiredService<IReminderTable>();
        var grain = GrainId.Create("registry", "JPN-THA");
        var entry = new ReminderEntry { GrainId = grain, ReminderName = "sweep", StartAt = Noon, Period = TimeSpan.FromMinutes(1) };

        var first = (await table.UpsertRow(entry))!;
        entry.Period = TimeSpan.FromDays(40);
        var second = (await table.UpsertRow(entry))!;

        second.ShouldNotBe(first);
        var kept = (await table.ReadRow(grain, "sweep"))!;
        (kept.StartAt, kept.Period, kept.ETag).ShouldBe((Noon, TimeSpan.FromDays(40), second));
        (await table.ReadRows(grain)).Reminders.ShouldHaveSingleItem();
        var hash = grain.GetUniformHashCode();
        (await table.ReadRows(unchecked(hash - 1), hash)).Reminders.ShouldHaveSingleItem();
        (await table.ReadRows(hash, unchecked(hash - 1))).Reminders.ShouldBeEmpty();
        (await table.RemoveRow(grain, "sweep", first)).ShouldBeFalse();
        (await table.RemoveRow(grain, "sweep", second)).ShouldBeTrue();
        (await table.ReadRows(grain)).Reminders.ShouldBeEmpty();
    }

    private static MembershipEntry Member(int number) => new()
    {
        SiloAddress = SiloAddress.New(IPAddress.Loopback, 11_000 + number, number), SiloName = $"silo-{number}", HostName = "host", Status = SiloStatus.Active,
        ProxyPort = 30_000, StartTime = Noon, IAmAliveTime = Noon, SuspectTimes = [],
    };
}
