using JcmInterop.Benchmarks.Exchange;
using JcmInterop.Domain.Parties;
using JcmInterop.Server.Configuration;
using JcmInterop.Storage.Tests.Postgres;

namespace JcmInterop.Benchmarks.Registries;

/// <summary>Japan's node as a process of its own, with several registries in one store, and the node of each partner with a store of its own, all of them in one other process.</summary>
internal sealed class RegistryNodes : IAsyncDisposable
{
    private readonly string place;
    private readonly PartnersProcess partners;
    private readonly IReadOnlyList<HttpClient> clients;

    private RegistryNodes(string place, BenchNode japan, PartnersProcess partners, IReadOnlyList<HttpClient> clients, IReadOnlyList<BothSides> registries)
    {
        this.place = place;
        this.partners = partners;
        this.clients = clients;
        Japan = japan;
        Registries = registries;
    }

    public BenchNode Japan { get; }

    /// <summary>The registry with each partner.</summary>
    public IReadOnlyList<BothSides> Registries { get; }

    /// <summary>Starts all nodes.</summary>
    /// <param name="facts">What is exchanged with each partner.</param>
    /// <param name="server">Where each node gets a database of its own; nothing gives each a file of SQLite.</param>
    public static async Task<RegistryNodes> StartAsync(IReadOnlyList<BenchFacts> facts, PostgresTestServer? server)
    {
        var folder = Directory.CreateTempSubdirectory("jcm-registries-").FullName;
        var (japanese, url) = (NodeFolder.Create(folder, PartyCode.Japan, server), FreeAddress.Next());
        var theirs = facts.Select(f => NodeFolder.Create(folder, f.Partner, server)).ToList();
        foreach (var their in theirs) their.Configure(FreeAddress.Any, [(PartyCode.Japan, url)]);
        var others = await PartnersProcess.StartAsync(theirs);
        japanese.Configure(url, facts.Zip(others.Urls, (f, their) => (f.Partner, their)), LimitsFor(facts.Count));
        var japan = await BenchNode.StartAsync(japanese, url);
        var administrators = await Task.WhenAll(theirs.Zip(others.Urls, (their, at) => their.AdministratorAsync(at)));
        return new RegistryNodes(
            folder, japan, others, administrators, [.. facts.Zip(administrators, (f, client) => new BothSides(f, japan.Registry(f.Registry), new RegistryClient(client, f.Registry)))]);
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Japan.DisposeAsync().AsTask(), partners.DisposeAsync().AsTask());
        foreach (var client in clients) client.Dispose();
        Directory.Delete(place, recursive: true);
    }

    // The limits of an address, once for each partner: here all of them have the same address, which partners never have.
    private static LimitOptions LimitsFor(int partners)
    {
        var usual = new LimitOptions();
        return usual with
        {
            PartnerRequestsAtOnce = usual.PartnerRequestsAtOnce * partners,
            PartnerRequestsWaiting = usual.PartnerRequestsWaiting * partners,
            ConnectionsOfOneAddress = usual.ConnectionsOfOneAddress * partners,
        };
    }
}
