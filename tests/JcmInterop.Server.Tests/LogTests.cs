using System.Net;
using System.Text.Json;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Transfers;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Verification;
using JcmInterop.Server.Operators;
using JcmInterop.Server.Tests.World;

namespace JcmInterop.Server.Tests;

/// <summary>Two nodes witness each other's journal, and evidence proves every message and receipt in both.</summary>
public sealed class LogTests
{
    private static readonly TransferId Done = new(new Guid("01900000-0000-7000-9000-000000000003"));

    [Fact]
    public async Task Evidence_of_a_running_node_proves_messages_and_receipts_in_both_journals()
    {
        await using var pair = await NodePair.StartAsync();
        await pair.PrepareAsync();
        await pair.Thailand.DoAsync(Facts.Propose(Done, 20, TimeProvider.System.GetUtcNow()));
        await NodePair.StateIsAsync(pair.Japan, Done, TransferState.Proposed);
        await pair.Japan.DoAsync(new AcceptTransfer(Done, null, null));
        await NodePair.StateIsAsync(pair.Japan, Done, TransferState.Completed);
        await pair.QuietAsync();
        await pair.Japan.DoAsync(new SayHello());
        await pair.QuietAsync();
        using var japan = pair.Japan.Client();
        using var thailand = pair.Thailand.Client();
        await WitnessAsync(japan, "JPN");
        await WitnessAsync(thailand, "THA");

        var file = await japan.GetByteArrayAsync($"operator/v1/registries/JPN-THA/evidence/{Done}", TestContext.Current.CancellationToken);

        var report = OfflineVerifier.Verify(file, Keys(pair));
        report.IsGenuine.ShouldBeTrue(string.Join('\n', report.Findings.Where(f => f.Outcome == FindingOutcome.Failed).Select(f => f.English)));
        var proofs = report.Findings.Where(f => f.Part.StartsWith("/inclusions/", StringComparison.Ordinal)).ToList();
        // Three messages, each sent, received and receipted.
        proofs.Count(f => f.SignedBy == Facts.Jpn).ShouldBe(4);
        proofs.Count(f => f.SignedBy == Facts.Tha).ShouldBe(5);
        report.Findings.Where(f => f.Part.StartsWith("/checkpoints/", StringComparison.Ordinal)).Select(f => f.SignedBy!.Value.Code).ShouldBe(["JPN", "THA", "THA", "JPN"], ignoreOrder: true);
        await TheCheckpointsArePublic(pair);
        await ProofsAreForThoseWhoKnowTheMessage(pair, file);
        await pair.Thailand.StopAsync();
        var alone = await japan.GetByteArrayAsync($"operator/v1/registries/JPN-THA/evidence/{Done}", TestContext.Current.CancellationToken);
        var own = OfflineVerifier.Verify(alone, Keys(pair));
        own.IsGenuine.ShouldBeTrue();
        own.Findings.Count(f => f.Part.StartsWith("/inclusions/", StringComparison.Ordinal)).ShouldBe(4);
    }

    private static async Task WitnessAsync(HttpClient client, string party)
    {
        (await client.PostAsync("operator/v1/registries/JPN-THA/checkpoints", content: null, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Wait.UntilAsync(
            async () => (await ItemsAsync(client, "operator/v1/registries/JPN-THA/checkpoints")).Count(c => Text(c, "party") == party) == 2,
            $"the cosignature of the checkpoint of {party}");
    }

    private static async Task TheCheckpointsArePublic(NodePair pair)
    {
        using var anybody = pair.Japan.Client(role: null);
        var items = await ItemsAsync(anybody, "public/v1/checkpoints");
        items.Select(c => Text(c, "party")).ShouldBe(["JPN", "THA"]);
        foreach (var item in items)
            OfflineVerifier.Verify(JsonSerializer.SerializeToUtf8Bytes(item.GetProperty("signed")), Keys(pair)).Findings.Count(f => f.Outcome == FindingOutcome.Genuine).ShouldBe(2);
        using var reader = pair.Japan.Client(OperatorRole.Viewer);
        (await reader.PostAsync("operator/v1/registries/JPN-THA/checkpoints", content: null, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task ProofsAreForThoseWhoKnowTheMessage(NodePair pair, byte[] file)
    {
        using var anybody = pair.Thailand.Client(role: null);
        var message = JsonElement.Parse(file).GetProperty("exchanges")[0].GetProperty("message");
        Jws.TryRead(JsonSerializer.SerializeToUtf8Bytes(message), out var jws, out _).ShouldBeTrue();
        var id = JsonElement.Parse(jws!.Payload.Span).GetProperty("id").GetString();
        var known = await anybody.GetAsync($"partner/v1/registries/JPN-THA/proofs/{id}?hash={jws.PayloadHash.ToBase64Url()}", TestContext.Current.CancellationToken);
        known.StatusCode.ShouldBe(HttpStatusCode.OK);
        ProofAnswer.Read(await known.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Rows.Count.ShouldBe(2);
        foreach (var path in new[] { $"JPN-THA/proofs/{id}?hash={Digest.Of([]).ToBase64Url()}", $"JPN-THA/proofs/{id}", "JPN-THA/proofs/x?hash=y", $"JPN-IDN/proofs/{id}" })
            (await anybody.GetAsync($"partner/v1/registries/{path}", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<List<JsonElement>> ItemsAsync(HttpClient client, string path) =>
        [.. JsonElement.Parse(await client.GetByteArrayAsync(path, TestContext.Current.CancellationToken)).GetProperty("items").EnumerateArray()];

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static KeySet Keys(NodePair pair) => new(
        new PartnerKeyRing(Facts.Jpn, new PinnedKey(pair.JapaneseKey.Public, DateTimeOffset.MinValue)),
        new PartnerKeyRing(Facts.Tha, new PinnedKey(pair.ThaiKey.Public, DateTimeOffset.MinValue)));
}
