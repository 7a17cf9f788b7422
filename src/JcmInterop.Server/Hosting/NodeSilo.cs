using System.Data.Common;
using System.Net;
using JcmInterop.Grains.Hosting;
using JcmInterop.Server.Configuration;
using JcmInterop.Storage.Postgres;
using JcmInterop.Storage.Relational;
using JcmInterop.Storage.Sqlite;
using Orleans.Configuration;

namespace JcmInterop.Server.Hosting;

/// <summary>The silo of a node: alone beside an embedded store, or one of several that share a database server.</summary>
internal static class NodeSilo
{
    // A silo that is gone is noticed by two missed probes and two others agreeing: within about five seconds. Left to themselves, silos become four times as patient
    // with one that has answered slowly before, and a silo that hangs is missed for twenty seconds.
    private const int MissedProbesMax = 2;
    private const int VotesForDeath = 2;
    private static readonly TimeSpan ProbeWithin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SignOfLifeEvery = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan MembersReadEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(15);

    public static void Add(ISiloBuilder silo, NodeSettings settings, Lazy<RelationalRegistryStore> store)
    {
        var (siloPort, gatewayPort) = (LoopbackPort.FreeUnless(settings.Cluster.SiloPort), LoopbackPort.FreeUnless(settings.Cluster.GatewayPort));
        var name = $"jcm-{settings.Party}";
        if (settings.Store.IsShared) Join(silo, settings.Cluster, () => ((PostgresRegistryStore)store.Value).Documents, name, siloPort, gatewayPort);
        else StandAlone(silo, () => ((SqliteRegistryStore)store.Value).ConnectionString, name, siloPort, gatewayPort);
    }

    // The database is named when the silo is put together, because the store is still being opened here.
    private static void StandAlone(ISiloBuilder silo, Func<string> database, string name, int siloPort, int gatewayPort)
    {
        silo.UseLocalhostClustering(siloPort, gatewayPort, new IPEndPoint(IPAddress.Loopback, siloPort), name, name);
        silo.Configure<ClusterMembershipOptions>(options => options.DefunctSiloCleanupPeriod = null);
        silo.AddDocumentStorage(options =>
        {
            options.Invariant = SqliteRegistryStore.OrleansInvariant;
            options.ConnectionString = database();
        });
    }

    private static void Join(ISiloBuilder silo, Configuration.ClusterOptions place, Func<DbDataSource> database, string name, int siloPort, int gatewayPort)
    {
        silo.Configure<Orleans.Configuration.ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (name, name));
        silo.ConfigureEndpoints(IPAddress.Parse(place.Address), siloPort, gatewayPort);
        silo.UseAdoNetClustering(options =>
        {
            options.Invariant = PostgresRegistryStore.OrleansInvariant;
            options.DataSource = database();
        });
        silo.AddDocumentStorage(options =>
        {
            options.Invariant = PostgresRegistryStore.OrleansInvariant;
            options.DataSource = database();
        });
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            options.ProbeTimeout = ProbeWithin;
            options.MaxProbeTimeout = ProbeWithin;
            options.NumMissedProbesLimit = MissedProbesMax;
            options.NumVotesForDeathDeclaration = VotesForDeath;
            // A probe through a third silo counts only while that one is well, so on a machine that is short of time nobody is ever declared dead; two votes are asked for anyway.
            options.EnableIndirectProbes = false;
            options.IAmAliveTablePublishTimeout = SignOfLifeEvery;
            options.TableRefreshTimeout = MembersReadEvery;
        });
        silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = AnswerWithin);
    }
}
