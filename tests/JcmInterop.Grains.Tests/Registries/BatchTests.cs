using System.Text;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Transfers;
using JcmInterop.Grains.Problems;
using JcmInterop.Grains.Registries;
using JcmInterop.Grains.Tests.World;
using JcmInterop.Messages.Json;

namespace JcmInterop.Grains.Tests.Registries;

public sealed class BatchTests : IAsyncDisposable
{
    private readonly RegistrySide japan;
    private readonly RegistrySide thailand;

    public BatchTests() => (japan, thailand) = RegistrySide.Pair();

    [Fact]
    public async Task Each_command_of_a_batch_has_its_own_outcome()
    {
        var reply = await AskAsync(japan, Batch(Open(1), Facts.Open(Facts.Jpn, 1, AccountKind.Retirement), Open(2)));
        reply.Kind.ShouldBe(CommandReplyKind.Accepted);
        var answer = RegistrySide.Json(reply.Answer);
        (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("refused").GetInt32()).ShouldBe((2, 1));
        answer.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("outcome").GetString()).ShouldBe(["accepted", "refused", "accepted"]);
        answer.GetProperty("results")[2].GetProperty("journal").GetProperty("first").GetInt64().ShouldBe(2);
        (await japan.StateAsync()).Accounts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_transfers_of_a_batch_leave_in_one_message_and_settle()
    {
        await PrepareAsync();
        var proposals = Enumerable.Range(1, 50).Select(i => (LedgerCommand)Facts.Propose(Id(i), 10, japan.Time.GetUtcNow())).ToArray();
        await AskAsync(thailand, Batch(proposals));
        (await thailand.Store.NextUndeliveredAsync(Facts.Pair, 10)).Count.ShouldBe(1);
        await thailand.DeliverAsync(japan);
        await AskAsync(japan, Batch([.. Enumerable.Range(1, 50).Select(i => (LedgerCommand)new AcceptTransfer(Id(i), null, null))]));
        await japan.DeliverAsync(thailand);
        await thailand.DeliverAsync(japan);
        var (left, right) = (await japan.StateAsync(), await thailand.StateAsync());
        left.Transfers.Values.ShouldAllBe(t => t.State == TransferState.Completed);
        right.Transfers.Count.ShouldBe(50);
        LedgerLaws.CheckPair(left, right).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_key_and_body_get_the_same_bytes_again()
    {
        var body = Batch(Open(1), Open(2));
        var first = await AskAsync(japan, body, "k");
        (await AskAsync(japan, body, "k")).Answer.ShouldBe(first.Answer);
        (await AskAsync(japan, Batch(Open(3)), "k")).Kind.ShouldBe(CommandReplyKind.KeyReused);
        (await japan.PositionAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_dry_run_answers_as_the_real_run_and_changes_nothing()
    {
        var body = Batch(Open(1), Facts.Open(Facts.Jpn, 1, AccountKind.Retirement), Open(2));
        var dry = await japan.Writer.ExecuteAsync(Request(body, "dry") with { IsDryRun = true });
        (await japan.PositionAsync()).ShouldBe(0);
        dry.Answer.ShouldBe((await AskAsync(japan, body)).Answer);
    }

    [Fact]
    public async Task While_sending_is_held_nothing_of_a_batch_that_would_send_is_kept()
    {
        japan.Writer.HoldSending(NodeProblems.Busy(Facts.Pair, 1));
        var reply = await AskAsync(japan, Batch(Open(1), new SendTest("held back")));
        reply.Kind.ShouldBe(CommandReplyKind.Troubled);
        (await japan.StateAsync()).Accounts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "line 1 column 1")]
    [InlineData("[]", "line 1 column 1")]
    [InlineData("{\"commands\":[]}", "/commands")]
    [InlineData("{\"other\":[]}", "line 1 column 1")]
    [InlineData("{\"commands\":[],\"more\":1}", "column 16")]
    [InlineData("{\"commands\":[{\"command\":\"lift-everything\"}]}", "/commands/0")]
    [InlineData("{\"commands\":[\n  {\"command\":\"send-test\",\"text\":\"x\"},\n  {\"command\":\"send-test\",\"text\":7}]}", "/commands/1/text line 3")]
    [InlineData("{\"commands\":[{\"command\":\"send-test\",\"text\":\"x\"}]} x", "")]
    [InlineData("{\"commands\":[{\"command\":\"send-test\",", "line 1")]
    public async Task A_batch_that_cannot_be_read_names_the_place_and_nothing_is_kept(string text, string place)
    {
        var reply = await AskAsync(japan, Encoding.UTF8.GetBytes(text));
        reply.Kind.ShouldBe(CommandReplyKind.Malformed);
        reply.Problem!.Place!.ShouldContain(place);
        (await japan.PositionAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_batch_larger_than_the_limit_is_not_read()
    {
        var reply = await AskAsync(japan, Batch([.. Enumerable.Range(0, 1_001).Select(_ => (LedgerCommand)new SendTest("x"))]));
        reply.Kind.ShouldBe(CommandReplyKind.Malformed);
        reply.Problem!.Place!.ShouldContain("/commands/1000");
    }

    public async ValueTask DisposeAsync()
    {
        await japan.DisposeAsync();
        await thailand.DisposeAsync();
    }

    private async Task PrepareAsync()
    {
        await japan.PrepareAsync();
        await thailand.PrepareAsync();
        await japan.DeliverAsync(thailand);
        await thailand.DeliverAsync(japan);
    }

    private static TransferId Id(int number) => new(new Guid($"01900000-0000-7000-9000-{number:x12}"));

    private static OpenAccount Open(long number) => Facts.Open(Facts.Jpn, number, AccountKind.GovernmentHolding);

    private static byte[] Batch(params LedgerCommand[] commands) =>
        Encoding.UTF8.GetBytes($$"""{"commands":[{{string.Join(',', commands.Select(c => Encoding.UTF8.GetString(WireJson.Write(c))))}}]}""");

    private static CommandRequest Request(byte[] body, string key) => new(body, key, "tester", "Operator", "request", false, IsBatch: true);

    private static Task<CommandReply> AskAsync(RegistrySide side, byte[] body, string key = "batch") => side.Writer.ExecuteAsync(Request(body, key));
}
