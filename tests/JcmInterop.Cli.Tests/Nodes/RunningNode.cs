using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Grains.Links;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Signatures;
using JcmInterop.Server.Configuration;
using JcmInterop.Server.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JcmInterop.Cli.Nodes;

/// <summary>A real node in this process, that commands are given to over HTTP.</summary>
internal sealed class RunningNode : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);
    private readonly TemporaryFolder folder = new();
    private readonly int port = FreePort();
    private readonly PartyCode party;
    private readonly BilateralRegistryId registry;
    private DirectionHead told = DirectionHead.None;
    private NodeHost? host;

    public RunningNode(string party, string partner, SigningKey? partnerKey = null)
    {
        using var random = RandomNumberGenerator.Create();
        this.party = new PartyCode(party);
        registry = new BilateralRegistryId(this.party, new PartyCode(partner));
        Key = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
        PartnerKey = partnerKey ?? SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
        SigningKeyFile.Create(folder["key.json"], Key);
    }

    public SigningKey Key { get; }

    public SigningKey PartnerKey { get; private set; }

    public Uri Url => new($"http://127.0.0.1:{port}");

    public string this[string name] => folder[name];

    /// <summary>The options that name this node, its administrator and the registry.</summary>
    public string[] Access => ["--url", $"{Url}", "--token-file", folder["data/administrator.token"], "--registry", $"{registry}"];

    /// <summary>Takes a key of the partner's node for its only one.</summary>
    public void Trust(SigningKey key) => PartnerKey = key;

    public async Task StartAsync(Uri partnerUrl)
    {
        folder.Write("partner.json", $$"""{"keys":[{{PartnerKey.Public.PublicJwk}}]}""");
        folder.Write("node.json", $$"""
            {
              "party": "{{party}}", "urls": ["{{Url.GetLeftPart(UriPartial.Authority)}}"], "dataDirectory": "data", "signingKeyFile": "key.json",
              "registries": [{
                "partner": "{{registry.CounterpartOf(party)}}", "partnerUrl": "{{partnerUrl.GetLeftPart(UriPartial.Authority)}}", "partnerKeyFiles": ["partner.json"],
                "ownRegistry": "{{party}}01", "partnerRegistry": "{{registry.CounterpartOf(party)}}01",
                "issuePatterns": [{ "from": "2013-01-01", "pattern": "mirror-at-issuance" }], "ndcPeriod": { "firstYear": 2021, "finalYear": 2030 }
              }]
            }
            """);
        host = NodeHost.Build(NodeConfigurationFile.Read(folder["node.json"]), builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton(new LinkOptions { BackOffFirst = TimeSpan.FromMilliseconds(50), BackOffMax = TimeSpan.FromMilliseconds(200) });
        });
        await host.StartAsync(TestContext.Current.CancellationToken);
    }

    public async Task StopAsync()
    {
        if (host is null) return;
        await host.StopAsync(CancellationToken.None);
        await host.DisposeAsync();
        host = null;
    }

    /// <summary>Gives the command line to the node, with the options that name it.</summary>
    public Task<Run> AskAsync(params string[] arguments) => Run.Of([.. arguments, .. Access, "--json"]);

    /// <summary>Repeats a question until its answer is as it must become.</summary>
    public static async Task<Run> UntilAsync(Func<Task<Run>> ask, Predicate<Run> isIt)
    {
        using var timer = new PeriodicTimer(Tick, TimeProvider.System);
        using var patience = new CancellationTokenSource(Deadline, TimeProvider.System);
        while (true)
        {
            var run = await ask();
            if (isIt(run)) return run;
            if (patience.IsCancellationRequested) throw new TimeoutException($"It never became so; the last answer was {run.Output}{run.Error}");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The partner sends its next message.</summary>
    public async Task HearAsync(PartnerMessage body)
    {
        var now = TimeProvider.System.GetUtcNow();
        var message = OutgoingMessages.Compose(new MessageRoute(registry, registry.CounterpartOf(party)), told, Guid.CreateVersion7(now), now, body, PartnerKey);
        using var http = new HttpClient { BaseAddress = Url };
        using var content = new ReadOnlyMemoryContent(message.Bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/jose+json") } };
        using var response = await http.PostAsync($"partner/v1/registries/{registry}/messages", content, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        told = message.Head;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Key.Dispose();
        PartnerKey.Dispose();
        folder.Dispose();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
