using JcmInterop.Cli.Terminal;
using JcmInterop.Reporting.Samples;

namespace JcmInterop.Cli.Imports;

public sealed class ImportCommandTests : IDisposable
{
    private const string Accepted = """{"outcome":"accepted"}""";

    private const string Refused = """
        {"outcome":"refused","rule":2001,"english":"Project MN006 is not registered here.","japanese":"プロジェクト MN006 は登録されていません。",
         "citation":"JCM project cycle","remedyEnglish":"Register the project first.","remedyJapanese":"先にプロジェクトを登録してください。"}
        """;

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string, string> SampleFiles => new()
    {
        { SampleFile.Projects, "projects" },
        { SampleFile.InventedAccounts, "accounts" },
        { SampleFile.IssuancesMongolia, "decisions" },
        { SampleFile.InventedAuthorizations, "authorizations" },
    };

    [Theory]
    [MemberData(nameof(SampleFiles))]
    public async Task The_sample_files_are_in_order(string name, string kind)
    {
        var run = await Run.Of("import", Sample(name), "--kind", kind, "--check", "--json");
        run.Code.ShouldBe(ExitCode.Done);
        run.Json.GetProperty("records").GetInt32().ShouldBeGreaterThan(2);
        run.Json.GetProperty("sent").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Every_faulty_cell_is_listed_and_nothing_is_sent()
    {
        var text = (await File.ReadAllTextAsync(Sample(SampleFile.IssuancesMongolia), TestContext.Current.CancellationToken))
            .Replace(",8880,", ",8881,", StringComparison.Ordinal).Replace("2026-01-30", "30/01/2026", StringComparison.Ordinal);
        var file = folder.Write("faulty.csv", text);
        await using var node = await ScriptedNode.StartAsync(_ => (200, Accepted));
        var run = await Send(node, file, "decisions");
        run.Code.ShouldBe(ExitCode.BadInput);
        run.Output.ShouldContain("japan_issued_on");
        run.Output.ShouldContain("8881");
        run.Output.ShouldContain("Nothing was imported: 4 faults.");
        node.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Faults_are_told_in_Japanese()
    {
        var file = folder.Write("faulty.csv", "reference,title\nMN001,One\n");
        var run = await Run.Of("import", file, "--kind", "projects", "--check", "--lang", "ja");
        run.Code.ShouldBe(ExitCode.BadInput);
        run.Output.ShouldContain("取り込みませんでした");
    }

    [Fact]
    public async Task A_record_the_node_would_refuse_keeps_all_others_back()
    {
        await using var node = await ScriptedNode.StartAsync(body => body.Contains("MN006", StringComparison.Ordinal) ? (422, Refused) : (200, Accepted));
        var run = await Send(node, Sample(SampleFile.IssuancesMongolia), "decisions");
        run.Code.ShouldBe(ExitCode.Finding);
        run.Output.ShouldContain("2001");
        run.Output.ShouldContain("Register the project first.");
        node.Asked.ShouldAllBe(asked => asked.IsDryRun);
    }

    [Fact]
    public async Task Importing_twice_asks_under_the_same_keys()
    {
        await using var node = await ScriptedNode.StartAsync(_ => (200, Accepted));
        (await Send(node, Sample(SampleFile.IssuancesMongolia), "decisions")).Code.ShouldBe(ExitCode.Done);
        (await Send(node, Sample(SampleFile.IssuancesMongolia), "decisions")).Code.ShouldBe(ExitCode.Done);
        var real = node.Asked.Where(asked => !asked.IsDryRun).ToList();
        real.Count.ShouldBe(2 * 9);
        real.Take(9).ShouldBe(real.Skip(9));
        real.Select(asked => asked.Key).Distinct().Count().ShouldBe(9);
        real[0].Authorization.ShouldBe("Bearer a-token");
    }

    [Fact]
    public async Task A_node_in_trouble_is_trouble()
    {
        await using var node = await ScriptedNode.StartAsync(_ => (503, """{"detail":"The store is full."}"""));
        var run = await Send(node, Sample(SampleFile.Projects), "projects");
        run.Code.ShouldBe(ExitCode.Trouble);
        run.Error.ShouldContain("The store is full.");
    }

    [Fact]
    public async Task A_token_the_node_does_not_take_is_bad_input()
    {
        await using var node = await ScriptedNode.StartAsync(_ => (401, ""));
        (await Send(node, Sample(SampleFile.Projects), "projects")).Code.ShouldBe(ExitCode.BadInput);
    }

    [Theory]
    [InlineData("--kind projects", "--registry")]
    [InlineData("--kind projects --registry JPN-MNG", "--url")]
    [InlineData("--kind projects --registry MNG-JPN --url http://127.0.0.1:1", "JPN-MNG")]
    [InlineData("--kind projects --registry JPN-MNG --url http://127.0.0.1:1", "--token-file")]
    public async Task What_is_missing_is_named(string options, string named)
    {
        var run = await Run.Of(["import", Sample(SampleFile.Projects), .. options.Split(' ')]);
        run.Code.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain(named);
    }

    [Fact]
    public async Task A_missing_file_is_named() =>
        (await Run.Of("import", folder["none.csv"], "--kind", "projects", "--check")).Error.ShouldContain("none.csv");

    public void Dispose() => folder.Dispose();

    private string Sample(string name)
    {
        File.WriteAllBytes(folder[name], SampleFile.Bytes(name));
        return folder[name];
    }

    private Task<Run> Send(ScriptedNode node, string file, string kind) =>
        Run.Of("import", file, "--kind", kind, "--registry", "JPN-MNG", "--url", node.Url, "--token-file", folder.Write("token", "a-token\n"));
}
