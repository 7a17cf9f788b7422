using System.Text;
using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Partners;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Registries;
using JcmInterop.Grains.Tests.World;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Log;
using JcmInterop.Storage.Integrity;

namespace JcmInterop.Grains.Tests.Registries;

public sealed class CheckpointTests : IAsyncDisposable
{
    private readonly RegistrySide japan;
    private readonly RegistrySide thailand;

    public CheckpointTests() => (japan, thailand) = RegistrySide.Pair();

    [Fact]
    public async Task A_checkpoint_is_stated_cosigned_and_known_to_both_sides()
    {
        await MeetAsync();
        (await japan.Writer.CheckpointAsync(isAsked: true)).ShouldBeNull();
        await ExchangeAsync();

        var (stated, witnessed) = (await OwnAsync(japan, CheckpointStage.Stated), await OwnAsync(japan, CheckpointStage.Witnessed));
        witnessed.ShouldNotBeNull().TreeSize.ShouldBe(stated!.TreeSize);
        witnessed.Document.Signatures.Length.ShouldBe(2);
        var seen = (await thailand.StateAsync()).Checkpoints[CheckpointRecord.Key(Facts.Jpn, CheckpointStage.Witnessed)];
        seen.Document.ShouldBe(witnessed.Document);
        (await thailand.StateAsync()).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Checkpoints_follow_one_another_with_proofs_and_stop_when_nothing_happens()
    {
        await MeetAsync();
        for (var round = 0; round < 3; round++)
        {
            await japan.DoAsync(new SendTest($"round {round}"));
            await ExchangeAsync();
            await PassAsync(CheckpointRule.Default.After);
        }

        var last = (await OwnAsync(japan, CheckpointStage.Witnessed))!.TreeSize;
        last.ShouldBe((await OwnAsync(japan, CheckpointStage.Stated))!.TreeSize);
        (await OwnAsync(thailand, CheckpointStage.Witnessed)).ShouldNotBeNull();
        var (ours, theirs) = (await PositionAsync(japan), await PositionAsync(thailand));
        for (var quiet = 0; quiet < 3; quiet++) await PassAsync(TimeSpan.FromHours(2));
        (await PositionAsync(japan), await PositionAsync(thailand)).ShouldBe((ours, theirs));
        (await StoreCheck.RunAsync(japan.Store)).ShouldBeEmpty();
        (await StoreCheck.RunAsync(thailand.Store)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_long_journal_is_stated_before_the_deadline()
    {
        await MeetAsync();
        for (var i = 0; i < 4; i++) await Task.WhenAll(Enumerable.Range(0, 130).Select(n => japan.DoAsync(new SendTest($"{i}/{n}"))));
        await japan.Writer.DisposeAsync();
        japan.NewWriter();

        (await OwnAsync(japan, CheckpointStage.Stated))!.TreeSize.ShouldBeGreaterThanOrEqualTo(CheckpointRule.Default.RowsMax);
    }

    [Fact]
    public async Task A_forked_journal_is_refused_alarmed_and_shown()
    {
        await MeetAsync();
        await japan.Writer.CheckpointAsync(isAsked: true);
        await ExchangeAsync();
        var seen = (await thailand.StateAsync()).Checkpoints[CheckpointRecord.Key(Facts.Jpn, CheckpointStage.Witnessed)];
        var forked = new MerkleTree();
        for (var i = 0; i < seen.TreeSize + 5; i++) forked.AppendLeaf(MerkleHash.Leaf(Encoding.ASCII.GetBytes($"{i}")));
        var checkpoint = new Checkpoint(Facts.Jpn, Facts.Pair, forked.Size, forked.Root(forked.Size), japan.Time.GetUtcNow());
        var record = CheckpointTexts.Record(SignedCheckpoint.Sign(checkpoint, japan.Key), CheckpointStage.Stated);
        var notice = new CheckpointNotice(record.Document, seen.TreeSize, [.. forked.Consistency(seen.TreeSize, forked.Size).Select(h => h.ToBase64Url())]);
        var head = (await thailand.Store.LoadAsync(Facts.Pair, TestContext.Current.CancellationToken)).Heads.Incoming;
        var message = OutgoingMessages.Compose(
            japan.Configuration.Outgoing, head, new Guid("01900000-0000-7000-8000-0000000fffff"), japan.Time.GetUtcNow(), notice, japan.Key);

        var reply = await thailand.Writer.ReceiveAsync(message.Bytes);

        reply.Kind.ShouldBe(MessageReplyKind.Receipted);
        Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromUtf8(Encoding.UTF8.GetBytes(RegistrySide.Json(reply.Receipt).GetProperty("payload").GetString()!))).ShouldContain("\"rule\":9031");
        thailand.Conditions.Of(Facts.Pair).Alarms.ShouldBe(1);
        var state = await thailand.StateAsync();
        state.Faults.Values.ShouldHaveSingleItem().Rule.ShouldBe(9031);
        state.Checkpoints[seen.ItemKey()].ShouldBe(seen);
        (await StoreCheck.RunAsync(thailand.Store, TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_checkpoint_waits_for_the_answer_to_the_one_before_and_a_late_cosignature_counts()
    {
        await MeetAsync();
        await japan.Writer.CheckpointAsync(isAsked: true);
        var first = (await OwnAsync(japan, CheckpointStage.Stated))!.TreeSize;
        await japan.DoAsync(new SendTest("later"));
        japan.Time.Advance(TimeSpan.FromDays(1));
        await japan.Writer.SweepAsync();
        (await OwnAsync(japan, CheckpointStage.Stated))!.TreeSize.ShouldBe(first);
        await japan.Writer.CheckpointAsync(isAsked: true);
        (await OwnAsync(japan, CheckpointStage.Stated))!.TreeSize.ShouldBeGreaterThan(first);

        await ExchangeAsync();
        (await OwnAsync(japan, CheckpointStage.Witnessed))!.TreeSize.ShouldBe(first);
        await japan.Writer.CheckpointAsync(isAsked: true);
        await ExchangeAsync();
        (await OwnAsync(japan, CheckpointStage.Witnessed))!.TreeSize.ShouldBe((await OwnAsync(japan, CheckpointStage.Stated))!.TreeSize);
    }

    [Fact]
    public async Task A_partner_that_has_not_announced_checkpoints_is_not_sent_any()
    {
        await japan.DoAsync(new SendTest("one"));
        await japan.Writer.CheckpointAsync(isAsked: true);

        (await OwnAsync(japan, CheckpointStage.Stated)).ShouldNotBeNull();
        (await japan.Store.LoadAsync(Facts.Pair, TestContext.Current.CancellationToken)).Heads.Outgoing.Sequence.ShouldBe(1);
    }

    public async ValueTask DisposeAsync()
    {
        await japan.DisposeAsync();
        await thailand.DisposeAsync();
    }

    private async Task MeetAsync()
    {
        await japan.DoAsync(new SayHello());
        await ExchangeAsync();
    }

    private async Task ExchangeAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            await japan.DeliverAsync(thailand);
            await thailand.DeliverAsync(japan);
        }
    }

    private async Task PassAsync(TimeSpan time)
    {
        japan.Time.Advance(time + TimeSpan.FromSeconds(1));
        await japan.Writer.SweepAsync();
        await thailand.Writer.SweepAsync();
        await ExchangeAsync();
    }

    private static async Task<CheckpointRecord?> OwnAsync(RegistrySide side, CheckpointStage stage) =>
        (await side.StateAsync()).Checkpoints.GetValueOrDefault(CheckpointRecord.Key(side.Configuration.Settings.Party, stage));

    private static async Task<long> PositionAsync(RegistrySide side) => (await side.Store.LoadAsync(Facts.Pair)).Heads.Journal.Position;
}
