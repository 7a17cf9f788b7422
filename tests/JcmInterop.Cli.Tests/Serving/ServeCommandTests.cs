using JcmInterop.Cli.Terminal;
using JcmInterop.Server.Configuration;

namespace JcmInterop.Cli.Serving;

public sealed class ServeCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task The_example_configuration_is_read_as_it_is()
    {
        (await Run.Of("config", "new", "--out", folder["node.json"])).Code.ShouldBe(ExitCode.Done);
        var options = NodeConfigurationFile.Read(folder["node.json"]);
        options.Party.ShouldBe("JPN");
        options.Registries.Single().IssuePatterns.Count.ShouldBe(2);
        (await Run.Of("config", "new")).Output.ShouldBe(await File.ReadAllTextAsync(folder["node.json"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_existing_configuration_is_not_overwritten()
    {
        var file = folder.Write("node.json", "{}");
        (await Run.Of("config", "new", "--out", file)).Code.ShouldBe(ExitCode.BadInput);
    }

    [Theory]
    [InlineData("\"party\": \"JPN\"", "\"party\": \"Japan\"", "party")]
    [InlineData("\"urls\": [\"http://127.0.0.1:5080\"]", "\"urls\": [\"localhost\"]", "urls[0]")]
    [InlineData("\"ownRegistry\": \"JPN01\"", "\"ownRegistry\": \"THA01\"", "registries[0].ownRegistry")]
    [InlineData("\"pattern\": \"mirror-at-issuance\"", "\"pattern\": \"mirror\"", "registries[0].issuePatterns[0].pattern")]
    [InlineData("\"decideWithinDays\": 90", "\"decideWithinDays\": 0", "registries[0].decideWithinDays")]
    [InlineData("\"partnerKeyFiles\": [\"THA.jwks.json\"]", "\"partnerKeyFiles\": [\"none.json\"]", "registries[0].partnerKeyFiles[0]")]
    [InlineData("\"dataDirectory\": \"data\"", "\"dataDirectorie\": \"data\"", "line 9")]
    public async Task A_configuration_that_is_not_usable_names_its_property(string text, string changed, string place)
    {
        await Run.Of("keys", "new", folder["private-key.json"]);
        await Run.Of("keys", "new", folder["partner.json"]);
        await Run.Of("keys", "export", folder["partner.json"], "--party", "THA", "--out", folder["THA.jwks.json"]);
        var example = (await Run.Of("config", "new")).Output;
        example.ShouldContain(text);
        var run = await Run.Of("serve", "--config", folder.Write("node.json", example.Replace(text, changed, StringComparison.Ordinal)));
        run.Code.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain(place);
        run.Error.Trim().ShouldNotContain("\n");
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_missing_configuration_is_bad_input_in_Japanese_too()
    {
        var run = await Run.Of("serve", "--config", folder["none.json"], "--lang", "ja");
        run.Code.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain("none.json");
        run.Error.ShouldContain("ノードの設定を使用できません");
    }

    [Fact]
    public void The_line_that_tells_readiness_is_read_back_and_nothing_else_is()
    {
        var ready = new NodeReadiness("JPN", new Uri("http://127.0.0.1:5080"), 812);
        NodeReadiness.Read(ready.ToLine()).ShouldBe(ready);
        NodeReadiness.Read("info: starting").ShouldBeNull();
    }

    public void Dispose() => folder.Dispose();
}
