using System.Net;
using System.Text.Json;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Transfers;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Verification;
using JcmInterop.Reporting.Aef.Archives;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Server.Tests.World;

namespace JcmInterop.Server.Tests;

public sealed class ReadingTests
{
    private static readonly TransferId Open = new(new Guid("01900000-0000-7000-9000-000000000001"));
    private static readonly TransferId Done = new(new Guid("01900000-0000-7000-9000-000000000002"));

    [Fact]
    public async Task Everything_that_happened_can_be_read()
    {
        await using var pair = await NodePair.StartAsync();
        await pair.PrepareAsync();
        var now = TimeProvider.System.GetUtcNow();
        await pair.Thailand.DoAsync(Facts.Propose(Open, 10, now));
        await pair.Thailand.DoAsync(Facts.Propose(Done, 20, now));
        await NodePair.StateIsAsync(pair.Japan, Done, TransferState.Proposed);
        await pair.Japan.DoAsync(new AcceptTransfer(Done, null, null));
        await NodePair.StateIsAsync(pair.Japan, Done, TransferState.Completed);
        await pair.QuietAsync();
        using var japan = pair.Japan.Client();
        using var thailand = pair.Thailand.Client();

        await TransfersTellWhoMustAct(thailand);
        await HoldingsArePaged(thailand);
        await ListsHoldWhatTheySay(japan);
        await ReportsAreMade(japan, thailand);
        await HoldingsOnceFrozenAreReported(pair.Japan, japan);
        await EvidenceVerifies(japan, pair);
        await ThePublicSeesUnitsAndTotals(pair);
    }

    private static async Task TransfersTellWhoMustAct(HttpClient thailand)
    {
        var open = await GetAsync(thailand, "operator/v1/registries/JPN-THA/transfers?open=true");
        var item = open.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        item.GetProperty("mustAct").GetString().ShouldBe("JPN");
        item.GetProperty("atDeadline").GetString().ShouldBe("cancelled");
        item.GetProperty("transfer").GetProperty("offer").GetProperty("id").GetString().ShouldBe(Open.ToString());
        (await GetAsync(thailand, $"operator/v1/registries/JPN-THA/transfers/{Done}")).GetProperty("mustAct").ValueKind.ShouldBe(JsonValueKind.Null);
        (await GetAsync(thailand, "operator/v1/registries/JPN-THA/transfers")).GetProperty("items").GetArrayLength().ShouldBe(2);
    }

    private static async Task HoldingsArePaged(HttpClient thailand)
    {
        var account = Facts.Account(Facts.Tha, 101).ToString();
        var tonnes = 0L;
        var pages = 0;
        for (var after = ""; ; pages++)
        {
            var page = await GetAsync(thailand, $"operator/v1/registries/JPN-THA/accounts/{account}/units?limit=1&after={after}");
            foreach (var block in page.GetProperty("items").EnumerateArray())
            {
                var serials = block.GetProperty("serials");
                tonnes += serials.GetProperty("final").GetInt64() - serials.GetProperty("first").GetInt64() + 1;
            }

            if (page.GetProperty("next").ValueKind == JsonValueKind.Null) break;
            after = page.GetProperty("next").GetString()!;
        }

        tonnes.ShouldBe(9_980);
        pages.ShouldBeGreaterThan(1);
        (await GetAsync(thailand, "operator/v1/registries/JPN-THA/accounts")).GetProperty("items").EnumerateArray()
            .Single(a => a.GetProperty("account").GetProperty("number").GetString() == account).GetProperty("tonnes").GetInt64().ShouldBe(9_980);
    }

    private static async Task ListsHoldWhatTheySay(HttpClient japan)
    {
        const string registry = "operator/v1/registries/JPN-THA";
        var state = await GetAsync(japan, $"{registry}/state");
        state.GetProperty("undelivered").GetInt64().ShouldBe(0);
        state.GetProperty("link").GetProperty("lastContactAt").GetString().ShouldNotBeNull();
        foreach (var (path, least) in new[] { ("projects", 1), ("decisions", 1), ("legs", 2), ("authorizations", 1), ("totals", 1), ("outbox", 2), ("inbox", 2), ("journal", 5) })
            (await GetAsync(japan, $"{registry}/{path}")).GetProperty("items").GetArrayLength().ShouldBeGreaterThanOrEqualTo(least, path);
        (await GetAsync(japan, $"{registry}/faults")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await GetAsync(japan, $"{registry}/projects/TH901")).GetProperty("title").GetString().ShouldBe("Sample project");
        (await GetAsync(japan, $"{registry}/inbox")).GetProperty("items")[0].GetProperty("receiptContent").GetProperty("outcome").GetString().ShouldBe("recorded");
        (await GetAsync(japan, "operator/v1/registries")).GetProperty("items")[0].GetProperty("alarms").GetInt64().ShouldBe(0);
        (await GetAsync(japan, "operator/v1/audit")).GetProperty("items").GetArrayLength().ShouldBeGreaterThan(5);
    }

    private static async Task ReportsAreMade(HttpClient japan, HttpClient thailand)
    {
        const string exports = "operator/v1/registries/JPN-THA/exports";
        const string filings = "operator/v1/exports";
        var year = TimeProvider.System.GetUtcNow().Year;
        var aef = await GetAsync(thailand, $"{filings}/aef?year={year}&format=json");
        aef.GetProperty("format").GetString().ShouldBe("aef-json/1");
        var workbook = await japan.GetByteArrayAsync($"{filings}/aef?year={year}", TestContext.Current.CancellationToken);
        workbook.AsSpan(0, 2).ToArray().ShouldBe("PK"u8.ToArray());
        (await GetAsync(japan, $"{exports}/issuance-reconciliation")).GetProperty("total").GetProperty("pendingTonnes").GetInt64().ShouldBe(0);
        (await GetAsync(japan, $"{exports}/corsia-eligibility")).GetProperty("results").GetArrayLength().ShouldBeGreaterThan(0);
        await TheSummaryTakesTheFiguresOfTheParty(thailand, filings);
        (await GetAsync(japan, $"{filings}/holdings")).GetProperty("tonnes").GetInt64().ShouldBe(20);
        (await GetAsync(japan, $"{filings}/holdings?recordedUntil=2020-12-31")).GetProperty("tonnes").GetInt64().ShouldBe(0);
        (await GetAsync(japan, $"{filings}/holdings?effectiveUntil=2020-12-31")).GetProperty("atEndOf").GetString().ShouldBe("2020-12-31");
        (await japan.GetStringAsync($"{filings}/holdings?format=csv", TestContext.Current.CancellationToken)).ShouldContain("-THA01-THA-");
    }

    private static async Task TheSummaryTakesTheFiguresOfTheParty(HttpClient thailand, string filings)
    {
        using var unstated = await thailand.GetAsync($"{filings}/structured-summary", TestContext.Current.CancellationToken);
        (await unstated.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("statement of the NDC");
        (await thailand.GetStringAsync($"{filings}/initial-report", TestContext.Current.CancellationToken)).ShouldContain("要記入");
        (await GetAsync(thailand, $"{filings}/regular-information?format=json&method=averaging")).GetProperty("sections").GetArrayLength().ShouldBe(10);
        var summary = await GetAsync(thailand, $"{filings}/structured-summary?method=averaging");
        summary.GetProperty("rows").GetArrayLength().ShouldBe(16);
        summary.GetProperty("shares")[0].GetProperty("quantity").GetInt64().ShouldBe(20);
        (await GetAsync(thailand, $"{filings}/structured-summary?method=averaging&recordedUntil=2020-12-31")).GetProperty("shares").GetArrayLength().ShouldBe(0);
        (await thailand.GetStringAsync($"{filings}/structured-summary?method=averaging&format=annex4-csv", TestContext.Current.CancellationToken)).ShouldContain("23(c)");
        using var figures = new StringContent("""{"format":"party-figures/1","party":"THA","emissions":{"2025":1000}}""", null, "application/json");
        using var answer = await thailand.PostAsync($"{filings}/structured-summary?method=trajectory", figures, TestContext.Current.CancellationToken);
        JsonElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("rows")[2].GetProperty("values").GetProperty("2025").GetString().ShouldBe("1000");
        using var wrong = new StringContent("""{"format":"party-figures/1","party":"JPN"}""", null, "application/json");
        using var refused = await thailand.PostAsync($"{filings}/structured-summary?method=averaging", wrong, TestContext.Current.CancellationToken);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("the figures are of 'JPN'");
    }

    private static async Task HoldingsOnceFrozenAreReported(NodeUnderTest node, HttpClient japan)
    {
        var year = TimeProvider.System.GetUtcNow().Year;
        var path = $"operator/v1/exports/aef?year={year}&format=json";
        (await HoldingsAsync(japan, path)).ShouldBe(("computed", 1));
        var archive = AefArchive.Of(node.Options.DataDirectory);
        archive.Freeze(
            new AefSubmission(Facts.Jpn, AefSubmissionVersion.First, year, new DateOnly(year + 1, 1, 2), new NdcPeriod(2021, 2030)), [], new DateTimeOffset(year + 1, 1, 2, 0, 0, 0, TimeSpan.Zero), new Dictionary<string, long>());
        (await HoldingsAsync(japan, path)).ShouldBe(("frozen", 0));
        (await HoldingsAsync(japan, $"{path}&recordedUntil={year + 1}-01-01")).ShouldBe(("computed", 1));

        var kept = Path.Combine(node.Options.DataDirectory, "filings", archive.Entries[0].File);
        File.SetAttributes(kept, FileAttributes.Normal);
        await File.AppendAllTextAsync(kept, " ", TestContext.Current.CancellationToken);
        using var refused = await japan.GetAsync(path, TestContext.Current.CancellationToken);
        refused.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("8114");
    }

    private static async Task<(string Origin, int Rows)> HoldingsAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        var holdings = JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("holdings");
        return (response.Headers.GetValues("JCM-Holdings").Single(), holdings.GetArrayLength());
    }

    private static async Task EvidenceVerifies(HttpClient japan, NodePair pair)
    {
        var file = await japan.GetByteArrayAsync($"operator/v1/registries/JPN-THA/evidence/{Done}", TestContext.Current.CancellationToken);
        var keys = new KeySet(
            new PartnerKeyRing(Facts.Jpn, new PinnedKey(pair.JapaneseKey.Public, DateTimeOffset.MinValue)),
            new PartnerKeyRing(Facts.Tha, new PinnedKey(pair.ThaiKey.Public, DateTimeOffset.MinValue)));
        var report = OfflineVerifier.Verify(file, keys);
        report.Findings.Where(f => f.Outcome == FindingOutcome.Failed).ShouldBeEmpty();
        report.Findings.Count(f => f.Outcome == FindingOutcome.Genuine).ShouldBeGreaterThanOrEqualTo(7);
    }

    private static async Task ThePublicSeesUnitsAndTotals(NodePair pair)
    {
        using var anybody = pair.Japan.Client(role: null);
        var keys = await GetAsync(anybody, "public/v1/keys");
        keys.GetProperty("keys")[0].GetProperty("kid").GetString().ShouldBe(pair.JapaneseKey.Public.KeyId);
        var totals = await GetAsync(anybody, "public/v1/totals");
        totals.GetProperty("items").EnumerateArray().Sum(t => t.GetProperty("tonnes").GetInt64()).ShouldBe(120);
        totals.GetRawText().ShouldNotContain("Holder");
        var block = (await pair.Japan.StateAsync()).Blocks.First(b => b.Itmo is not null);
        var unit = await GetAsync(anybody, $"public/v1/units?serial={Uri.EscapeDataString(block.Serials.FirstText)}");
        unit.GetProperty("items")[0].GetProperty("firstItmoId").GetString().ShouldBe(block.Itmo!.Id(0, block.Vintage).ToString());
        (await anybody.GetAsync("public/v1/units?serial=NO-SUCH-1", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await anybody.GetAsync("health/ready", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await anybody.GetAsync("health/live", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<JsonElement> GetAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, $"{path}: {body}");
        return JsonElement.Parse(body);
    }
}
