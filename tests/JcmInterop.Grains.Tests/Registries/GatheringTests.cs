using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Grains.Registries;
using JcmInterop.Grains.Tests.World;

namespace JcmInterop.Grains.Tests.Registries;

/// <summary>Commands that would only wait in the outbox are gathered, so that their messages leave as one; fake time, so that none of them leaves by itself.</summary>
public sealed class GatheringTests : IAsyncDisposable
{
    private readonly RegistrySide japan;
    private readonly RegistrySide thailand;

    public GatheringTests() => (japan, thailand) = RegistrySide.Pair();

    [Fact]
    public async Task Commands_wait_while_a_message_is_on_its_way_and_leave_when_its_receipt_is_kept()
    {
        await StartAsync();
        await japan.DoAsync(new SendTest("first"));
        var waiting = Send("second", "third");
        await NothingLeavesAsync(waiting);

        var kept = await japan.DeliverFirstAsync(thailand);

        await Accepted(waiting);
        await kept;
        var last = japan.Control.Batches[^1];
        (last.Answers.Count, last.Delivered.Count).ShouldBe((2, 1));
    }

    [Fact]
    public async Task Commands_wait_no_longer_than_the_limit_and_later_ones_not_at_all_for_a_partner_that_is_away()
    {
        await StartAsync();
        await japan.DoAsync(new SendTest("first"));
        var waiting = Send("second", "third");
        await NothingLeavesAsync(waiting);

        // The writer may not have begun to wait yet.
        while (!Array.TrueForAll(waiting, reply => reply.IsCompleted))
        {
            japan.Time.Advance(RegistryWriter.GatheringMax);
            await Task.Yield();
        }

        await Accepted(waiting);
        await Accepted(Send("fourth"));
    }

    [Fact]
    public async Task Messages_of_the_partner_do_not_wait_with_the_commands()
    {
        await StartAsync();
        await japan.DoAsync(new SendTest("first"));
        var waiting = Send("second");
        await thailand.DoAsync(new SendTest("from Thailand"));

        await thailand.DeliverAsync(japan);

        waiting.ShouldAllBe(reply => !reply.IsCompleted);
        await await japan.DeliverFirstAsync(thailand);
        await Accepted(waiting);
    }

    [Fact]
    public async Task Receipts_alone_are_kept_with_the_next_message_of_the_partner()
    {
        await StartAsync();
        await japan.DoAsync(new SendTest("first"));
        var kept = await japan.DeliverFirstAsync(thailand);
        await thailand.DoAsync(new SendTest("from Thailand"));

        await thailand.DeliverAsync(japan);

        await kept;
        var last = japan.Control.Batches[^1];
        (last.Received.Count, last.Delivered.Count).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Receipts_alone_wait_no_longer_than_the_limit()
    {
        await StartAsync();
        await japan.DoAsync(new SendTest("first"));
        var commits = japan.Control.Batches.Count;
        var kept = await japan.DeliverFirstAsync(thailand);
        japan.Control.Batches.Count.ShouldBe(commits);

        while (!kept.IsCompleted)
        {
            japan.Time.Advance(RegistryWriter.GatheringMax);
            await Task.Yield();
        }

        await kept;
        japan.Control.Batches[^1].Delivered.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Commands_that_wait_are_decided_before_the_writer_ends()
    {
        await StartAsync();
        await japan.DoAsync(new SendTest("first"));
        var waiting = Send("second", "third");
        await NothingLeavesAsync(waiting);

        await japan.Writer.DisposeAsync();

        await Accepted(waiting);
    }

    public async ValueTask DisposeAsync()
    {
        await japan.DisposeAsync();
        await thailand.DisposeAsync();
    }

    private async Task StartAsync()
    {
        await japan.Writer.DisposeAsync();
        japan.NewWriter(RegistryWriter.GatheringMax);
    }

    private Task<CommandReply>[] Send(params string[] texts) => [.. texts.Select(text => japan.AskAsync(new SendTest(text)))];

    // A request that never waits shows that the writer has come past those before it.
    private async Task NothingLeavesAsync(Task<CommandReply>[] waiting)
    {
        await thailand.DoAsync(new SendTest("passing"));
        await thailand.DeliverAsync(japan);
        waiting.ShouldAllBe(reply => !reply.IsCompleted);
    }

    private static async Task Accepted(Task<CommandReply>[] replies) => (await Task.WhenAll(replies)).ShouldAllBe(reply => reply.Kind == CommandReplyKind.Accepted);
}
