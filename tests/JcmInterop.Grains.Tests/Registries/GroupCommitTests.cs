using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Transfers;
using JcmInterop.Grains.Problems;
using JcmInterop.Grains.Registries;
using JcmInterop.Grains.Tests.World;
using JcmInterop.Messages.Signatures;
using JcmInterop.Storage.Integrity;
using JcmInterop.Storage.Troubles;

namespace JcmInterop.Grains.Tests.Registries;

public sealed class GroupCommitTests : IAsyncDisposable
{
    private readonly RegistrySide japan;
    private readonly RegistrySide thailand;

    public GroupCommitTests() => (japan, thailand) = RegistrySide.Pair();

    [Fact]
    public async Task New_requests_are_not_looked_up_and_repeated_ones_are_answered_as_before()
    {
        japan.Control.Asked.Clear();
        var first = await japan.AskAsync(new SendTest("once"), "key");
        japan.Control.Asked.ShouldNotContain("FindAnswerAsync");

        var again = await japan.AskAsync(new SendTest("once"), "key");

        japan.Control.Asked.ShouldContain("FindAnswerAsync");
        again.Answer.ShouldBe(first.Answer);
        (await japan.Store.LoadAsync(Facts.Pair)).Heads.Outgoing.Sequence.ShouldBe(1);
        japan.Writer.Ended.ShouldBeNull();
    }

    [Fact]
    public async Task A_writer_left_behind_by_another_leaves_at_a_receipt_for_a_message_it_does_not_know()
    {
        await using var left = japan.NewWriter();
        await left.PrepareAsync();
        japan.NewWriter();
        await japan.DoAsync(new SendTest("by the other writer"));
        var sent = (await japan.Store.NextUndeliveredAsync(Facts.Pair, 1)).ShouldHaveSingleItem();
        var reply = await thailand.Writer.ReceiveAsync(sent.Message.Bytes);

        var problem = await left.KeepAsync([new KeptReceipt(sent.Message.Sequence, reply.Receipt!, IsRefused: false, sent.Message.Hash.ToArray())]);

        problem!.Number.ShouldBe(NodeProblems.RegistryMoving);
        japan.Conditions.Of(Facts.Pair).Stopped.ShouldBeNull();
    }

    [Fact]
    public async Task A_writer_left_behind_by_another_refuses_the_partner_nothing()
    {
        await using var left = japan.NewWriter();
        await left.PrepareAsync();
        japan.NewWriter();
        foreach (var text in (string[])["one", "two"]) await thailand.DoAsync(new SendTest(text));
        var messages = await thailand.Store.NextUndeliveredAsync(Facts.Pair, 2);
        (await japan.Writer.ReceiveAsync(messages[0].Message.Bytes)).Kind.ShouldBe(MessageReplyKind.Receipted);

        var reply = await left.ReceiveAsync(messages[1].Message.Bytes);

        (reply.Kind, reply.Problem!.Number).ShouldBe((MessageReplyKind.Troubled, NodeProblems.RegistryMoving));
        (await japan.Writer.ReceiveAsync(messages[1].Message.Bytes)).Kind.ShouldBe(MessageReplyKind.Receipted);
    }

    [Fact]
    public async Task What_breaks_because_another_writer_has_gone_on_does_not_stop_the_registry()
    {
        await using var left = japan.NewWriter();
        await left.PrepareAsync();
        japan.NewWriter();
        await japan.DoAsync(new SendTest("by the other writer"));
        japan.Control.BeforeCommit = _ => Task.FromException(new LedgerDefectException("broken for the test"));

        var reply = await left.ExecuteAsync(japan.Request(new SendTest("late")));

        reply.Problem!.Number.ShouldBe(NodeProblems.RegistryMoving);
        japan.Conditions.Of(Facts.Pair).Stopped.ShouldBeNull();
    }

    [Fact]
    public async Task A_writer_left_behind_by_another_tells_nothing_of_where_it_stands()
    {
        await using var left = japan.NewWriter();
        await left.PrepareAsync();
        japan.NewWriter();
        await japan.DoAsync(new SendTest("by the other writer"));

        (await left.HeadsAsync()).ShouldBeNull();
        (await japan.Writer.HeadsAsync())!.SentSequence.ShouldBe(1);
    }

    [Fact]
    public async Task Commands_that_arrive_during_a_commit_leave_together_in_the_next()
    {
        var (reached, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        japan.Control.BeforeCommit = _ =>
        {
            reached.TrySetResult();
            return release.Task;
        };
        var first = japan.AskAsync(Facts.Open(Facts.Jpn, 1, AccountKind.GovernmentHolding));
        await reached.Task;
        var others = Enumerable.Range(2, 60).Select(n => japan.AskAsync(Facts.Open(Facts.Jpn, n, AccountKind.EntityHolding))).ToList();
        release.SetResult();

        (await first).Kind.ShouldBe(CommandReplyKind.Accepted);
        (await Task.WhenAll(others)).ShouldAllBe(reply => reply.Kind == CommandReplyKind.Accepted);
        japan.Control.Batches.Select(b => b.Journal.Count).ShouldBe([1, 60]);
        (await japan.StateAsync()).Accounts.Count.ShouldBe(61);
    }

    [Fact]
    public async Task Nobody_is_answered_before_the_commit_is_durable()
    {
        var (reached, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        japan.Control.BeforeCommit = _ =>
        {
            reached.TrySetResult();
            return release.Task;
        };
        var reply = japan.AskAsync(Facts.Open(Facts.Jpn, 1, AccountKind.GovernmentHolding));
        await reached.Task;
        reply.IsCompleted.ShouldBeFalse();
        release.SetResult();
        (await reply).Kind.ShouldBe(CommandReplyKind.Accepted);
    }

    [Fact]
    public async Task A_commit_that_fails_leaves_nothing_and_the_same_request_may_be_sent_again()
    {
        await japan.DoAsync(Facts.Open(Facts.Jpn, 1, AccountKind.GovernmentHolding));
        var before = await japan.StateAsync();
        japan.Control.BeforeCommit = _ => Task.FromException(new StoreFullException("test"));
        var failed = await japan.AskAsync(Facts.Open(Facts.Jpn, 2, AccountKind.EntityHolding), key: "again");

        failed.Kind.ShouldBe(CommandReplyKind.Troubled);
        failed.Problem!.Number.ShouldBe(NodeProblems.StoreUnavailable);
        (await japan.StateAsync()).Items().ShouldBe(before.Items());
        japan.Conditions.Of(Facts.Pair).StoreTrouble.ShouldNotBeNull();

        japan.Control.BeforeCommit = _ => Task.CompletedTask;
        (await japan.AskAsync(Facts.Open(Facts.Jpn, 2, AccountKind.EntityHolding), key: "again")).Kind.ShouldBe(CommandReplyKind.Accepted);
        (await japan.PositionAsync()).ShouldBe(2);
        japan.Conditions.Of(Facts.Pair).StoreTrouble.ShouldBeNull();
    }

    [Fact]
    public async Task A_commit_that_was_kept_although_it_failed_is_found_again()
    {
        var isFirst = true;
        japan.Control.BeforeCommit = async batch =>
        {
            if (!isFirst) return;
            isFirst = false;
            await japan.Store.CommitAsync(batch);
            throw new StoreFailedException("test");
        };
        (await japan.AskAsync(Facts.Open(Facts.Jpn, 1, AccountKind.GovernmentHolding), key: "k")).Kind.ShouldBe(CommandReplyKind.Troubled);
        (await japan.AskAsync(Facts.Open(Facts.Jpn, 1, AccountKind.GovernmentHolding), key: "k")).Kind.ShouldBe(CommandReplyKind.Accepted);
        (await japan.PositionAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_second_writer_ends_the_first_one()
    {
        await japan.DoAsync(Facts.Open(Facts.Jpn, 1, AccountKind.GovernmentHolding));
        var first = japan.Writer;
        await using var second = japan.NewWriter();
        await japan.DoAsync(Facts.Open(Facts.Jpn, 2, AccountKind.EntityHolding));

        var reply = await first.ExecuteAsync(japan.Request(Facts.Open(Facts.Jpn, 3, AccountKind.EntityHolding)));
        reply.Problem!.Number.ShouldBe(NodeProblems.RegistryMoving);
        first.Ended.ShouldNotBeNull();
        await first.DisposeAsync();
        await japan.DoAsync(Facts.Open(Facts.Jpn, 3, AccountKind.EntityHolding));
        (await japan.PositionAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task A_defect_stops_the_registry_also_for_later_writers_of_this_process()
    {
        japan.Control.BeforeCommit = _ => Task.FromException(new LedgerDefectException("broken for the test"));
        var reply = await japan.AskAsync(Facts.Open(Facts.Jpn, 1, AccountKind.GovernmentHolding));
        reply.Problem!.Number.ShouldBe(NodeProblems.RegistryStopped);
        japan.Conditions.Of(Facts.Pair).Stopped.ShouldNotBeNull();

        japan.Control.BeforeCommit = _ => Task.CompletedTask;
        (await japan.AskAsync(Facts.Open(Facts.Jpn, 1, AccountKind.GovernmentHolding))).Problem!.Number.ShouldBe(NodeProblems.RegistryStopped);
        await japan.Writer.DisposeAsync();
        japan.NewWriter();
        (await japan.Writer.PrepareAsync())!.Number.ShouldBe(NodeProblems.RegistryStopped);
        (await japan.AskAsync(Facts.Open(Facts.Jpn, 1, AccountKind.GovernmentHolding))).Problem!.Number.ShouldBe(NodeProblems.RegistryStopped);
        (await japan.PositionAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Proposals_of_one_commit_leave_as_one_message()
    {
        await thailand.PrepareAsync();
        await japan.PrepareAsync();
        await japan.DeliverAsync(thailand);
        var sentBefore = (await thailand.Store.LoadAsync(Facts.Pair)).Heads.Outgoing.Sequence;
        var (reached, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        thailand.Control.BeforeCommit = _ =>
        {
            reached.TrySetResult();
            return release.Task;
        };
        var now = thailand.Time.GetUtcNow();
        var first = thailand.AskAsync(new SendTest("first"));
        await reached.Task;
        var proposals = Enumerable.Range(0, 40).Select(n => thailand.AskAsync(Facts.Propose(Id(n), 10, now))).ToList();
        release.SetResult();
        (await first).Kind.ShouldBe(CommandReplyKind.Accepted);
        (await Task.WhenAll(proposals)).ShouldAllBe(reply => reply.Kind == CommandReplyKind.Accepted);

        var sent = await thailand.Store.ReadSentAsync(Facts.Pair, sentBefore, 100);
        sent.Count.ShouldBe(2);
        Jws.TryRead(sent[1].Message.Bytes, JwsTypes.Message, out var jws, out _).ShouldBeTrue();
        RegistrySide.Json(jws!.Payload).GetProperty("body").GetProperty("transfers").GetArrayLength().ShouldBe(40);
        (await thailand.Store.MessagesOfTransferAsync(Facts.Pair, Id(7).ToString())).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_the_writer_leaves_passes_the_check_of_the_store()
    {
        await thailand.PrepareAsync();
        await japan.PrepareAsync();
        await thailand.DeliverAsync(japan);
        await japan.DeliverAsync(thailand);
        await thailand.DoAsync(Facts.Propose(Id(1), 10, thailand.Time.GetUtcNow()));
        await thailand.DeliverAsync(japan);
        await japan.DoAsync(new AcceptTransfer(Id(1), null, null));
        await japan.DeliverAsync(thailand);
        await thailand.DeliverAsync(japan);

        (await StoreCheck.RunAsync(japan.Store, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        (await StoreCheck.RunAsync(thailand.Store, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        (await japan.StateAsync()).Transfers[Id(1)].State.ShouldBe(TransferState.Completed);
        LedgerLaws.CheckConverged(await japan.StateAsync(), await thailand.StateAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_link_is_called_after_commits_that_send_and_only_then()
    {
        await japan.DoAsync(Facts.Open(Facts.Jpn, 1, AccountKind.GovernmentHolding));
        japan.OutboxCalls.ShouldBe(0);
        await japan.DoAsync(new SendTest("hello"));
        japan.OutboxCalls.ShouldBe(1);
    }

    [Fact]
    public async Task A_stopped_writer_answers_that_it_moves()
    {
        await japan.Writer.DisposeAsync();
        (await japan.AskAsync(new SendTest("late"))).Problem!.Number.ShouldBe(NodeProblems.RegistryMoving);
    }

    public async ValueTask DisposeAsync()
    {
        await japan.DisposeAsync();
        await thailand.DisposeAsync();
    }

    private static TransferId Id(int n) => new(new Guid($"01900000-0000-7000-9000-{n:x12}"));
}
