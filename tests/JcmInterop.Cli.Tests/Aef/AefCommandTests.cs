using System.Text.Json;
using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Aef.Checks.Reports;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Aef.Workbook;

namespace JcmInterop.Cli.Aef;

public sealed class AefCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_sound_file_ends_with_zero_and_a_faulty_one_with_one()
    {
        var sound = await Run.Of("aef", "check", Book("sound.xlsx", 2030));
        sound.Code.ShouldBe(ExitCode.Done);
        sound.Output.ShouldContain("no inconsistencies identified");

        var faulty = await Run.Of("aef", "check", Book("faulty.xlsx", 1980), "--lang", "ja");
        faulty.Code.ShouldBe(ExitCode.Finding);
        faulty.Output.ShouldContain("SYN04");
        faulty.Output.ShouldContain("Table 1 Submission!C7");
        faulty.Output.ShouldContain("形式");
    }

    [Fact]
    public async Task A_program_gets_every_rule_and_finding()
    {
        var run = await Run.Of("aef", "check", Book("sound.xlsx", 2030), folder.Write("bad.xlsx", "no workbook"), "--json");

        run.Code.ShouldBe(ExitCode.Finding);
        var files = run.Json.GetProperty("files");
        files[0].GetProperty("results").GetProperty("II01").GetString().ShouldBe(AefRuleResult.Consistent);
        files[1].GetProperty("state").GetString().ShouldBe("SyntaxFailed");
        files[1].GetProperty("findings")[0].GetProperty("rule").GetString().ShouldBe("SYN00");
    }

    [Fact]
    public async Task Sarif_and_html_are_written_beside_the_answer()
    {
        await Run.Of("aef", "check", Book("<b>.xlsx", 1980), "--sarif", folder["findings.sarif"], "--html", folder["report.html"]);

        using var sarif = JsonDocument.Parse(await File.ReadAllTextAsync(folder["findings.sarif"], TestContext.Current.CancellationToken));
        sarif.RootElement.GetProperty("version").GetString().ShouldBe("2.1.0");
        var run = sarif.RootElement.GetProperty("runs")[0];
        run.GetProperty("tool").GetProperty("driver").GetProperty("rules").GetArrayLength().ShouldBe(AefRules.All.Count);
        run.GetProperty("results")[0].GetProperty("ruleId").GetString().ShouldBe("SYN04");
        run.GetProperty("results")[0].GetProperty("locations")[0].GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString().ShouldBe("Table 1 Submission!C7");
        var html = await File.ReadAllTextAsync(folder["report.html"], TestContext.Current.CancellationToken);
        html.ShouldContain("&lt;b&gt;.xlsx");
        html.ShouldNotContain("<b>.xlsx");
        html.ShouldNotContain("<script");
    }

    [Fact]
    public async Task A_missing_file_is_bad_input()
    {
        var run = await Run.Of("aef", "check", folder["nothing.xlsx"]);

        run.Code.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain("nothing.xlsx");
    }

    [Fact]
    public async Task Two_versions_are_laid_over_one_another()
    {
        var (old, revised) = (Book("old.xlsx", 2030), Book("revised.xlsx", 2031));

        (await Run.Of("aef", "diff", old, old)).Output.ShouldContain("Nothing changed");
        var run = await Run.Of("aef", "diff", old, revised, "--json");
        run.Code.ShouldBe(ExitCode.Finding);
        var change = run.Json.GetProperty("changes").EnumerateArray().ShouldHaveSingleItem();
        change.GetProperty("field").GetString().ShouldBe("DateOfSubmission");
        change.GetProperty("newValue").GetString().ShouldBe("2031-04-01");
        change.GetProperty("newPlace").GetString().ShouldBe("Table 1 Submission!C7");
    }

    [Fact]
    public async Task The_rules_are_listed()
    {
        var run = await Run.Of("aef", "rules", "--json");

        run.Json.GetArrayLength().ShouldBe(AefRules.All.Count);
    }

    private string Book(string name, int submittedIn)
    {
        var submission = new AefSubmission(PartyCode.Japan, AefSubmissionVersion.First, 2025, new DateOnly(submittedIn, 4, 1), new NdcPeriod(2021, 2030));
        using var output = new MemoryStream();
        AefWorkbookWriter.Write(new AefDocument(submission, [], [], [], []), AefVersion2.Fields, AefProfile.Nomenclature, output, new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero));
        return folder.Write(name, output.ToArray());
    }
}
