using System.Net;
using System.Text;
using System.Text.Json;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Ledger;
using JcmInterop.Server.Tests.World;
using Microsoft.Extensions.Time.Testing;

namespace JcmInterop.Server.Tests;

public sealed class LinkTests
{
    [Fact]
    public async Task A_refusal_by_the_partner_parks_the_message_with_the_partners_words_and_is_taken_up_on_request()
    {
        await using var pair = new NodePair();
        pair.Thailand.Options = pair.Thailand.Options with
        {
            Registries = [pair.Thailand.Options.Registries[0] with { PartnerKeyFiles = [Path.Combine(pair.Thailand.Folder, "partner.json")] }],
        };
        // Thailand does not know Japan's key yet: it has pinned its own by mistake.
        var right = File.ReadAllText(Path.Combine(pair.Thailand.Folder, "partner.json"));
        File.WriteAllText(Path.Combine(pair.Thailand.Folder, "partner.json"), $$"""{"keys":[{{pair.ThaiKey.Public.PublicJwk}}]}""");
        await Task.WhenAll(pair.Japan.StartAsync(), pair.Thailand.StartAsync());
        pair.Connect();
        await pair.Japan.DoAsync(new SendTest("hello"));
        await Wait.UntilAsync(async () => (await pair.Japan.Store.OutboxesAsync()) is [{ FirstDelivery.IsParked: true }], "the message to be parked");

        using (var client = pair.Japan.Client())
        {
            var state = JsonElement.Parse(await client.GetStringAsync("operator/v1/registries/JPN-THA/state", TestContext.Current.CancellationToken));
            state.GetProperty("parked").GetString()!.ShouldContain("HTTP 403");
            state.GetProperty("link").GetProperty("parked").GetProperty("number").GetInt32().ShouldBe(8007);
        }

        await pair.Thailand.StopAsync();
        File.WriteAllText(Path.Combine(pair.Thailand.Folder, "partner.json"), right);
        await pair.Thailand.StartAsync();
        pair.Connect();
        using (var client = pair.Japan.Client())
            (await client.PostAsync("operator/v1/registries/JPN-THA/link/retry", null, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await pair.QuietAsync();
    }

    [Fact]
    public async Task What_is_known_of_a_link_outlives_the_process()
    {
        await using var pair = await NodePair.StartAsync();
        await pair.Japan.DoAsync(new SendTest("hello"));
        await pair.QuietAsync();
        await pair.Japan.StopAsync();
        pair.Japan.Partner.Lose();
        await pair.Japan.StartAsync();
        using var client = pair.Japan.Client();
        var link = JsonElement.Parse(await client.GetStringAsync("operator/v1/registries/JPN-THA/link", TestContext.Current.CancellationToken));
        link.GetProperty("lastContactAt").GetString().ShouldNotBeNull();
    }

    [Fact]
    public async Task A_partner_whose_clock_is_wrong_is_sent_nothing_until_it_is_right()
    {
        await using var pair = new NodePair();
        var thaiTime = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddMinutes(-30));
        pair.Thailand.Time = thaiTime;
        pair.Japan.Link = pair.Japan.Link with { ClockRetryEvery = TimeSpan.FromMilliseconds(50) };
        await Task.WhenAll(pair.Japan.StartAsync(), pair.Thailand.StartAsync());
        pair.Connect();
        using var client = pair.Japan.Client();
        await Wait.UntilAsync(
            async () => JsonElement.Parse(await client.GetStringAsync("operator/v1/registries")).GetProperty("items")[0].GetProperty("sendingHeld").ValueKind == JsonValueKind.Object,
            "Japan to notice Thailand's clock");

        var (status, body) = await NodeUnderTest.PostAsync(client, new SendTest("hello"));
        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var problem = JsonElement.Parse(body);
        problem.GetProperty("rule").GetInt32().ShouldBe(8003);
        problem.GetProperty("english").GetString()!.ShouldContain("THA");
        problem.GetProperty("japanese").GetString()!.ShouldContain("遅れて", customMessage: Encoding.UTF8.GetString(body));
        await pair.Japan.DoAsync(Facts.Open(Facts.Jpn, 1, AccountKind.GovernmentHolding));

        thaiTime.Advance(TimeSpan.FromMinutes(30));
        await Wait.UntilAsync(async () => (await NodeUnderTest.PostAsync(client, new SendTest("hello"))).Status == HttpStatusCode.OK, "sending to be free again");
        await Wait.UntilAsync(async () => (await pair.Japan.Store.OutboxesAsync()).Count == 0, "the message to arrive");
    }
}
