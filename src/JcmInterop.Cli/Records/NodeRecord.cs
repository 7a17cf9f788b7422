using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Projections;
using JcmInterop.Server.Configuration;
using JcmInterop.Server.Hosting;
using JcmInterop.Storage;
using JcmInterop.Storage.Relational;
using JcmInterop.Storage.Sqlite;

namespace JcmInterop.Cli.Records;

/// <summary>All that one node has recorded, read from its store while the node is stopped.</summary>
/// <param name="Party">The Party of the node.</param>
/// <param name="Registries">Its bilateral registries, in the order of the configuration.</param>
internal sealed record NodeRecord(PartyCode Party, IReadOnlyList<RegistryRecord> Registries)
{
    /// <summary>The configuration of the node.</summary>
    public required NodeSettings Settings { get; init; }

    /// <summary>Opens the store of a node that has run: the file of a stopped one, or the database, beside a running one too.</summary>
    /// <exception cref="InputFault">There is no store.</exception>
    public static RelationalRegistryStore OpenStore(NodeSettings settings) => settings.Store.IsShared ? NodeStore.Open(settings) : OpenFile(settings.StorePath);

    /// <summary>Opens the file of an embedded store.</summary>
    /// <exception cref="InputFault">There is no store.</exception>
    public static SqliteRegistryStore OpenFile(string path) => File.Exists(path)
        ? SqliteRegistryStore.Open(new SqliteStoreOptions(path))
        : throw new InputFault($"There is no store at {path}.", $"{path} に保存ファイルがありません。");

    /// <summary>Reads every registry.</summary>
    public static async Task<NodeRecord> ReadAsync(IRegistryStore store, NodeSettings settings, CancellationToken cancellation)
    {
        var registries = new List<RegistryRecord>();
        foreach (var configuration in settings.Registries.All) registries.Add(await RegistryRecord.ReadAsync(store, configuration, cancellation));
        return new NodeRecord(settings.Party, registries) { Settings = settings };
    }

    /// <summary>The registry with an id.</summary>
    public RegistryRecord this[BilateralRegistryId registry] => Registries.Single(r => r.Registry == registry);

    /// <summary>What the Party did in all of its registries.</summary>
    /// <param name="dates">What counts.</param>
    public PartyHistory History(ReportDates dates) => PartyHistory.Read(Party, Registries.Select(r => (r.Settings, (IEnumerable<RecordedEvent>)r.Events)), dates);
}
