using JcmInterop.Domain.Parties;
using JcmInterop.Storage.Tests.Postgres;

namespace JcmInterop.Benchmarks.Exchange;

/// <summary>Two nodes, Japan and Thailand, as processes with stores of their own.</summary>
internal sealed class BenchPair : IAsyncDisposable
{
    private readonly string place;
    private readonly (NodeFolder Folder, Uri Url) japanese;
    private readonly (NodeFolder Folder, Uri Url) thai;

    private BenchPair(string place, (NodeFolder Folder, Uri Url) japanese, (NodeFolder Folder, Uri Url) thai)
    {
        this.place = place;
        this.japanese = japanese;
        this.thai = thai;
    }

    public BenchNode Japan { get; private set; } = null!;

    public BenchNode Thailand { get; private set; } = null!;

    /// <summary>The registry of the two, as long as the nodes are not started again.</summary>
    public BothSides Sides { get; private set; } = null!;

    /// <summary>Processor time both nodes have used.</summary>
    public TimeSpan ProcessorTime => Japan.ProcessorTime + Thailand.ProcessorTime;

    /// <summary>Starts both nodes.</summary>
    /// <param name="server">Where each gets a database of its own; nothing gives each a file of SQLite.</param>
    public static async Task<BenchPair> StartAsync(PostgresTestServer? server = null)
    {
        var folder = Directory.CreateTempSubdirectory("jcm-bench-").FullName;
        var (japan, thailand) = (NodeFolder.Create(folder, PartyCode.Japan, server), NodeFolder.Create(folder, BenchFacts.Tha, server));
        var (japanUrl, thailandUrl) = (FreeAddress.Next(), FreeAddress.Next());
        japan.Configure(japanUrl, [(thailand.Party, thailandUrl)]);
        thailand.Configure(thailandUrl, [(japan.Party, japanUrl)]);
        var pair = new BenchPair(folder, (japan, japanUrl), (thailand, thailandUrl));
        await pair.StartNodesAsync();
        return pair;
    }

    /// <summary>Stops both nodes as an operator would.</summary>
    public async Task StopNodesAsync() => await Task.WhenAll(Japan.DisposeAsync().AsTask(), Thailand.DisposeAsync().AsTask());

    /// <summary>Starts both nodes at once, at the addresses they had, and waits until both are ready.</summary>
    public async Task StartNodesAsync()
    {
        var starting = await Task.WhenAll(BenchNode.StartAsync(japanese.Folder, japanese.Url), BenchNode.StartAsync(thai.Folder, thai.Url));
        (Japan, Thailand) = (starting[0], starting[1]);
        var registry = BenchFacts.Thai.Registry;
        Sides = new BothSides(BenchFacts.Thai, Japan.Registry(registry), Thailand.Registry(registry));
    }

    public async ValueTask DisposeAsync()
    {
        await StopNodesAsync();
        Directory.Delete(place, recursive: true);
    }
}
