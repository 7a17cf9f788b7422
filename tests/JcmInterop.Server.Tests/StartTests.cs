using System.Net;
using System.Net.Sockets;
using System.Text;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Server.Configuration;
using JcmInterop.Server.Hosting;
using JcmInterop.Server.Tests.World;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace JcmInterop.Server.Tests;

public sealed class StartTests : IAsyncDisposable
{
    private readonly SingleNode single = new();

    private NodeOptions Options => single.Node.Options;

    public ValueTask DisposeAsync() => single.DisposeAsync();

    [Fact]
    public async Task A_port_in_use_is_named_with_the_remedy()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await using var host = NodeHost.Build(Options with { Urls = [$"http://127.0.0.1:{port}"] });
        var error = await Should.ThrowAsync<NodeStartException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        error.English.ShouldContain($"127.0.0.1:{port}");
        error.RemedyEnglish.ShouldContain("another port");
        error.Japanese.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Nothing_but_its_own_configuration_counts()
    {
        await using var host = NodeHost.Build(Options with { DataDirectory = Options.DataDirectory + "-other" });
        var configuration = (IConfigurationRoot)host.Services.GetRequiredService<IConfiguration>();
        configuration["PATH"].ShouldBeNull();
        configuration.Providers.SelectMany(Inner).ShouldNotContain(provider => provider is FileConfigurationProvider, "a file would be watched, and with it everything below the working directory");

        static IEnumerable<IConfigurationProvider> Inner(IConfigurationProvider provider) =>
            provider is ChainedConfigurationProvider { Configuration: IConfigurationRoot root } ? root.Providers.SelectMany(Inner) : [provider];
    }

    [Fact]
    public async Task A_store_in_use_is_named()
    {
        await single.Node.StartAsync();
        var error = Should.Throw<NodeStartException>(() => NodeHost.Build(Options));
        error.Place.ShouldContain(NodeSettings.StoreFile);
        error.English.ShouldContain("Another process");
    }

    [Fact]
    public void A_damaged_store_is_named()
    {
        Directory.CreateDirectory(Options.DataDirectory);
        File.WriteAllText(Path.Combine(Options.DataDirectory, NodeSettings.StoreFile), new string('x', 10_000));
        Should.Throw<NodeStartException>(() => NodeHost.Build(Options)).Place.ShouldContain(NodeSettings.StoreFile);
    }

    [Fact]
    public async Task A_node_starts_again_on_its_own_data_with_its_own_tokens()
    {
        await single.Node.StartAsync();
        var token = single.Node.Token(Operators.OperatorRole.Administrator);
        await single.Node.StopAsync();
        await single.Node.StartAsync();
        single.Node.Token(Operators.OperatorRole.Administrator).ShouldBe(token);
        using var client = single.Node.Client();
        (await client.GetAsync("operator/v1/registries", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Too_many_public_requests_are_told_to_wait()
    {
        single.Node.Options = Options with { Limits = new LimitOptions { PublicRequestsPerMinute = 3 } };
        await single.Node.StartAsync();
        using var client = single.Node.Client(role: null);
        for (var i = 0; i < 3; i++) (await client.GetAsync("public/v1/keys", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var refused = await client.GetAsync("public/v1/keys", TestContext.Current.CancellationToken);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        (await client.GetAsync("health/live", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    public static TheoryData<string, Func<NodeOptions, NodeOptions>> Faults => new()
    {
        { "party", o => o with { Party = "Japan" } },
        { "urls", o => o with { Urls = [] } },
        { "urls[0]", o => o with { Urls = ["localhost"] } },
        { "registries", o => o with { Registries = [] } },
        { "registries", o => o with { Registries = [o.Registries[0], o.Registries[0]] } },
        { "signingKeyFile", o => o with { SigningKeyFile = o.SigningKeyFile + ".missing" } },
        { "limits.connections", o => o with { Limits = o.Limits with { Connections = 0 } } },
        { "cluster.stopAnnouncedSeconds", o => o with { Cluster = o.Cluster with { StopAnnouncedSeconds = 61 } } },
        { "cluster.siloPort", o => o with { Cluster = o.Cluster with { SiloPort = 70_000 } } },
        { "registries[0].partner", o => With(o, r => r with { Partner = "jpn" }) },
        { "registries[0].partner", o => With(o, r => r with { Partner = "JPN" }) },
        { "registries[0].partnerUrl", o => With(o, r => r with { PartnerUrl = "ftp://x" }) },
        { "registries[0].partnerKeyFiles", o => With(o, r => r with { PartnerKeyFiles = [] }) },
        { "registries[0].partnerKeyFiles[0]", o => With(o, r => r with { PartnerKeyFiles = [o.SigningKeyFile] }) },
        { "registries[0].ownRegistry", o => With(o, r => r with { OwnRegistry = "THA01" }) },
        { "registries[0].partnerRegistry", o => With(o, r => r with { PartnerRegistry = "THA" }) },
        { "registries[0].serialProfile", o => With(o, r => r with { SerialProfile = new SerialProfileOptions("two", "-", ["number", "number"]) }) },
        { "registries[0].serialProfile.elements[0]", o => With(o, r => r with { SerialProfile = new SerialProfileOptions("odd", "-", ["colour", "number"]) }) },
        { "registries[0].issuePatterns", o => With(o, r => r with { IssuePatterns = [] }) },
        { "registries[0].issuePatterns", o => With(o, r => r with { IssuePatterns = [.. r.IssuePatterns.Reverse()] }) },
        { "registries[0].issuePatterns[0].pattern", o => With(o, r => r with { IssuePatterns = [new IssuePatternOptions(new DateOnly(2020, 1, 1), "both")] }) },
        { "registries[0].ndcPeriod", o => With(o, r => r with { NdcPeriod = new NdcPeriodOptions(2030, 2021) }) },
        { "registries[0].oimpCutOff.rule", o => With(o, r => r with { OimpCutOff = new OimpCutOffOptions(new DateOnly(2031, 12, 31), "later", "test") }) },
        { "registries[0].oimpCutOff.source", o => With(o, r => r with { OimpCutOff = new OimpCutOffOptions(new DateOnly(2031, 12, 31), "no-later-use", " ") }) },
        { "ndcs[0]", o => o with { Ndcs = [Ndc with { FinalYear = 2020 }] } },
        { "ndcs[1].method", o => o with { Ndcs = [Ndc, Ndc with { Method = "averaging" }] } },
        { "ndcs[0].basis", o => o with { Ndcs = [Ndc with { Basis = "emissions" }] } },
        { "ndcs[0].metric", o => o with { Ndcs = [Ndc with { Metric = "MWh" }] } },
        { "ndcs[0].metric", o => o with { Ndcs = [Ndc with { Basis = "non-ghg-indicator" }] } },
        { "ndcs[0].metric", o => o with { Ndcs = [Ndc with { Basis = "non-ghg-indicator", Metric = " MWh" }] } },
        { "ndcs[0].source", o => o with { Ndcs = [Ndc with { Source = "" }] } },
        { "ndcs[0].emissions", o => o with { Ndcs = [Ndc with { Emissions = new Dictionary<int, decimal> { [2031] = 1 } }] } },
        { "ndcs", o => o with { Ndcs = [Ndc, Ndc] } },
        { "ndcs", o => o with { Ndcs = [Ndc, Ndc with { Basis = "non-ghg-indicator", Metric = "MWh", Method = "single-year-averaging" }] } },
        { "registries[0].decideWithinDays", o => With(o, r => r with { DecideWithinDays = 0 }) },
    };

    private static NdcOptions Ndc { get; } = new()
    {
        FirstYear = 2021, FinalYear = 2030, Method = "multi-year", Basis = "covered-emissions", StatedOn = new DateOnly(2025, 1, 1), Source = "invented for tests",
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void A_configuration_that_is_not_usable_names_the_property(string property, Func<NodeOptions, NodeOptions> change)
    {
        var error = Should.Throw<NodeStartException>(() => NodeSettings.Check(change(Options)));
        error.Place.ShouldBe(property);
        error.English.ShouldNotBeEmpty();
        error.Japanese.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_configuration_file_is_read_as_it_was_written()
    {
        var path = Path.Combine(single.Node.Folder, "node.json");
        var written = With(Options, r => r with { OimpCutOff = new OimpCutOffOptions(new DateOnly(2031, 12, 31), "counted-on-last-day", "test") }) with
        {
            Ndcs = [Ndc with { Emissions = new Dictionary<int, decimal> { [2021] = 1_000_000.5m } }],
        };
        File.WriteAllText(path, NodeConfigurationFile.Write(written));
        NodeConfigurationFile.Write(NodeConfigurationFile.Read(path)).ShouldBe(NodeConfigurationFile.Write(written));
        var settings = NodeSettings.Check(NodeConfigurationFile.Read(path));
        settings.Party.ShouldBe(Facts.Jpn);
        settings.Ndcs.All.ShouldHaveSingleItem().Emissions[2021].ShouldBe(1_000_000.5m);
        settings.Registries.All[0].Settings.OimpCutOff.ShouldBe(new OimpCutOff(new DateOnly(2031, 12, 31), OimpCutOffRule.CountedOnLastDay));
    }

    [Theory]
    [InlineData("{\"party\":\"JPN\"}", "$")]
    [InlineData("{\"party\":5}", "$.party")]
    [InlineData("{\"partty\":\"JPN\"}", "$.partty")]
    [InlineData("{", "line 1")]
    public void A_configuration_file_that_cannot_be_read_names_the_place(string text, string place)
    {
        var path = Path.Combine(single.Node.Folder, "node.json");
        File.WriteAllText(path, text, Encoding.UTF8);
        Should.Throw<NodeStartException>(() => NodeConfigurationFile.Read(path)).Place.ShouldContain(place);
    }

    [Fact]
    public void A_private_key_readable_by_others_is_refused()
    {
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(Options.SigningKeyFile, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Should.Throw<NodeStartException>(() => NodeSettings.Check(Options)).English.ShouldContain("chmod 600");
    }

    private static NodeOptions With(NodeOptions options, Func<RegistryOptions, RegistryOptions> change) =>
        options with { Registries = [change(options.Registries[0])] };
}
