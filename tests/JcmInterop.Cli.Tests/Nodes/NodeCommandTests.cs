using System.Security.Cryptography;
using System.Text.Json;
using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Recovery;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Verification;

namespace JcmInterop.Cli.Nodes;

public sealed class NodeCommandTests
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:1");
    private static readonly PartyCode Japan = PartyCode.Japan;

    [Fact]
    public async Task A_key_is_rotated_and_the_old_one_withdrawn_while_both_nodes_run()
    {
        await using var thailand = new RunningNode("THA", "JPN");
        await using var japan = new RunningNode("JPN", "THA", thailand.Key);
        await StartAsync(thailand, japan);

        var first = await thailand.AskAsync("keys", "list");
        Keys(first, "THA").ShouldHaveSingleItem().GetProperty("signsNow").GetBoolean().ShouldBeTrue();
        Keys(first, "JPN").ShouldHaveSingleItem();

        // A key is introduced once the partner's node has announced that it understands it.
        (await RunningNode.UntilAsync(() => thailand.AskAsync("keys", "rotate"), run => run.Code == ExitCode.Done)).Code.ShouldBe(ExitCode.Done);
        await RunningNode.UntilAsync(() => thailand.AskAsync("keys", "list"), run => Keys(run, "THA") is [_, var added] && added.GetProperty("signsNow").GetBoolean());
        (await thailand.AskAsync("keys", "withdraw", thailand.Key.Public.KeyId, "--reason", "Superseded")).Code.ShouldBe(ExitCode.Done);
        var last = await RunningNode.UntilAsync(() => japan.AskAsync("keys", "list"), run => Keys(run, "THA").Any(key => Text(key, "endReason").Length > 0));
        Text(Keys(last, "THA").Single(key => Text(key, "keyId") == thailand.Key.Public.KeyId), "endReason").ShouldBe("Superseded");

        var again = await thailand.AskAsync("keys", "withdraw", thailand.Key.Public.KeyId);
        again.Code.ShouldBe(ExitCode.Finding);
        again.Json.GetProperty("rule").GetInt32().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_partners_key_is_pinned_by_hand_and_the_lost_one_ended()
    {
        await using var thailand = new RunningNode("THA", "JPN");
        await thailand.StartAsync(Nowhere);
        using var random = RandomNumberGenerator.Create();
        using var found = SigningKey.Generate(SignatureAlgorithm.Es256, random);
        await File.WriteAllBytesAsync(
            thailand["found.json"], new KeySet(new PartnerKeyRing(Japan, new PinnedKey(found.Public, DateTimeOffset.UnixEpoch))).ToJwks(), TestContext.Current.CancellationToken);

        (await thailand.AskAsync("keys", "end", thailand.PartnerKey.Public.KeyId, "--reason", "Lost")).Code.ShouldBe(ExitCode.Finding);
        (await thailand.AskAsync("keys", "pin", thailand["found.json"])).Code.ShouldBe(ExitCode.Done);
        (await thailand.AskAsync("keys", "end", thailand.PartnerKey.Public.KeyId, "--reason", "Lost")).Code.ShouldBe(ExitCode.Done);
        Keys(await thailand.AskAsync("keys", "list"), "JPN").Count.ShouldBe(2);
        (await thailand.AskAsync("keys", "pin", thailand["missing.json"])).Code.ShouldBe(ExitCode.BadInput);
    }

    [Fact]
    public async Task A_recovery_file_is_written_once_and_brings_back_what_it_holds_to_the_stopped_node()
    {
        await using var thailand = new RunningNode("THA", "JPN");
        await using var japan = new RunningNode("JPN", "THA", thailand.Key);
        await StartAsync(thailand, japan);

        var written = await RunningNode.UntilAsync(() => japan.AskAsync("recovery", "export", japan["lost.json"]), run => run.Code == ExitCode.Done);
        written.Json.GetProperty("restored").GetString().ShouldBe("THA");
        (await japan.AskAsync("recovery", "export", japan["lost.json"])).Code.ShouldBe(ExitCode.BadInput);
        RecoveryFile.Read(await File.ReadAllBytesAsync(japan["lost.json"], TestContext.Current.CancellationToken)).Restored.Code.ShouldBe("THA");

        string[] import = ["recovery", "import", japan["lost.json"], "--config", thailand["node.json"], "--person", "tester", "--json"];
        (await Run.Of(import)).Code.ShouldBe(ExitCode.Trouble);
        await thailand.StopAsync();
        var shown = await Run.Of(import);
        shown.Code.ShouldBe(ExitCode.Done, shown.Error);
        shown.Json.GetProperty("broughtBack").GetBoolean().ShouldBeFalse();
        (await Run.Of([.. import, "--approve"])).Json.GetProperty("broughtBack").GetBoolean().ShouldBeTrue();
        (await Run.Of("recovery", "import", thailand["key.json"], "--config", thailand["node.json"], "--person", "tester")).Code.ShouldBe(ExitCode.BadInput);
    }

    [Fact]
    public async Task The_evidence_of_a_transfer_is_fetched_and_verifies_offline()
    {
        await using var thailand = new RunningNode("THA", "JPN");
        await thailand.StartAsync(Nowhere);
        var offer = Offer();
        await thailand.HearAsync(new TransferProposal([offer]));

        var fetched = await thailand.AskAsync("evidence", $"{offer.Id}", "--out", thailand["evidence.json"]);
        fetched.Code.ShouldBe(ExitCode.Done, fetched.Error);
        fetched.Json.GetProperty("genuine").GetBoolean().ShouldBeTrue();
        (await Run.Of("verify", thailand["evidence.json"])).Output.ShouldContain("transfer-proposal");
        (await thailand.AskAsync("evidence", $"{new TransferId(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()))}", "--out", thailand["none.json"])).Code.ShouldBe(ExitCode.BadInput);
        (await Run.Of("evidence", $"{offer.Id}", "--url", "node", "--token-file", thailand["key.json"], "--registry", "JPN-THA", "--out", thailand["none.json"])).Code.ShouldBe(ExitCode.BadInput);
    }

    [Fact]
    public async Task A_token_that_is_none_is_bad_input_and_a_node_that_is_away_is_trouble()
    {
        await using var thailand = new RunningNode("THA", "JPN");
        await thailand.StartAsync(Nowhere);
        await File.WriteAllTextAsync(thailand["token"], "nobody", TestContext.Current.CancellationToken);
        string[] access = ["--url", $"{thailand.Url}", "--token-file", thailand["token"], "--registry", "JPN-THA"];
        (await Run.Of(["keys", "list", .. access])).Code.ShouldBe(ExitCode.BadInput);
        (await Run.Of("keys", "list", "--url", $"{Nowhere}", "--token-file", thailand["token"], "--registry", "JPN-THA")).Code.ShouldBe(ExitCode.Trouble);
    }

    private static async Task StartAsync(RunningNode thailand, RunningNode japan)
    {
        // Each must know the other's key, and Thailand's node was made before Japan's key was.
        thailand.Trust(japan.Key);
        await Task.WhenAll(thailand.StartAsync(japan.Url), japan.StartAsync(thailand.Url));
    }

    private static List<JsonElement> Keys(Run run, string party) =>
        [.. run.Json.GetProperty("items").EnumerateArray().Where(key => Text(key, "party") == party)];

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static TransferOffer Offer()
    {
        var now = TimeProvider.System.GetUtcNow();
        var authorization = new AuthorizationId("NOBODY-TOLD");
        var units = new UnitRun(new SerialRange("CLI-", 1, 10), Japan, new ProjectReference("TH901"), new Vintage(2022), null, authorization, null, null);
        return new TransferOffer(
            new TransferId(Guid.CreateVersion7(now)), TransferKind.BetweenRegistries, Japan, new PartyCode("THA"), new AccountNumber(Japan, 1), null, authorization, null, null,
            DateOnly.FromDateTime(now.UtcDateTime), WireInstant.Truncate(now.AddDays(1)), [units]);
    }
}
