using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using JcmInterop.Cli.Clusters;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Faults.Tests.Machines;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;
using JcmInterop.Server.Configuration;
using JcmInterop.Server.Operators;
using JcmInterop.Server.Tests.World;
using JcmInterop.Storage.Postgres;
using JcmInterop.Storage.State;
using Npgsql;

namespace JcmInterop.Faults.Tests.World;

/// <summary>One Party's node: silos as processes behind one address, and its clients.</summary>
internal sealed class FaultNode : IAsyncDisposable
{
    private const int PortOfRequests = 20_080;
    private const int PortOfSilos = 20_280;
    private const int PortOfGateways = 20_480;
    private static readonly TimeSpan AnsweredWithin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AgainAfter = TimeSpan.FromMilliseconds(200);

    private readonly FaultSite site;
    private readonly string folder;
    private readonly string database;
    private readonly List<FaultSilo> silos = [];
    private readonly HttpClient http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromSeconds(2) }) { Timeout = TimeSpan.FromSeconds(20) };
    private ClusterFront? front;
    private long unanswered;
    private PostgresRegistryStore? record;

    public FaultNode(FaultSite site, PartyCode party, string database)
    {
        this.site = site;
        this.database = database;
        Party = party;
        folder = Directory.CreateDirectory(Path.Combine(site.Root, party.Code)).FullName;
        using var random = RandomNumberGenerator.Create();
        using var key = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
        SigningKeyFile.Create(Path.Combine(folder, "key.json"), key);
        File.WriteAllText(PublicKeys, $$"""{"keys":[{{key.Public.PublicJwk}}]}""");
        Url = new Uri($"http://{site.NewFrontAddress()}:{Port.Free()}");
    }

    public PartyCode Party { get; }

    /// <summary>The node's one address.</summary>
    public Uri Url { get; }

    public IReadOnlyList<FaultSilo> Silos => silos;

    /// <summary>Commands so far that were not answered, or asked to come again.</summary>
    public long Unanswered => Interlocked.Read(ref unanswered);

    private string PublicKeys => Path.Combine(folder, "public.json");

    /// <summary>The record, read from the database itself.</summary>
    public PostgresRegistryStore Record => record ??= PostgresRegistryStore.Open(new PostgresStoreOptions(database));

    /// <summary>Folder of the node's tokens and keys.</summary>
    public string Data => Path.Combine(folder, "data");

    /// <summary>Starts the silos, each on a machine of its own, and the address in front of them.</summary>
    public async Task StartAsync(FaultNode partner, int silosCount)
    {
        var options = await OptionsAsync(partner);
        for (var i = 0; i < silosCount; i++) silos.Add(NewSilo(options, await site.NewMachineAsync()));
        front = new ClusterFront(Url, silos.Select(silo => silo.Url), TimeProvider.System);
        front.Start();
        await Task.WhenAll(silos.Select(silo => silo.StartAsync()));
    }

    /// <summary>Writes the configuration of the node as a whole, for a program that plans its silos itself.</summary>
    /// <returns>The file.</returns>
    public async Task<string> ConfigureAsync(FaultNode partner)
    {
        var file = Path.Combine(folder, "node.json");
        await File.WriteAllTextAsync(file, NodeConfigurationFile.Write(await OptionsAsync(partner) with { Urls = [Url.GetLeftPart(UriPartial.Authority)] }));
        return file;
    }

    /// <summary>The silo whose commit the database saw last: the registry's writer. Nothing where the silos share one address.</summary>
    public async Task<FaultSilo?> WriterAsync()
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            SELECT host(client_addr) FROM pg_stat_activity
            WHERE datname = current_database() AND query LIKE '%INSERT INTO%' AND query NOT LIKE '%Orleans%' AND pid <> pg_backend_pid() ORDER BY query_start DESC LIMIT 1
            """,
            connection);
        var address = await command.ExecuteScalarAsync() as string;
        return silos.SingleOrDefault(silo => silo.Machine.Namespace is not null && silo.Machine.Address == address);
    }

    /// <summary>The silos that any silo of the node takes for members that live.</summary>
    public async Task<IReadOnlySet<string>> MembersAsync()
    {
        var said = await Task.WhenAll(silos.Select(silo => AskAsync(silo.Url, "health/cluster")));
        return said.OfType<(int Status, string Body)>().SelectMany(answer => Members(answer.Body, "Active")).ToHashSet();
    }

    /// <summary>Whether every silo is a live member in the eyes of all of them. One that was declared dead while nobody could reach it says for a moment still that it is ready.</summary>
    public async Task<bool> IsWholeAsync()
    {
        var said = (await Task.WhenAll(silos.Select(silo => AskAsync(silo.Url, "health/cluster")))).OfType<(int Status, string Body)>().Select(answer => answer.Body).ToList();
        var own = said.Select(body => JsonElement.Parse(body).GetProperty("silo").GetString()!).ToHashSet();
        return own.Count == silos.Count && said.TrueForAll(body => own.IsSubsetOf(Members(body, "Active")));
    }

    /// <summary>Whether a silo says of one of these that it is dead.</summary>
    public async Task<bool> HasDeclaredDeadAsync(IReadOnlySet<string> members)
    {
        var said = await Task.WhenAll(silos.Select(silo => AskAsync(silo.Url, "health/cluster")));
        return said.OfType<(int Status, string Body)>().SelectMany(answer => Members(answer.Body, "Dead")).Any(members.Contains);
    }

    /// <summary>Gives a command again and again until the node has answered it; a refusal is an answer too.</summary>
    /// <returns>Whether it was accepted.</returns>
    public Task<bool> DoAsync(LedgerCommand command, string key, CancellationToken cancellation) => DoAsync(Url, command, key, cancellation);

    /// <summary>The same, at one silo instead of the node's address.</summary>
    public async Task<bool> DoAsync(Uri url, LedgerCommand command, string key, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(AgainAfter, TimeProvider.System);
        while (true)
        {
            if (await TryAsync(url, command, key, cancellation) is { } accepted) return accepted;
            Interlocked.Increment(ref unanswered);
            await timer.WaitForNextTickAsync(cancellation);
        }
    }

    /// <summary>Gives a command once.</summary>
    /// <returns>Whether it was accepted; nothing where the node did not answer, or asked to come again.</returns>
    public async Task<bool?> TryAsync(Uri url, LedgerCommand command, string key, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(url, $"operator/v1/registries/{Facts.Pair}/commands"));
        request.Headers.Add("Idempotency-Key", key);
        request.Content = new ByteArrayContent(WireJson.Write(command)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        try
        {
            using var answer = await http.SendAsync(request, cancellation);
            var status = (int)answer.StatusCode;
            if (status is 503 or 429 or 502) return null;
            return status is 200 or 422 ? status == 200 : throw new InvalidOperationException($"HTTP {status}: {Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(cancellation))}");
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>The body of an answer of one silo; nothing where it does not answer.</summary>
    public async Task<(int Status, string Body)?> AskAsync(Uri url, string path)
    {
        using var patience = new CancellationTokenSource(AnsweredWithin, TimeProvider.System);
        try
        {
            using var answer = await http.GetAsync(new Uri(url, path), patience.Token);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(patience.Token));
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (TaskCanceledException)
        {
            return null;
        }
    }

    public async Task<LedgerState> StateAsync() => LedgerRows.State((await Record.LoadAsync(Facts.Pair)).Items);

    public string Logs() => string.Join('\n', silos.Select(silo => silo.Logs()));

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(silos.Select(silo => silo.DisposeAsync().AsTask()));
        if (front is not null) await front.DisposeAsync();
        if (record is not null) await record.DisposeAsync();
        http.Dispose();
    }

    private static IEnumerable<string> Members(string cluster, string status) =>
        from member in JsonElement.Parse(cluster).GetProperty("members").EnumerateArray()
        where member.GetProperty("status").GetString() == status
        select member.GetProperty("silo").GetString();

    private FaultSilo NewSilo(NodeOptions options, Machine machine)
    {
        var number = silos.Count;
        // On machines of their own, all of them use the same ports.
        var (url, silo, gateway) = machine == Machine.Here ? (Port.Free(), Port.Free(), Port.Free()) : (PortOfRequests, PortOfSilos, PortOfGateways);
        return new FaultSilo(machine, Path.Combine(folder, $"{number}"), options with
        {
            Urls = [$"http://{machine.Address}:{url}"],
            Cluster = new ClusterOptions { Address = machine.Address, SiloPort = silo, GatewayPort = gateway },
        });
    }

    private async Task<NodeOptions> OptionsAsync(FaultNode partner)
    {
        Directory.CreateDirectory(Data);
        OperatorTokens.Open(Data);
        var token = await File.ReadAllTextAsync(Path.Combine(Data, OperatorTokens.FirstTokenFile(OperatorRole.Administrator)));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var connection = site.AsSeenByMachines(database);
        var password = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(password, connection.Password);
        connection.Password = null;
        return new NodeOptions
        {
            Party = Party.Code,
            DataDirectory = Data,
            SigningKeyFile = Path.Combine(folder, "key.json"),
            Store = new StoreOptions { Postgres = connection.ConnectionString, PasswordFile = password },
            Registries =
            [
                new RegistryOptions
                {
                    Partner = partner.Party.Code, PartnerUrl = partner.Url.GetLeftPart(UriPartial.Authority), PartnerKeyFiles = [partner.PublicKeys],
                    OwnRegistry = $"{Party}01", PartnerRegistry = $"{partner.Party}01",
                    IssuePatterns = [new IssuePatternOptions(new DateOnly(2013, 1, 1), "mirror-at-issuance")], NdcPeriod = new NdcPeriodOptions(2021, 2030),
                },
            ],
        };
    }
}
