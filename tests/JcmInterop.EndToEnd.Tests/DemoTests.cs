using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace JcmInterop.EndToEnd.Tests;

public sealed class DemoTests
{
    private const int FiguresMin = 30;

    [Fact]
    public async Task The_demonstration_reaches_every_figure_and_its_files_stand_up_on_their_own()
    {
        await using var run = new DemoRun(seed: 1);
        (await run.Process.EndAsync()).ShouldBe(0, run.Process.Output + run.Process.Errors);
        run.Figures.Count.ShouldBeGreaterThan(FiguresMin);
        run.Figures.ShouldAllBe(figure => figure.Expected == figure.Actual);
        run.Process.Output.ShouldContain("3010");
        run.Process.Output.ShouldContain("によりまだ承認されていません");
        run.Nodes().ShouldAllBe(node => node.ProcessId == 0);

        await EvidenceVerifiesAsync(run);
        await FilingsCanBeMadeAgainAsync(run);
        await SubmissionsAreCheckedComparedAndKeptAsync(run);
        await StoresPassTheCheckUntilSomebodyChangesThemAsync(run);
    }

    [Fact]
    public async Task Nodes_do_not_outlive_a_demonstration_that_was_killed()
    {
        await using var run = new DemoRun(seed: 2);
        await run.Process.LineWithAsync("[ 2]");
        var nodes = run.Nodes();
        nodes.ShouldAllBe(node => DemoRun.Runs(node.ProcessId));
        run.Process.Kill();
        await run.Process.EndAsync();
        foreach (var (_, processId) in nodes) await GoneAsync(processId);
    }

    private static async Task EvidenceVerifiesAsync(DemoRun run)
    {
        var keys = Directory.GetFiles(run["out/keys"]);
        keys.Length.ShouldBe(3);
        var evidence = run["out/evidence/JPN-THA_first-itmos_JPN.json"];
        var genuine = await JcmProcess.RunAsync(["verify", evidence, "--keys", .. keys]);
        genuine.Code.ShouldBe(0, genuine.Output + genuine.Errors);
        genuine.Output.ShouldContain("transfer-approval");
        genuine.Output.ShouldContain("transfer-completion");

        var forged = run["forged.json"];
        var bytes = await File.ReadAllBytesAsync(evidence);
        var at = bytes.AsSpan().IndexOf("\"payload\":\""u8) + 100;
        bytes[at] = bytes[at] == (byte)'A' ? (byte)'B' : (byte)'A';
        await File.WriteAllBytesAsync(forged, bytes);
        var found = await JcmProcess.RunAsync(["verify", forged, "--keys", .. keys]);
        found.Code.ShouldBe(1);
        found.Output.ShouldContain("FAILED");
    }

    private static async Task FilingsCanBeMadeAgainAsync(DemoRun run)
    {
        var partner = run["out/reports/aef/THA_2025_1.0.xlsx"];
        var made = await JcmProcess.RunAsync("export", "aef", "--config", run["out/nodes/JPN/node.json"], "--year", "2025", "--out", run["again"], "--against", partner);
        made.Code.ShouldBe(0, made.Output + made.Errors);
        (await File.ReadAllBytesAsync(run["again/JPN_2025_1.0.json"])).ShouldBe(await File.ReadAllBytesAsync(run["out/reports/aef/JPN_2025_1.0.json"]));
        var late = await JcmProcess.RunAsync("export", "issuance", "--config", run["out/nodes/MNG/node.json"], "--as-of", "2026-06-04", "--out", run["again"]);
        late.Code.ShouldBe(1);
        late.Output.ShouldContain("6063 t are not issued");
    }

    private static async Task SubmissionsAreCheckedComparedAndKeptAsync(DemoRun run)
    {
        var aef = run["out/reports/aef"];
        var check = await JcmProcess.RunAsync(["aef", "check", .. Directory.GetFiles(aef, "*.xlsx"), "--strict"]);
        check.Code.ShouldBe(0, check.Output + check.Errors);
        foreach (var (own, partner) in new[] { ("JPN", "THA"), ("THA", "JPN") })
        {
            var config = run[$"out/nodes/{own}/node.json"];
            var equal = await JcmProcess.RunAsync("aef", "compare", Path.Combine(aef, $"{partner}_2025_1.0.xlsx"), "--config", config);
            equal.Code.ShouldBe(0, equal.Output + equal.Errors);

            var planted = run[$"{partner}_planted.json"];
            await File.WriteAllTextAsync(planted, (await File.ReadAllTextAsync(Path.Combine(aef, $"{partner}_2025_1.0.json"))).Replace("\"QuantityCO2\": 1009,", "\"QuantityCO2\": 1090,", StringComparison.Ordinal));
            var found = await JcmProcess.RunAsync("aef", "compare", planted, "--config", config, "--json");
            found.Code.ShouldBe(1, found.Output + found.Errors);
            var mismatch = JsonElement.Parse(found.Output).GetProperty("mismatches").EnumerateArray().Single(m => m.GetProperty("field").GetString() == "QuantityCO2" && m.GetProperty("table").GetString() == "Actions");
            mismatch.GetProperty("cause").GetString().ShouldBe("digits-transposed");
            mismatch.GetProperty("messages").GetArrayLength().ShouldBeGreaterThan(1);
        }

        string[] file = ["aef", "file", "--config", run["out/nodes/JPN/node.json"], "--year", "2025", "--out", run["filed"], "--against", Path.Combine(aef, "THA_2025_1.0.xlsx")];
        (await JcmProcess.RunAsync(file)).Output.ShouldContain("Version 1.0 is filed");
        (await JcmProcess.RunAsync(file)).Output.ShouldContain("Nothing changed");
        var again = await JcmProcess.RunAsync("aef", "freeze", "--config", run["out/nodes/JPN/node.json"], "--year", "2025");
        again.Code.ShouldBe(2);
        again.Errors.ShouldContain("never written again");
    }

    private static async Task StoresPassTheCheckUntilSomebodyChangesThemAsync(DemoRun run)
    {
        var data = run["out/nodes/THA/data"];
        (await JcmProcess.RunAsync("fsck", "--data", data)).Code.ShouldBe(0);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(data, "registry.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            var change = connection.CreateCommand();
            change.CommandText = "UPDATE unit_block SET body = CAST(REPLACE(CAST(body AS TEXT), 'THA-101-12', 'THA-102-09') AS BLOB) WHERE account = 'THA-101-12'";
            (await change.ExecuteNonQueryAsync()).ShouldBeGreaterThan(0);
        }

        var changed = await JcmProcess.RunAsync("fsck", "--data", data, "--json");
        changed.Code.ShouldBe(1);
        changed.Output.ShouldContain("Replay");
    }

    private static async Task GoneAsync(int processId)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            using var node = System.Diagnostics.Process.GetProcessById(processId);
            await node.WaitForExitAsync(patience.Token);
        }
        catch (ArgumentException)
        {
            // It went before it was looked for.
        }
    }
}
