using System.Net;
using System.Text.Json;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Partners;
using JcmInterop.Grains.Links;
using JcmInterop.Server.Tests.World;

namespace JcmInterop.Server.Tests;

public sealed class NegotiationTests
{
    [Fact]
    public async Task Both_nodes_tell_each_other_what_they_understand_when_they_start()
    {
        await using var pair = await NodePair.StartAsync();
        await Wait.UntilAsync(async () => (await pair.Japan.StateAsync()).Announcements.Count == 2 && (await pair.Thailand.StateAsync()).Announcements.Count == 2, "both hellos");
        (await pair.Japan.StateAsync()).Announcements[Facts.Tha].Hello.MessageTypes.ShouldBe(MessageTypes.Understood);
        using var client = pair.Japan.Client();
        var link = JsonElement.Parse(await client.GetStringAsync("operator/v1/registries/JPN-THA/link", TestContext.Current.CancellationToken));
        (link.GetProperty("partnerNode").GetProperty("protocol").GetString(), link.GetProperty("partnerNode").GetProperty("typesNotUnderstood").GetArrayLength()).ShouldBe(("1.0", 0));
        (await pair.Japan.StateAsync()).Announcements[Facts.Tha].Hello.PinnedKeys.ShouldBe([pair.JapaneseKey.Public.KeyId]);
    }

    [Fact]
    public async Task A_node_that_comes_back_is_sent_at_once_what_waited_for_it()
    {
        await using var pair = new NodePair();
        pair.Japan.Link = new LinkOptions { BackOffFirst = TimeSpan.FromHours(1), BackOffMax = TimeSpan.FromHours(1) };
        await Task.WhenAll(pair.Japan.StartAsync(), pair.Thailand.StartAsync());
        pair.Connect();
        await Wait.UntilAsync(async () => (await pair.Japan.StateAsync()).Announcements.Count == 2 && (await pair.Thailand.StateAsync()).Announcements.Count == 2, "both hellos");
        await pair.QuietAsync();
        pair.Japan.Partner.Lose();
        await pair.Japan.DoAsync(new SendTest("while you were away"));
        await Wait.UntilAsync(
            async () => (await pair.Japan.Store.OutboxesAsync()) is [{ FirstDelivery.NextAttemptAt: not null }] or [{ FirstDelivery.Attempts: > 0 }], "the attempt to fail");
        await pair.Thailand.StopAsync();
        // Its new address is known at Japan before Japan's is known to it, as in an orderly restart.
        pair.Thailand.Partner.Lose();
        await pair.Thailand.StartAsync();
        pair.Connect();
        await pair.QuietAsync();
    }

    [Fact]
    public async Task Keys_are_rotated_by_request_without_a_restart_and_outlive_one()
    {
        await using var pair = await NodePair.StartAsync();
        await Wait.UntilAsync(async () => (await pair.Japan.StateAsync()).Announcements.Count == 2, "both hellos");
        using (var client = pair.Japan.Client())
            (await client.PostAsync("operator/v1/registries/JPN-THA/keys", null, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var added = "";
        await Wait.UntilAsync(async () => (added = await SigningAsync(pair.Japan)) != pair.JapaneseKey.Public.KeyId, "the new key to sign");
        await pair.Japan.DoAsync(new WithdrawKey(pair.JapaneseKey.Public.KeyId, null, KeyEndReason.Superseded));
        await pair.Japan.DoAsync(new SendTest("with the new key"));
        await pair.QuietAsync();
        await pair.Japan.StopAsync();
        await pair.Japan.StartAsync();
        pair.Connect();
        await pair.Thailand.DoAsync(new SendTest("receipted with the new key"));
        await pair.Japan.DoAsync(new SendTest("with the new key, after a restart"));
        await pair.QuietAsync();
        (await SigningAsync(pair.Japan)).ShouldBe(added);
        (await pair.Thailand.StateAsync()).Keys[NodeKey.Key(Facts.Jpn, pair.JapaneseKey.Public.KeyId)].EndReason.ShouldBe(KeyEndReason.Superseded);
        (await pair.Thailand.StateAsync()).Faults.ShouldBeEmpty();
    }

    private static async Task<string> SigningAsync(NodeUnderTest node)
    {
        using var client = node.Client();
        var keys = JsonElement.Parse(await client.GetStringAsync("operator/v1/registries/JPN-THA/keys", TestContext.Current.CancellationToken));
        return keys.GetProperty("items").EnumerateArray().Single(k => k.GetProperty("signsNow").GetBoolean()).GetProperty("keyId").GetString()!;
    }
}
