using JcmInterop.Messages.Signatures;
using JcmInterop.Server.Configuration;
using JcmInterop.Server.Hosting;
using Microsoft.Extensions.Logging;

namespace JcmInterop.Conformance.Tests.World;

/// <summary>This product's node for Thailand, in this process, with Japan as its partner.</summary>
internal sealed class OwnNode : IAsyncDisposable
{
    private readonly DirectoryInfo folder;

    private OwnNode(DirectoryInfo folder, NodeHost host)
    {
        this.folder = folder;
        Host = host;
    }

    public NodeHost Host { get; }

    public Uri Url => Host.Urls[0];

    public string Token => File.ReadAllText(Path.Combine(Host.Settings.DataDirectory, "administrator.token")).Trim();

    public static async Task<OwnNode> StartAsync(Kit kit, Uri? partner = null, Action<Microsoft.AspNetCore.Builder.WebApplicationBuilder>? change = null)
    {
        var place = Directory.CreateTempSubdirectory("jcm-conformance-");
        string Of(string name) => Path.Combine(place.FullName, name);
        SigningKeyFile.Create(Of("key.json"), kit.EndpointKey);
        await File.WriteAllTextAsync(Of("partner.json"), $$"""{"keys":[{{kit.Key.Public.PublicJwk}}]}""");
        var host = NodeHost.Build(
            new NodeOptions
            {
                Party = "THA",
                Urls = ["http://127.0.0.1:0"],
                DataDirectory = Of("data"),
                SigningKeyFile = Of("key.json"),
                Registries =
                [
                    new RegistryOptions
                    {
                        Partner = "JPN",
                        PartnerUrl = (partner ?? new Uri("http://127.0.0.1:1")).GetLeftPart(UriPartial.Authority),
                        PartnerKeyFiles = [Of("partner.json")],
                        OwnRegistry = "THA01",
                        PartnerRegistry = "JPN01",
                        IssuePatterns = [new IssuePatternOptions(new DateOnly(2013, 1, 1), "mirror-at-issuance")],
                        NdcPeriod = new NdcPeriodOptions(2021, 2030),
                    },
                ],
            },
            builder =>
            {
                builder.Logging.ClearProviders();
                change?.Invoke(builder);
            });
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new OwnNode(place, host);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.StopAsync(CancellationToken.None);
        await Host.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
