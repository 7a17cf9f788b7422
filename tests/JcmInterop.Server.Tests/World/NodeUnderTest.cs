using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Grains.Links;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;
using JcmInterop.Server.Configuration;
using JcmInterop.Server.Hosting;
using JcmInterop.Server.Operators;
using JcmInterop.Server.Partners;
using JcmInterop.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JcmInterop.Server.Tests.World;

/// <summary>One real node on the loopback address, with its own directory.</summary>
internal sealed class NodeUnderTest : IAsyncDisposable
{
    private NodeHost? host;

    public NodeUnderTest(TestFolder folder, PartyCode party, PartyCode partner, SigningKey key, SigningKey partnerKey)
    {
        Folder = folder.Of(party.Code);
        Directory.CreateDirectory(Folder);
        SigningKeyFile.Create(Path.Combine(Folder, "key.json"), key);
        File.WriteAllText(Path.Combine(Folder, "partner.json"), $$"""{"keys":[{{partnerKey.Public.PublicJwk}}]}""");
        Options = new NodeOptions
        {
            Party = party.Code,
            Urls = ["http://127.0.0.1:0"],
            DataDirectory = Path.Combine(Folder, "data"),
            SigningKeyFile = Path.Combine(Folder, "key.json"),
            Registries =
            [
                new RegistryOptions
                {
                    Partner = partner.Code,
                    PartnerUrl = "http://127.0.0.1:1",
                    PartnerKeyFiles = [Path.Combine(Folder, "partner.json")],
                    OwnRegistry = $"{party}01",
                    PartnerRegistry = $"{partner}01",
                    IssuePatterns =
                    [
                        new IssuePatternOptions(new DateOnly(2013, 1, 1), "mirror-at-issuance"),
                        new IssuePatternOptions(new DateOnly(2025, 1, 1), "partner-issues-then-transfers"),
                    ],
                    NdcPeriod = new NdcPeriodOptions(2021, 2030),
                },
            ],
        };
    }

    public string Folder { get; }

    public NodeOptions Options { get; set; }

    public SwitchableAddresses Partner { get; } = new();

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public LinkOptions Link { get; set; } = new() { BackOffFirst = TimeSpan.FromMilliseconds(50), BackOffMax = TimeSpan.FromMilliseconds(200) };

    /// <summary>What the node is given in place of its own; nothing where it is as in the field.</summary>
    public Action<IServiceCollection> Replace { get; set; } = _ => { };

    public NodeHost Host => host ?? throw new InvalidOperationException("The node is not started.");

    public Uri Url => Host.Urls[0];

    public IRegistryStore Store => Host.Services.GetRequiredService<IRegistryStore>();

    public async Task StartAsync()
    {
        host = NodeHost.Build(Options, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<IPartnerAddresses>(Partner);
            builder.Services.AddSingleton(Time);
            builder.Services.AddSingleton(Link);
            Replace(builder.Services);
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

    public string Token(OperatorRole role) => File.ReadAllText(Path.Combine(Options.DataDirectory, OperatorTokens.FirstTokenFile(role)));

    public HttpClient Client(OperatorRole? role = OperatorRole.Administrator)
    {
        // Where a client asks first, it waits for the answer however busy the machine is, and does not begin to send a body that is not wanted.
        var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = Url };
        if (role is { } known) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(known));
        return client;
    }

    public static async Task<(HttpStatusCode Status, byte[] Body)> PostAsync(HttpClient client, LedgerCommand command, string? key = null, bool isDryRun = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"operator/v1/registries/JPN-THA/commands{(isDryRun ? "?dryRun=true" : "")}");
        request.Headers.Add("Idempotency-Key", key ?? Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString());
        request.Content = new ByteArrayContent(WireJson.Write(command)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Gives a command that must be accepted.</summary>
    public async Task DoAsync(LedgerCommand command)
    {
        using var client = Client();
        var (status, body) = await PostAsync(client, command);
        status.ShouldBe(HttpStatusCode.OK, System.Text.Encoding.UTF8.GetString(body));
    }

    /// <summary>One item of the state, as JSON, or nothing.</summary>
    public async Task<JsonElement?> FindAsync(string kind, string key) =>
        await Store.FindItemAsync(Facts.Pair, kind, key) is { } item ? JsonElement.Parse(item.Body.Span) : null;

    /// <summary>The whole state of the registry.</summary>
    public async Task<LedgerState> StateAsync()
    {
        var image = await Store.LoadAsync(Facts.Pair);
        return LedgerState.FromItems(image.Items.Select(i => WireJson.Read<LedgerItem>(i.Body.Span)));
    }

    public async ValueTask DisposeAsync() => await StopAsync();
}
