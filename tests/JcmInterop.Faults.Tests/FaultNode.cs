using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.EndToEnd.Tests;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;
using JcmInterop.Server.Configuration;
using JcmInterop.Server.Operators;
using JcmInterop.Server.Tests.World;
using JcmInterop.Storage.Postgres;
using JcmInterop.Storage.State;
using JcmInterop.Storage.Tests.Postgres;
using Npgsql;

namespace JcmInterop.Faults.Tests;

/// <summary>One Party's node as a real cluster of processes on PostgreSQL, and what the test does to it.</summary>
internal sealed class FaultNode : IAsyncDisposable
{
    private readonly string folder;
    private readonly PartyCode party;
    private readonly string database;
    private readonly int port;
    private readonly int silosCount;
    private readonly HttpClient http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromSeconds(2) }) { Timeout = TimeSpan.FromSeconds(20) };
    private JcmProcess? process;

    public FaultNode(string root, PartyCode party, string database, int port, int silosCount)
    {
        this.party = party;
        this.database = database;
        this.port = port;
        this.silosCount = silosCount;
        folder = Directory.CreateDirectory(Path.Combine(root, party.Code)).FullName;
        using var random = RandomNumberGenerator.Create();
        using var key = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
        SigningKeyFile.Create(Path.Combine(folder, "key.json"), key);
        PublicKeys = Path.Combine(folder, "public.json");
        File.WriteAllText(PublicKeys, $$"""{"keys":[{{key.Public.PublicJwk}}]}""");
    }

    public string PublicKeys { get; }

    private string Url => $"http://127.0.0.1:{port}";

    private string Data => Path.Combine(folder, "data");

    private string Configuration => Path.Combine(folder, "node.json");

    /// <summary>Writes the configuration and starts the cluster.</summary>
    public async Task StartAsync(FaultNode partner)
    {
        var connection = new NpgsqlConnectionStringBuilder(database);
        var password = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(password, connection.Password);
        connection.Password = null;
        await File.WriteAllTextAsync(Configuration, NodeConfigurationFile.Write(new NodeOptions
        {
            Party = party.Code,
            Urls = [Url],
            DataDirectory = Data,
            SigningKeyFile = Path.Combine(folder, "key.json"),
            Store = new StoreOptions { Postgres = connection.ConnectionString, PasswordFile = password },
            Registries =
            [
                new RegistryOptions
                {
                    Partner = partner.party.Code, PartnerUrl = partner.Url, PartnerKeyFiles = [partner.PublicKeys], OwnRegistry = $"{party}01", PartnerRegistry = $"{partner.party}01",
                    IssuePatterns = [new IssuePatternOptions(new DateOnly(2013, 1, 1), "mirror-at-issuance")], NdcPeriod = new NdcPeriodOptions(2021, 2030),
                },
            ],
        }));
        process = JcmProcess.Start("cluster", "--config", Configuration, "--silos", $"{silosCount}", "--until-input-ends", "--json");
        await process.LineWithAsync("readyAfterMilliseconds");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", await File.ReadAllTextAsync(Path.Combine(Data, OperatorTokens.FirstTokenFile(OperatorRole.Administrator))));
    }

    /// <summary>Process ids of the silos that run at this moment.</summary>
    public IReadOnlyList<int> Silos() =>
        [.. JsonElement.Parse(File.ReadAllBytes(Path.Combine(Data, "silos", "silos.json"))).EnumerateArray().Select(s => s.GetProperty("pid").GetInt32()).Where(pid => pid > 0)];

    /// <summary>Gives a command again and again until the node has answered it; a refusal is an answer too.</summary>
    /// <returns>Whether it was accepted.</returns>
    public async Task<bool> DoAsync(LedgerCommand command, string key, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        while (true)
        {
            if (await AnsweredAsync(command, key, cancellation) is { } accepted) return accepted;
            await timer.WaitForNextTickAsync(cancellation);
        }
    }

    /// <summary>Whether the node says that it takes requests.</summary>
    public async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await http.GetAsync($"{Url}/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException)
        {
            return false;
        }
    }

    /// <summary>The record, read from the database itself.</summary>
    public PostgresRegistryStore OpenStore() => PostgresRegistryStore.Open(new PostgresStoreOptions(database));

    public async Task<LedgerState> StateAsync()
    {
        await using var store = OpenStore();
        return LedgerRows.State((await store.LoadAsync(Facts.Pair)).Items);
    }

    public string Logs() => string.Join('\n', Directory.EnumerateFiles(Path.Combine(Data, "silos"), "node.log", SearchOption.AllDirectories).SelectMany(f => File.ReadLines(f).TakeLast(15)));

    /// <summary>Asks the cluster to stop and waits for it.</summary>
    public async Task<int> StopAsync()
    {
        await process!.TerminateAsync();
        return await process.EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null) await process.DisposeAsync();
        http.Dispose();
    }

    /// <summary>Sends a signal to a process.</summary>
    public static async Task SignalAsync(string signal, int processId)
    {
        using var kill = Process.Start("kill", [$"-{signal}", processId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private async Task<bool?> AnsweredAsync(LedgerCommand command, string key, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Url}/operator/v1/registries/{Facts.Pair}/commands");
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
}
