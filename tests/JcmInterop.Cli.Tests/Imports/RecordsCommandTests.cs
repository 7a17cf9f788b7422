using System.Text.Json;
using JcmInterop.Cli.Terminal;

namespace JcmInterop.Cli.Imports;

public sealed class RecordsCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_sample_records_of_both_Parties_make_filings_that_mirror_one_another()
    {
        var host = await Run.Of("records", "report", "--mapping", Sample("sample-mapping-host.json"), Sample("sample-records-host.csv"), "--out", folder["host"], "--json");
        var acquirer = await Run.Of("records", "report", "--mapping", Sample("sample-mapping-acquirer.json"), Sample("sample-records-acquirer.csv"), "--out", folder["acquirer"], "--json");

        host.Code.ShouldBe(ExitCode.Finding);
        host.Json.GetProperty("leftOut").EnumerateArray().Select(l => l.GetProperty("line").GetInt32()).ShouldBe([10, 12]);
        acquirer.Code.ShouldBe(ExitCode.Done);
        using var summary = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder["host"], "THA_structured-summary.json"), TestContext.Current.CancellationToken));
        summary.RootElement.GetProperty("rows")[11].GetProperty("values").GetProperty("2025").GetString().ShouldBe("78000");
        (await File.ReadAllTextAsync(Path.Combine(folder["host"], "THA_structured-summary_annex4.csv"), TestContext.Current.CancellationToken)).ShouldContain("2024,23(d)");
        (await File.ReadAllTextAsync(Path.Combine(folder["host"], "THA_adjustments.csv"), TestContext.Current.CancellationToken)).ShouldContain("sample-records-host.csv:6 (A3)");
        (await File.ReadAllTextAsync(Path.Combine(folder["host"], "THA_left-out.csv"), TestContext.Current.CancellationToken)).ShouldContain("承認の有無が不明です。");
        var filings = new[] { "host", "acquirer" }.SelectMany(side => Directory.GetFiles(Path.Combine(folder[side], "aef"), "*.xlsx"));
        var check = await Run.Of(["aef", "check", .. filings, "--json"]);
        check.Json.GetProperty("files").GetArrayLength().ShouldBe(6);
        check.Json.GetProperty("files").EnumerateArray().SelectMany(f => f.GetProperty("findings").EnumerateArray()).Select(f => f.GetProperty("rule").GetString()).ShouldAllBe(r => r == "II03");
    }

    [Fact]
    public async Task Faults_are_listed_with_file_line_and_column_and_nothing_is_written()
    {
        var text = (await File.ReadAllTextAsync(Sample("sample-records-host.csv"), TestContext.Current.CancellationToken)).Replace("2024/6/30", "30.6.2024", StringComparison.Ordinal);
        var run = await Run.Of("records", "report", "--mapping", Sample("sample-mapping-host.json"), folder.Write("changed.csv", text), "--out", folder["out"], "--lang", "ja");

        run.Code.ShouldBe(ExitCode.BadInput);
        run.Output.ShouldContain("changed.csv");
        run.Output.ShouldContain("Transferred");
        run.Output.ShouldContain("読み込みませんでした：誤り 1 件。");
        Directory.Exists(folder["out"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("nothing.csv", "There is no file")]
    [InlineData("sample-mapping-host.json", "")]
    public async Task Checking_writes_nothing_and_names_what_cannot_be_read(string file, string error)
    {
        var run = await Run.Of("records", "check", "--mapping", Sample("sample-mapping-host.json"), Sample(file));

        run.Code.ShouldBe(ExitCode.BadInput);
        (run.Error + run.Output).ShouldContain(error.Length > 0 ? error : "Nothing was read");
    }

    [Fact]
    public async Task A_mapping_that_is_not_in_its_form_is_bad_input()
    {
        var run = await Run.Of("records", "check", "--mapping", folder.Write("mapping.json", """{"format":"record-mapping/1"}"""), Sample("sample-records-host.csv"));

        run.Code.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain("mapping.json:1");
    }

    private static string Sample(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "JcmInterop.sln"))) root = root.Parent!;
        return Path.Combine(root.FullName, "data", "records", name);
    }
}
