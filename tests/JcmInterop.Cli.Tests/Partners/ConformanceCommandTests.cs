using JcmInterop.Cli.Terminal;

namespace JcmInterop.Cli.Partners;

public sealed class ConformanceCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("--registry", "THAI-JAPAN", "bilateral registry")]
    [InlineData("--party", "MNG", "not a side")]
    [InlineData("--key", "none.json", "no file")]
    [InlineData("--keys", "JPN.jwks.json", "no key of THA")]
    [InlineData("--answer-within", "0", "1 to 600")]
    public async Task A_wrong_option_is_told_in_one_sentence_and_nothing_is_sent(string option, string value, string sentence)
    {
        await MakeKeysAsync();
        var options = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["--registry"] = "JPN-THA", ["--party"] = "JPN", ["--key"] = folder["key.json"], ["--keys"] = folder["THA.jwks.json"], ["--out"] = folder["out"],
        };
        options[option] = value.EndsWith(".json", StringComparison.Ordinal) ? folder[value] : value;

        var run = await Run.Of(["conformance", "http://127.0.0.1:1", .. options.SelectMany(o => new[] { o.Key, o.Value })]);

        run.Code.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain(sentence);
        Directory.Exists(folder["out"]).ShouldBeFalse();
    }

    [Fact]
    public async Task An_endpoint_that_is_not_there_fails_and_the_report_says_so_and_verifies()
    {
        await MakeKeysAsync();
        var run = await Run.Of(
            "conformance", "http://127.0.0.1:1", "--registry", "JPN-THA", "--party", "JPN", "--key", folder["key.json"], "--keys", folder["THA.jwks.json"], "--out", folder["out"], "--json");

        run.Code.ShouldBe(ExitCode.Finding);
        run.Json.GetProperty("passed").GetInt32().ShouldBe(0);
        run.Json.GetProperty("notRun").GetInt32().ShouldBeGreaterThan(100);
        var report = Path.Combine(folder["out"], "report.signed.json");
        (await Run.Of("verify", report, "--keys", folder["JPN.jwks.json"])).Code.ShouldBe(ExitCode.Done);
        await File.AppendAllTextAsync(Path.Combine(folder["out"], "report.html"), " ");
        (await Run.Of("verify", report, "--keys", folder["JPN.jwks.json"])).Code.ShouldBe(ExitCode.Finding);
    }

    public void Dispose() => folder.Dispose();

    private async Task MakeKeysAsync()
    {
        await Run.Of("keys", "new", folder["key.json"]);
        await Run.Of("keys", "export", folder["key.json"], "--party", "JPN", "--out", folder["JPN.jwks.json"]);
        await Run.Of("keys", "new", folder["other.json"]);
        await Run.Of("keys", "export", folder["other.json"], "--party", "THA", "--out", folder["THA.jwks.json"]);
    }
}
