using System.Net;
using System.Text.Json;
using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Transfers;
using JcmInterop.Grains.Recovery;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Recovery;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Verification;
using JcmInterop.Server.Configuration;
using JcmInterop.Server.Hosting;
using JcmInterop.Server.Tests.World;
using JcmInterop.Storage.Integrity;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.Sqlite;
using JcmInterop.Storage.State;

namespace JcmInterop.Server.Tests;

public sealed class RestoredNodeTests
{
    [Fact]
    public async Task A_node_restored_from_an_old_backup_is_found_out_explained_and_recovered_with_both_sides_approval()
    {
        await using var pair = await NodePair.StartAsync();
        await pair.PrepareAsync();
        await TransferAsync(pair, 100);
        await BackUpAsync(pair);
        var completed = await TransferAsync(pair, 200);
        var open = await ProposeAsync(pair, 30);
        var refused = await ProposeAsync(pair, 40);
        await pair.Japan.DoAsync(new RefuseTransfer(refused, "Not wanted."));
        await NodePair.StateIsAsync(pair.Thailand, refused, TransferState.Refused);
        await pair.QuietAsync();
        var before = Ledger(await pair.Thailand.StateAsync());
        await RestoreAsync(pair);

        // Found out and explained on both sides.
        await Wait.UntilAsync(async () => await ParkedAsync(pair.Thailand) == 8013, "Thailand to find out that its store is old");
        await pair.Japan.DoAsync(new SendTest("are you there?"));
        await Wait.UntilAsync(async () => await ParkedAsync(pair.Japan) == 8014, "Japan to find out that Thailand's store is old");
        using (var client = pair.Thailand.Client())
        {
            var (status, body) = await NodeUnderTest.PostAsync(client, new SendTest("hello"));
            (status, JsonElement.Parse(body).GetProperty("rule").GetInt32()).ShouldBe((HttpStatusCode.ServiceUnavailable, 8013));
        }

        // Japan's administrator hands the messages over; Thailand's brings them back while its node is stopped.
        var file = await ExportAsync(pair);
        await pair.Thailand.StopAsync();
        var shown = await ImportAsync(pair, file, isDryRun: true);
        shown.Obstacle.ShouldBeNull();
        shown.Own.Select(m => m.Type).ShouldContain("transfer-completion");
        shown.Own.SelectMany(m => m.About).ShouldContain(completed.ToString());
        (await ImportAsync(pair, file, isDryRun: false)).Obstacle.ShouldBeNull();
        (await ImportAsync(pair, file, isDryRun: false)).IsEmpty.ShouldBeTrue();
        await pair.Thailand.StartAsync();
        pair.Connect();
        await pair.QuietAsync();

        Ledger(await pair.Thailand.StateAsync()).ShouldBe(before);
        await pair.Japan.DoAsync(new AcceptTransfer(open, null, null));
        await NodePair.StateIsAsync(pair.Japan, open, TransferState.Completed);
        await TransferAsync(pair, 50);
        await pair.QuietAsync();
        await pair.ShouldBeLawfulAsync();
        (await StoreCheck.RunAsync(pair.Thailand.Store, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        (await ParkedAsync(pair.Thailand)).ShouldBeNull();
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Both_logs_go_on_from_what_both_sides_hold_although_checkpoints_of_lost_rows_were_cosigned(bool isCosignedBefore, bool isCosignedAfter)
    {
        await using var pair = await NodePair.StartAsync();
        await pair.PrepareAsync();
        if (isCosignedBefore) await CosignAsync(pair);
        await BackUpAsync(pair);
        await TransferAsync(pair, 200);
        if (isCosignedAfter) await CosignAsync(pair);
        await pair.QuietAsync();
        var ended = Witnessed(await pair.Japan.StateAsync(), Facts.Tha);
        await RestoreAsync(pair);
        await Wait.UntilAsync(async () => await ParkedAsync(pair.Thailand) == 8013, "Thailand to find out that its store is old");
        var file = await ExportAsync(pair);
        await ExportAsync(pair);
        await pair.Thailand.StopAsync();
        (await ImportAsync(pair, file, isDryRun: false)).Obstacle.ShouldBeNull();
        await pair.Thailand.StartAsync();
        pair.Connect();
        await pair.QuietAsync();

        await TransferAsync(pair, 50);
        await CosignAsync(pair);
        await CosignAsync(pair);
        await pair.ShouldBeLawfulAsync();
        Witnessed(await pair.Thailand.StateAsync(), Facts.Tha).ShouldBe(Witnessed(await pair.Japan.StateAsync(), Facts.Tha));
        Witnessed(await pair.Thailand.StateAsync(), Facts.Jpn).ShouldBe(Witnessed(await pair.Japan.StateAsync(), Facts.Jpn));
        foreach (var node in new[] { pair.Japan, pair.Thailand })
        {
            (await StoreCheck.RunAsync(node.Store, (_, _) => AllKeys(pair), TestContext.Current.CancellationToken)).ShouldBeEmpty();
            var events = await EventsAsync(node);
            events.OfType<LogSetBack>().Count().ShouldBe(isCosignedAfter ? 1 : 0);
            if (isCosignedAfter) events.OfType<LogSetBack>().Single().Ended!.TreeSize.ShouldBe(ended!.TreeSize);
        }
    }

    [Fact]
    public async Task A_log_restored_twice_does_not_go_back_to_a_checkpoint_that_ended_with_the_first_recovery()
    {
        await using var pair = await NodePair.StartAsync();
        await pair.PrepareAsync();
        await BackUpAsync(pair);
        await TransferAsync(pair, 200);
        await CosignAsync(pair);
        await pair.QuietAsync();
        await RestoreAsync(pair);
        await RecoverAsync(pair);

        // The cosignature came back as a message, so that the second backup has heard of the checkpoint that ended.
        await BackUpAsync(pair);
        await TransferAsync(pair, 20);
        await pair.QuietAsync();
        await RestoreAsync(pair);
        await RecoverAsync(pair);

        await CosignAsync(pair);
        await CosignAsync(pair);
        await pair.ShouldBeLawfulAsync();
        Witnessed(await pair.Thailand.StateAsync(), Facts.Tha).ShouldBe(Witnessed(await pair.Japan.StateAsync(), Facts.Tha));
    }

    private static async Task RecoverAsync(NodePair pair)
    {
        await Wait.UntilAsync(async () => await ParkedAsync(pair.Thailand) == 8013, "Thailand to find out that its store is old");
        var file = await ExportAsync(pair);
        await pair.Thailand.StopAsync();
        (await ImportAsync(pair, file, isDryRun: false)).Obstacle.ShouldBeNull();
        await pair.Thailand.StartAsync();
        pair.Connect();
        await pair.QuietAsync();
    }

    private static CheckpointRecord? Witnessed(LedgerState state, PartyCode party) => state.Checkpoints.GetValueOrDefault(CheckpointRecord.Key(party, CheckpointStage.Witnessed));

    private static KeySet AllKeys(NodePair pair) => new(
        new PartnerKeyRing(Facts.Jpn, new PinnedKey(pair.JapaneseKey.Public, DateTimeOffset.MinValue)), new PartnerKeyRing(Facts.Tha, new PinnedKey(pair.ThaiKey.Public, DateTimeOffset.MinValue)));

    private static async Task<List<LedgerEvent>> EventsAsync(NodeUnderTest node)
    {
        var events = new List<LedgerEvent>();
        for (var at = 0L; await node.Store.ReadJournalAsync(Facts.Pair, at, IJournalReader.PageRowsMax) is { Count: > 0 } rows; at = rows[^1].Position)
            events.AddRange(rows.Where(row => LedgerRows.IsEvent(row.Entry)).Select(row => LedgerRows.Event(row.Entry)));
        return events;
    }

    /// <summary>Both sides state a checkpoint of their logs, and the other cosigns it.</summary>
    private static async Task CosignAsync(NodePair pair)
    {
        foreach (var (node, party) in new[] { (pair.Thailand, Facts.Tha), (pair.Japan, Facts.Jpn) })
        {
            await pair.QuietAsync();
            var rows = (await node.Store.LoadAsync(Facts.Pair)).Heads.Journal.Position;
            using var client = node.Client();
            (await client.PostAsync("operator/v1/registries/JPN-THA/checkpoints", null, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
            await Wait.UntilAsync(async () => Witnessed(await node.StateAsync(), party)?.TreeSize >= rows, $"the checkpoint of {party} to be cosigned");
        }
    }

    [Fact]
    public async Task A_file_that_was_altered_brings_nothing_back()
    {
        await using var pair = await NodePair.StartAsync();
        await pair.PrepareAsync();
        await BackUpAsync(pair);
        await TransferAsync(pair, 200);
        await pair.QuietAsync();
        await RestoreAsync(pair);
        var file = await ExportAsync(pair);
        await pair.Thailand.StopAsync();
        var altered = file with { Own = [.. file.Own.Skip(1)] };
        (await Should.ThrowAsync<FormatException>(() => ImportAsync(pair, altered, isDryRun: false))).Message.ShouldContain("does not continue the chain");
        var forged = file with { Own = [.. file.Own.Select(e => e with { Message = Forged(e.Message) })] };
        await Should.ThrowAsync<FormatException>(() => ImportAsync(pair, forged, isDryRun: false));
        RecoveryFile.Read(file.ToBytes()).ToBytes().ShouldBe(file.ToBytes());
    }

    private static byte[] Forged(ReadOnlyMemory<byte> message)
    {
        var text = System.Text.Encoding.UTF8.GetString(message.Span);
        var at = text.IndexOf("\"payload\":\"", StringComparison.Ordinal) + 60;
        return System.Text.Encoding.UTF8.GetBytes(text[..at] + (text[at] == 'A' ? 'B' : 'A') + text[(at + 1)..]);
    }

    // What both sides told each other of their nodes is said anew at every start.
    private static string[] Ledger(LedgerState state) =>
        [.. state.Items().Where(i => i is not Domain.Partners.Announcement).Select(i => System.Text.Encoding.UTF8.GetString(WireJson.Write(i)))];

    private static async Task<TransferId> ProposeAsync(NodePair pair, long tonnes)
    {
        var id = new TransferId(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()));
        await pair.Thailand.DoAsync(Facts.Propose(id, tonnes, TimeProvider.System.GetUtcNow()));
        await NodePair.StateIsAsync(pair.Japan, id, TransferState.Proposed);
        return id;
    }

    private static async Task<TransferId> TransferAsync(NodePair pair, long tonnes)
    {
        var id = await ProposeAsync(pair, tonnes);
        await pair.Japan.DoAsync(new AcceptTransfer(id, null, null));
        await NodePair.StateIsAsync(pair.Japan, id, TransferState.Completed);
        return id;
    }

    private static async Task BackUpAsync(NodePair pair)
    {
        await pair.QuietAsync();
        await pair.Thailand.StopAsync();
        Copy(pair.Thailand.Options.DataDirectory, Path.Combine(pair.Thailand.Folder, "backup"));
        await pair.Thailand.StartAsync();
        pair.Connect();
        await pair.QuietAsync();
    }

    private static async Task RestoreAsync(NodePair pair)
    {
        await pair.Thailand.StopAsync();
        foreach (var file in Directory.EnumerateFiles(pair.Thailand.Options.DataDirectory, "registry.db*")) File.Delete(file);
        Copy(Path.Combine(pair.Thailand.Folder, "backup"), pair.Thailand.Options.DataDirectory);
        await pair.Thailand.StartAsync();
        pair.Connect();
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, "registry.db*")) File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
    }

    private static async Task<RecoveryFile> ExportAsync(NodePair pair)
    {
        using var client = pair.Japan.Client();
        using var answer = await client.PostAsync("operator/v1/registries/JPN-THA/recovery", null, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return RecoveryFile.Read(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<RecoveryReport> ImportAsync(NodePair pair, RecoveryFile file, bool isDryRun)
    {
        var settings = NodeSettings.Check(pair.Thailand.Options);
        await using var store = SqliteRegistryStore.Open(new SqliteStoreOptions(settings.StorePath));
        return await new RegistryRecovery(settings.Registries.Find("JPN-THA"), store, NodeIds.Of(TimeProvider.System), TimeProvider.System).RunAsync(file, "tester", isDryRun);
    }

    private static async Task<int?> ParkedAsync(NodeUnderTest node)
    {
        using var client = node.Client();
        var link = JsonElement.Parse(await client.GetStringAsync("operator/v1/registries/JPN-THA/link", TestContext.Current.CancellationToken));
        return link.GetProperty("parked") is { ValueKind: JsonValueKind.Object } parked ? parked.GetProperty("number").GetInt32() : null;
    }
}
