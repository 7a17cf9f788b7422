using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using JcmInterop.Domain.Transfers;
using JcmInterop.Server.Configuration;
using JcmInterop.Server.Operators;
using JcmInterop.Server.Tests.World;

namespace JcmInterop.Server.Tests;

public sealed class AdjustmentTests
{
    private const string Path = "operator/v1/adjustments";

    private static readonly TransferId Sold = new(new Guid("01900000-0000-7000-9000-000000000011"));
    private static readonly TransferId SoldLater = new(new Guid("01900000-0000-7000-9000-000000000012"));

    private static readonly NdcOptions Ndc = new()
    {
        FirstYear = 2021, FinalYear = 2030, Method = "multi-year", Basis = "covered-emissions", StatedOn = new DateOnly(2025, 1, 1), Source = "invented for tests",
        Emissions = new Dictionary<int, decimal> { [2021] = 1_000_000 },
    };

    [Fact]
    public async Task A_hosts_adjustments_follow_its_journal_and_open_to_messages()
    {
        await using var pair = new NodePair();
        pair.Thailand.Options = pair.Thailand.Options with { Ndcs = [Ndc] };
        await Task.WhenAll(pair.Japan.StartAsync(), pair.Thailand.StartAsync());
        pair.Connect();
        await pair.PrepareAsync();
        using var thailand = pair.Thailand.Client(OperatorRole.Viewer);

        (await GetAsync(thailand, Path)).GetProperty("endOfPeriodAdjustment").GetString().ShouldBe("0");
        await SellAsync(pair, Sold, 20);
        await YearsAreComputed(thailand);
        await AFigureOpens(thailand);
        await SellAsync(pair, SoldLater, 5);
        (await GetAsync(thailand, Path)).GetProperty("years")[0].GetProperty("net").GetString().ShouldBe("25");
        await DaysAreCompared(thailand);
        await SuppositionsChangeNothing(thailand);
        await BadQuestionsAreAnswered(thailand);
    }

    [Fact]
    public async Task Without_a_statement_of_the_Party_nothing_is_computed()
    {
        await using var single = await SingleNode.StartAsync();
        using var client = single.Node.Client(OperatorRole.Viewer);

        var problem = await RefusedAsync(client, Path);
        problem.GetProperty("rule").GetInt32().ShouldBe(8015);
        problem.GetProperty("place").GetString().ShouldBe("ndcs");
        (await GetAsync(client, "operator/v1/ndcs")).GetProperty("items").GetArrayLength().ShouldBe(0);
        using var nobody = single.Node.Client(role: null);
        (await nobody.GetAsync(Path, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Of_several_periods_and_metrics_one_is_named()
    {
        await using var single = await SingleNode.StartAsync(node => node.Options = node.Options with
        {
            Ndcs = [Ndc, Ndc with { FirstYear = 2031, FinalYear = 2035, Emissions = new Dictionary<int, decimal>() }, Ndc with { Basis = "non-ghg-indicator", Metric = "MWh", Emissions = new Dictionary<int, decimal>() }],
        });
        using var client = single.Node.Client(OperatorRole.Viewer);

        (await RefusedAsync(client, Path)).GetProperty("detail").GetString()!.ShouldContain("2021-2030 / 2031-2035");
        (await RefusedAsync(client, $"{Path}?period=2021-2030")).GetProperty("detail").GetString()!.ShouldContain("t CO2 eq / MWh");
        (await RefusedAsync(client, $"{Path}?period=2041-2050")).GetProperty("rule").GetInt32().ShouldBe(8015);
        (await GetAsync(client, $"{Path}?period=2031-2035")).GetProperty("years").GetArrayLength().ShouldBe(5);
        var indicator = await GetAsync(client, $"{Path}?period=2021-2030&metric=MWh");
        (indicator.GetProperty("basis").GetString(), indicator.GetProperty("metric").GetString()).ShouldBe(("non-ghg-indicator", "MWh"));
        (await GetAsync(client, "operator/v1/ndcs")).GetProperty("items").GetArrayLength().ShouldBe(3);
    }

    private static async Task YearsAreComputed(HttpClient thailand)
    {
        var answer = await GetAsync(thailand, Path);
        (answer.GetProperty("party").GetString(), answer.GetProperty("methodReference").GetString(), answer.GetProperty("source").GetString()).ShouldBe(("THA", "7(b)", "invented for tests"));
        answer.GetProperty("followed")[0].GetProperty("position").GetInt64().ShouldBeGreaterThan(10);
        var year = answer.GetProperty("years")[0];
        (year.GetProperty("year").GetInt32(), year.GetProperty("firstTransferredForNdc").GetString(), year.GetProperty("correspondingAdjustment").GetString(), year.GetProperty("emissionsBalance").GetString())
            .ShouldBe((2021, "20", "20", "1000020"));
        answer.GetProperty("years")[1].GetProperty("emissionsBalance").ValueKind.ShouldBe(JsonValueKind.Null);
        answer.GetProperty("notCounted").GetProperty("recordsInOtherMetrics").GetInt32().ShouldBe(0);
    }

    private static async Task AFigureOpens(HttpClient thailand)
    {
        var opening = await GetAsync(thailand, $"{Path}/opening?year=2021&figure=net");
        opening.GetProperty("value").GetString().ShouldBe("20");
        var record = opening.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        record.GetProperty("quantity").GetInt64().ShouldBe(20);
        record.GetProperty("transfer").GetString().ShouldBe(Sold.ToString());
        record.GetProperty("firstItmo").GetString().ShouldBe("CA9999-THA01-THA-1-2021");
        record.GetProperty("finalItmo").GetString().ShouldBe("CA9999-THA01-THA-20-2021");
        record.GetProperty("isSupposed").GetBoolean().ShouldBeFalse();
        record.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("direction").GetString()).ShouldBe(["outgoing", "incoming", "outgoing"]);
        var place = $"operator/v1/registries/JPN-THA/journal?after={record.GetProperty("journalPosition").GetInt64() - 1}&limit=1";
        (await GetAsync(thailand, place)).GetProperty("items")[0].GetProperty("kind").GetString().ShouldBe("transfer-completed");
        var beyond = await GetAsync(thailand, $"{Path}/opening?year=2021&after=1&limit=1");
        beyond.GetProperty("items").GetArrayLength().ShouldBe(0);
        beyond.GetProperty("figure").GetString().ShouldBe("correspondingAdjustment");
    }

    private static async Task DaysAreCompared(HttpClient thailand)
    {
        var difference = await GetAsync(thailand, $"{Path}/difference?fromRecordedUntil=2025-01-01");
        var year = difference.GetProperty("years")[0];
        (year.GetProperty("year").GetInt32(), year.GetProperty("adjustmentChange").GetString(), year.GetProperty("cameRecords").GetInt32()).ShouldBe((2021, "25", 2));
        (await GetAsync(thailand, $"{Path}?effectiveUntil=2025-01-01")).GetProperty("endOfPeriodAdjustment").GetString().ShouldBe("0");
        (await GetAsync(thailand, $"{Path}/difference")).GetProperty("years").GetArrayLength().ShouldBe(0);
    }

    private static async Task SuppositionsChangeNothing(HttpClient thailand)
    {
        var supposed = """{"firstTransfers":[{"vintage":2022,"quantity":1000,"purpose":"ndc","on":"2027-03-01"}],"uses":[]}""";
        var (status, answer) = await PostAsync(thailand, supposed);
        status.ShouldBe(HttpStatusCode.OK);
        var year = answer.GetProperty("years").EnumerateArray().First();
        (year.GetProperty("year").GetInt32(), year.GetProperty("adjustmentChange").GetString()).ShouldBe((2022, "1000"));
        year.GetProperty("came")[0].GetProperty("isSupposed").GetBoolean().ShouldBeTrue();
        (await GetAsync(thailand, Path)).GetProperty("endOfPeriodAdjustment").GetString().ShouldBe("25");
        var (refused, problem) = await PostAsync(thailand, """{"firstTransfers":[],"uses":[{}]}""");
        (refused, problem.GetProperty("rule").GetInt32()).ShouldBe((HttpStatusCode.BadRequest, 8016));
    }

    private static async Task BadQuestionsAreAnswered(HttpClient thailand)
    {
        foreach (var question in new[]
        {
            "?effectiveUntil=yesterday", "?recordedUntil=2025-13-01", "/opening", "/opening?year=2031", "/opening?year=2021&figure=all", "/opening?year=2021&limit=101",
            "/opening?year=2021&after=x", "/opening?year=2021&after=99999999999", "/difference?toRecordedUntil=1", $"?period={new string('9', 1000)}",
        })
        {
            var problem = await RefusedAsync(thailand, $"{Path}{question}");
            problem.GetProperty("detail").GetString()!.Length.ShouldBeLessThan(300, question);
        }
    }

    private static async Task SellAsync(NodePair pair, TransferId id, long tonnes)
    {
        await pair.Thailand.DoAsync(Facts.Propose(id, tonnes, TimeProvider.System.GetUtcNow()));
        await NodePair.StateIsAsync(pair.Japan, id, TransferState.Proposed);
        await pair.Japan.DoAsync(new AcceptTransfer(id, null, null));
        await NodePair.StateIsAsync(pair.Thailand, id, TransferState.Completed);
    }

    private static async Task<JsonElement> GetAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, $"{path}: {body}");
        return JsonElement.Parse(body);
    }

    private static async Task<JsonElement> RefusedAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, path);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(HttpClient client, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await client.PostAsync($"{Path}/supposition", content, TestContext.Current.CancellationToken);
        return (response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }
}
