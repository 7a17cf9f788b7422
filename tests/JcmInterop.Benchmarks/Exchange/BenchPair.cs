using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Transfers;
using JcmInterop.Messages.Signatures;
using JcmInterop.Server.Configuration;
using JcmInterop.Storage.Tests.Postgres;
using Npgsql;

namespace JcmInterop.Benchmarks.Exchange;

/// <summary>Two nodes, Japan and Thailand, as processes with stores of their own, and a Thai account full of units. All facts are invented.</summary>
internal sealed class BenchPair : IAsyncDisposable
{
    private static readonly DateTimeOffset DecideBy = TimeProvider.System.GetUtcNow().AddDays(10);

    private readonly string folder;
    private int transfers;

    private BenchPair(string folder, BenchNode japan, BenchNode thailand)
    {
        this.folder = folder;
        Japan = japan;
        Thailand = thailand;
    }

    public BenchNode Japan { get; }

    public BenchNode Thailand { get; }

    /// <summary>Starts both nodes.</summary>
    /// <param name="server">Where each gets a database of its own; nothing gives each a file of SQLite.</param>
    public static async Task<BenchPair> StartAsync(PostgresTestServer? server = null)
    {
        var place = Directory.CreateTempSubdirectory("jcm-bench-").FullName;
        var (japanese, thai) = (FreePort(), FreePort());
        Dictionary<PartyCode, int> ports = new() { [PartyCode.Japan] = japanese, [BenchFacts.Tha] = thai };
        foreach (var party in ports.Keys)
        {
            Directory.CreateDirectory(Path.Combine(place, party.Code));
            using var random = RandomNumberGenerator.Create();
            using var key = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
            SigningKeyFile.Create(Path.Combine(place, party.Code, "key.json"), key);
            await File.WriteAllTextAsync(Path.Combine(place, $"{party}.jwks.json"), $$"""{"keys":[{{key.Public.PublicJwk}}]}""");
        }

        foreach (var party in ports.Keys)
            await File.WriteAllTextAsync(Path.Combine(place, party.Code, "node.json"), NodeConfigurationFile.Write(Options(place, party, ports) with { Store = server is null ? null : Store(place, server) }));
        return new BenchPair(place, await NodeAsync(place, PartyCode.Japan, japanese), await NodeAsync(place, BenchFacts.Tha, thai));
    }

    /// <summary>Opens accounts and gives Thailand units enough for a number of transfers.</summary>
    public async Task PrepareAsync(long transfersMost)
    {
        foreach (var command in BenchFacts.Opening(PartyCode.Japan)) await Japan.DoAsync(command);
        foreach (var command in BenchFacts.Opening(BenchFacts.Tha)) await Thailand.DoAsync(command);
        await Thailand.DoAsync(BenchFacts.Thai.Authorize());
        var tonnes = checked(transfersMost * BenchFacts.Tonnes);
        await Japan.DoAsync(BenchFacts.Thai.Decide(tonnes));
        await Thailand.DoAsync(BenchFacts.Thai.Decide(tonnes));
        await Thailand.DoAsync(BenchFacts.Thai.Issue(tonnes));
    }

    /// <summary>New proposals, one transfer each.</summary>
    public IReadOnlyList<ProposeTransfer> Proposals(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Propose())];

    /// <summary>Processor time both nodes have used.</summary>
    public TimeSpan ProcessorTime => Japan.ProcessorTime + Thailand.ProcessorTime;

    /// <summary>How many transfers were proposed.</summary>
    public int Proposed => transfers;

    public async ValueTask DisposeAsync()
    {
        await Japan.DisposeAsync();
        await Thailand.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private ProposeTransfer Propose()
    {
        Interlocked.Increment(ref transfers);
        return BenchFacts.Thai.Propose(DecideBy);
    }

    private static Task<BenchNode> NodeAsync(string folder, PartyCode party, int port) =>
        BenchNode.StartAsync(Path.Combine(folder, party.Code, "node.json"), Path.Combine(folder, party.Code, "data"), new Uri($"http://127.0.0.1:{port}"));

    private static StoreOptions Store(string folder, PostgresTestServer server)
    {
        var connection = new NpgsqlConnectionStringBuilder(server.NewDatabase());
        var password = Path.Combine(folder, "password");
        File.WriteAllText(password, connection.Password);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(password, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        connection.Password = null;
        return new StoreOptions { Postgres = connection.ConnectionString, PasswordFile = password };
    }

    private static NodeOptions Options(string folder, PartyCode party, Dictionary<PartyCode, int> ports) => new()
    {
        Party = party.Code,
        Urls = [$"http://127.0.0.1:{ports[party]}"],
        DataDirectory = Path.Combine(folder, party.Code, "data"),
        SigningKeyFile = Path.Combine(folder, party.Code, "key.json"),
        Registries =
        [
            new RegistryOptions
            {
                Partner = Other(party).Code,
                PartnerUrl = $"http://127.0.0.1:{ports[Other(party)]}",
                PartnerKeyFiles = [Path.Combine(folder, $"{Other(party)}.jwks.json")],
                OwnRegistry = $"{party}01",
                PartnerRegistry = $"{Other(party)}01",
                IssuePatterns = [new IssuePatternOptions(new DateOnly(2013, 1, 1), "mirror-at-issuance")],
                NdcPeriod = new NdcPeriodOptions(2021, 2030),
            },
        ],
    };

    private static PartyCode Other(PartyCode party) => BenchFacts.Thai.Registry.CounterpartOf(party);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
