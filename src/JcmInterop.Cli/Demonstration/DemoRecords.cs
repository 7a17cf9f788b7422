using JcmInterop.Cli.Processes;
using JcmInterop.Cli.Records;
using JcmInterop.Domain.Parties;
using JcmInterop.Server.Configuration;
using JcmInterop.Storage.Integrity;
using JcmInterop.Storage.Sqlite;

namespace JcmInterop.Cli.Demonstration;

/// <summary>The stores of the stopped nodes, opened to be checked and reported on.</summary>
internal sealed class DemoRecords : IAsyncDisposable
{
    private readonly Dictionary<PartyCode, (SqliteRegistryStore Store, NodeRecord Record)> nodes = [];

    private DemoRecords()
    {
    }

    /// <summary>The Parties, Japan first.</summary>
    public IEnumerable<PartyCode> Parties => nodes.Keys;

    public NodeRecord this[PartyCode party] => nodes[party].Record;

    /// <summary>Opens the stores.</summary>
    public static async Task<DemoRecords> OpenAsync(IEnumerable<NodePlace> places, CancellationToken cancellation)
    {
        var records = new DemoRecords();
        foreach (var place in places)
        {
            var settings = NodeSettings.Check(NodeConfigurationFile.Read(place.ConfigurationFile));
            using var key = settings.Key;
            var store = NodeRecord.OpenFile(settings.StorePath);
            records.nodes[place.Party] = (store, await NodeRecord.ReadAsync(store, settings, cancellation));
        }

        return records;
    }

    public SqliteRegistryStore Store(PartyCode party) => nodes[party].Store;

    /// <summary>Everything that is not as it must be in any store.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellation)
    {
        var found = new List<string>();
        foreach (var (party, (store, _)) in nodes)
        {
            if (await store.FindDamageAsync(cancellation) is { } damage) found.Add($"{party}: {damage}");
            found.AddRange((await StoreCheck.RunAsync(store, cancellation)).Select(f => $"{party}: {f}"));
        }

        return found;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (store, _) in nodes.Values) await store.DisposeAsync();
    }
}
