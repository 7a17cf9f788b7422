using System.Text;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Transfers;
using JcmInterop.Grains.Problems;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Registries;
using JcmInterop.Grains.Tests.World;

namespace JcmInterop.Grains.Tests.Registries;

public sealed class CommandTests : IAsyncDisposable
{
    private static readonly TransferId Transfer = new(new Guid("01900000-0000-7000-9000-000000000001"));
    private readonly RegistrySide japan;
    private readonly RegistrySide thailand;

    public CommandTests() => (japan, thailand) = RegistrySide.Pair();

    [Fact]
    public async Task The_same_key_and_body_get_the_same_bytes_again()
    {
        var command = Facts.Open(Facts.Jpn, 1, AccountKind.GovernmentHolding);
        var first = await japan.AskAsync(command, key: "k");
        var second = await japan.AskAsync(command, key: "k");
        second.Kind.ShouldBe(CommandReplyKind.Accepted);
        second.Answer.ShouldBe(first.Answer);
        (await japan.PositionAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_twice_in_one_commit_is_carried_out_once()
    {
        var (reached, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        japan.Control.BeforeCommit = _ =>
        {
            reached.TrySetResult();
            return release.Task;
        };
        var opening = japan.AskAsync(new SendTest("opens the group"));
        await reached.Task;
        var command = Facts.Open(Facts.Jpn, 1, AccountKind.GovernmentHolding);
        var both = Task.WhenAll(japan.AskAsync(command, key: "k"), japan.AskAsync(command, key: "k"));
        release.SetResult();
        await opening;
        var replies = await both;
        replies[1].Answer.ShouldBe(replies[0].Answer);
        (await japan.PositionAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        await japan.AskAsync(Facts.Open(Facts.Jpn, 1, AccountKind.GovernmentHolding), key: "k");
        var other = await japan.AskAsync(Facts.Open(Facts.Jpn, 2, AccountKind.GovernmentHolding), key: "k");
        other.Kind.ShouldBe(CommandReplyKind.KeyReused);
        other.Problem!.Number.ShouldBe(NodeProblems.KeyReused);
        (await japan.PositionAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_names_its_rule_changes_nothing_and_is_repeated_as_it_was()
    {
        await japan.DoAsync(Facts.Open(Facts.Jpn, 1, AccountKind.GovernmentHolding));
        var before = await japan.StateAsync();
        var refused = await japan.AskAsync(new AcceptTransfer(Transfer, null, null), key: "again");

        refused.Kind.ShouldBe(CommandReplyKind.Refused);
        var problem = RegistrySide.Json(refused.Answer);
        problem.GetProperty("status").GetInt32().ShouldBe(422);
        problem.GetProperty("rule").GetInt32().ShouldBeGreaterThan(1000);
        foreach (var name in new[] { "english", "japanese", "citation", "remedyEnglish", "remedyJapanese", "detail", "type", "title" })
            problem.GetProperty(name).GetString().ShouldNotBeNullOrEmpty();
        (await japan.StateAsync()).Items().ShouldBe(before.Items());

        var again = await japan.AskAsync(new AcceptTransfer(Transfer, null, null), key: "again");
        again.Kind.ShouldBe(CommandReplyKind.Refused);
        again.Answer.ShouldBe(refused.Answer);
    }

    [Fact]
    public async Task A_dry_run_answers_as_the_real_run_and_changes_nothing()
    {
        await thailand.PrepareAsync();
        var command = Facts.Propose(Transfer, 25, thailand.Time.GetUtcNow());
        var before = await thailand.Store.LoadAsync(Facts.Pair, TestContext.Current.CancellationToken);
        var dry = await thailand.AskAsync(command, isDryRun: true);
        var between = await thailand.Store.LoadAsync(Facts.Pair, TestContext.Current.CancellationToken);
        var real = await thailand.AskAsync(command);

        dry.Kind.ShouldBe(CommandReplyKind.Accepted);
        Encoding.UTF8.GetString(dry.Answer).ShouldBe(Encoding.UTF8.GetString(real.Answer));
        between.Heads.ShouldBe(before.Heads);
        between.Items.Select(i => (i.Kind, i.Key)).ShouldBe(before.Items.Select(i => (i.Kind, i.Key)));
        (await thailand.StateAsync()).Transfers.ShouldContainKey(Transfer);
    }

    [Fact]
    public async Task A_dry_run_of_a_refused_command_answers_the_same_refusal()
    {
        var command = new AcceptTransfer(Transfer, null, null);
        var dry = await japan.AskAsync(command, isDryRun: true);
        var real = await japan.AskAsync(command);
        dry.Kind.ShouldBe(CommandReplyKind.Refused);
        dry.Answer.ShouldBe(real.Answer);
    }

    [Fact]
    public async Task Every_act_is_in_the_audit_trail()
    {
        await japan.AskAsync(Facts.Open(Facts.Jpn, 1, AccountKind.GovernmentHolding));
        await japan.AskAsync(new AcceptTransfer(Transfer, null, null));
        await japan.AskAsync(Facts.Open(Facts.Jpn, 2, AccountKind.GovernmentHolding), isDryRun: true);
        var acts = await japan.Store.ReadActsAsync(null, 10, TestContext.Current.CancellationToken);
        acts.Select(a => a.Entry.Outcome.Split(',')[0]).ShouldBe(["dry run: accepted", "refused", "accepted"]);
        acts.Select(a => a.Entry.Act).ShouldBe(["open-account", "accept-transfer", "open-account"]);
        acts.ShouldAllBe(a => a.Entry.Person == "tester" && a.Entry.Role == "Operator" && a.Entry.RequestId == "request");
    }

    [Theory]
    [InlineData("{", "line 1")]
    [InlineData("{\"command\":\"no-such-command\"}", "line 1")]
    [InlineData("{\"command\":\"send-test\",\"text\":\"a\",\"more\":1}", "/more")]
    [InlineData("{\"command\":\"send-test\",\"text\":5}", "/text")]
    [InlineData("{\"text\":\"a\"}", "line 1")]
    [InlineData("null", "line 1")]
    public async Task A_body_that_is_no_command_is_answered_with_the_place(string body, string place)
    {
        var reply = await japan.Writer.ExecuteAsync(new CommandRequest(Encoding.UTF8.GetBytes(body), "k", "tester", "Operator", "r", false));
        reply.Kind.ShouldBe(CommandReplyKind.Malformed);
        reply.Problem!.Number.ShouldBe(NodeProblems.MalformedCommand);
        reply.Problem.Place.ShouldContain(place);
        reply.Problem.Japanese.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task A_key_that_is_missing_or_too_long_is_refused(int length)
    {
        var reply = await japan.AskAsync(new SendTest("x"), key: new string('k', length));
        reply.Kind.ShouldBe(CommandReplyKind.Malformed);
        reply.Problem!.Number.ShouldBe(NodeProblems.KeyMissing);
    }

    [Fact]
    public async Task While_sending_is_held_only_commands_that_would_send_are_held_back()
    {
        japan.Writer.HoldSending(NodeProblems.Clocks(Facts.Tha, TimeSpan.FromMinutes(-9), TimeSpan.FromMinutes(5)));
        var held = await japan.AskAsync(new SendTest("x"), key: "k");
        held.Kind.ShouldBe(CommandReplyKind.Troubled);
        held.Problem!.Number.ShouldBe(NodeProblems.ClocksDiffer);
        held.Problem.English.ShouldContain("THA");
        held.Problem.English.ShouldContain("9.0 minutes behind");
        await japan.DoAsync(Facts.Open(Facts.Jpn, 1, AccountKind.GovernmentHolding));
        (await japan.PositionAsync()).ShouldBe(1);

        japan.Writer.HoldSending(null);
        (await japan.AskAsync(new SendTest("x"), key: "k")).Kind.ShouldBe(CommandReplyKind.Accepted);
    }

    [Fact]
    public async Task A_proposal_nobody_answers_ends_at_its_deadline_and_not_before()
    {
        await thailand.PrepareAsync();
        await thailand.DoAsync(Facts.Propose(Transfer, 25, thailand.Time.GetUtcNow()));
        thailand.Time.Advance(TimeSpan.FromDays(10));
        (await thailand.Writer.SweepAsync()).ShouldBe(0);
        thailand.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await thailand.Writer.SweepAsync()).ShouldBe(1);

        (await thailand.StateAsync()).Transfers[Transfer].Cancellation.ShouldBe(CancellationReason.DeadlinePassed);
        (await thailand.Store.DueAsync(DateTimeOffset.MaxValue, 10, TestContext.Current.CancellationToken)).ShouldAllBe(d => d.Id == CheckpointRule.DeadlineId);
        (await thailand.Writer.SweepAsync()).ShouldBe(0);
        (await thailand.Store.MessagesOfTransferAsync(Facts.Pair, Transfer.ToString(), TestContext.Current.CancellationToken)).Count.ShouldBe(2);
    }

    public async ValueTask DisposeAsync()
    {
        await japan.DisposeAsync();
        await thailand.DisposeAsync();
    }
}
