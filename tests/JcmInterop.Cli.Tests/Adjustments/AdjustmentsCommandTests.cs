using JcmInterop.Cli.Terminal;
using JcmInterop.Server.Configuration;
using JcmInterop.Server.Hosting;
using JcmInterop.Server.Operators;
using Microsoft.Extensions.Logging;

namespace JcmInterop.Cli.Adjustments;

public sealed class AdjustmentsCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private NodeHost node = null!;
    private string[] access = [];

    public async ValueTask InitializeAsync()
    {
        await Run.Of("keys", "new", folder["key.json"]);
        await Run.Of("keys", "new", folder["partner-key.json"]);
        await Run.Of("keys", "export", folder["partner-key.json"], "--party", "THA", "--out", folder["THA.jwks.json"]);
        node = NodeHost.Build(
            new NodeOptions
            {
                Party = "JPN", Urls = ["http://127.0.0.1:0"], DataDirectory = folder["data"], SigningKeyFile = folder["key.json"],
                Registries =
                [
                    new RegistryOptions
                    {
                        Partner = "THA", PartnerUrl = "http://127.0.0.1:1", PartnerKeyFiles = [folder["THA.jwks.json"]], OwnRegistry = "JPN01", PartnerRegistry = "THA01",
                        IssuePatterns = [new IssuePatternOptions(new DateOnly(2013, 1, 1), "mirror-at-issuance")], NdcPeriod = new NdcPeriodOptions(2021, 2030),
                    },
                ],
                Ndcs =
                [
                    new NdcOptions
                    {
                        FirstYear = 2021, FinalYear = 2030, Method = "single-year-averaging", Basis = "covered-emissions", StatedOn = new DateOnly(2025, 1, 1), Source = "invented for tests",
                    },
                ],
            },
            builder => builder.Logging.ClearProviders());
        await node.StartAsync(TestContext.Current.CancellationToken);
        access = ["--url", node.Urls[0].ToString(), "--token-file", Path.Combine(folder["data"], OperatorTokens.FirstTokenFile(OperatorRole.Viewer))];
    }

    [Fact]
    public async Task Years_figures_and_days_are_shown_in_both_languages_and_as_JSON()
    {
        var shown = await Asked("show", "--effective-until", "2026-12-31");
        shown.Code.ShouldBe(ExitCode.Done);
        shown.Output.ShouldContain("JPN, NDC period 2021-2030, method 7(a)(ii) single-year-averaging, covered-emissions, in t CO2 eq");
        shown.Output.ShouldContain("effective until 2026-12-31");
        shown.Output.ShouldContain("2030");
        (await Asked("show", "--lang", "ja")).Output.ShouldContain("相当調整");
        (await Asked("show", "--json")).Json.GetProperty("years").GetArrayLength().ShouldBe(10);
        (await Asked("open", "--year", "2025", "--figure", "averageNet")).Output.ShouldContain("averageNet of 2025: 0 = 0 / 5 years, from 0 records");
        (await Asked("open", "--year", "2025", "--lang", "ja")).Output.ShouldContain("2025 年の correspondingAdjustment");
        (await Asked("compare", "--from-recorded-until", "2025-12-31")).Output.ShouldContain("No year differs.");
    }

    [Fact]
    public async Task What_would_be_is_marked_as_supposed()
    {
        var file = folder.Write("supposed.json", """
            {"firstTransfers":[{"vintage":2024,"quantity":10000,"purpose":"ndc","on":"2027-03-01","note":"planned sale"}],
             "uses":[{"usedForYear":2026,"vintage":2025,"quantity":500,"on":"2028-01-01"}]}
            """);
        var run = await Asked("suppose", file);

        run.Code.ShouldBe(ExitCode.Done);
        run.Output.ShouldContain("SUPPOSED first transfer, NDC");
        run.Output.ShouldContain("SUPPOSED use");
        run.Output.ShouldContain("planned sale");
        run.Output.ShouldContain("2,500");
        run.Output.ShouldContain("carried over");
        (await Asked("suppose", file, "--lang", "ja")).Output.ShouldContain("仮定：使用");
        (await Asked("suppose", file, "--json")).Json.GetProperty("endOfPeriodAdjustmentAfter").GetString().ShouldBe("950");
        (await Asked("show", "--json")).Json.GetProperty("endOfPeriodAdjustment").GetString().ShouldBe("0");
    }

    [Fact]
    public async Task What_is_not_usable_gets_one_sentence_that_names_it()
    {
        IsBadInput(await Asked("open", "--year", "1999"), "year");
        IsBadInput(await Asked("show", "--recorded-until", "tomorrow"), "recordedUntil");
        IsBadInput(await Asked("show", "--period", "2031-2040"), "'ndcs'");
        IsBadInput(await Asked("suppose", folder.Write("bad.json", "{\"firstTransfers\":[],\"uses\":[{\"usedForYear\":1}]}")), "$.uses[0]");
        IsBadInput(await Asked("suppose", folder["none.json"]), "none.json");
        IsBadInput(await Asked("open"), "--year");
        (await Asked("show", "--period", "2031-2040", "--lang", "ja")).Error.ShouldContain("算定方法が記載されていません");
    }

    public async ValueTask DisposeAsync()
    {
        await node.DisposeAsync();
        folder.Dispose();
    }

    private static void IsBadInput(Run run, string place)
    {
        run.Code.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain(place);
        run.Error.Trim().ShouldNotContain("\n");
        run.Output.ShouldBeEmpty();
    }

    private Task<Run> Asked(params string[] arguments) => Run.Of(["adjustments", .. arguments, .. access]);
}
