using System.Globalization;
using JcmInterop.Domain.Ledger;
using JcmInterop.Grains.Registries;
using JcmInterop.Grains.Tests.World;
using JcmInterop.Storage.Journal;

namespace JcmInterop.Grains.Tests.Registries;

/// <summary>What a writer committed last is told exactly as the store would tell it, or not at all.</summary>
public sealed class RegistryTailTests : IAsyncDisposable
{
    private readonly RegistrySide japan;
    private readonly RegistrySide thailand;

    public RegistryTailTests() => (japan, thailand) = RegistrySide.Pair();

    [Fact]
    public async Task It_tells_the_rows_and_messages_of_the_store()
    {
        await SendAsync(3);

        var rows = await japan.Store.ReadJournalAsync(Facts.Pair, 0, IJournalReader.PageRowsMax, TestContext.Current.CancellationToken);
        var messages = (await japan.Store.ReadSentAsync(Facts.Pair, 0, 10, TestContext.Current.CancellationToken)).Select(sent => sent.Message).ToList();
        for (var after = 0; after <= rows.Count; after++) japan.Tail.RowsAfter(after, IJournalReader.PageRowsMax).ShouldBe(rows.Skip(after));
        for (var from = 1; from <= messages.Count + 1; from++) japan.Tail.MessagesFrom(from, 10).ShouldBe(messages.Skip(from - 1));
        japan.Tail.RowsAfter(1, 2).ShouldBe(rows.Skip(1).Take(2));
    }

    [Fact]
    public async Task What_it_has_let_go_is_left_to_the_store()
    {
        await SendAsync(RegistryTail.RowsMax);

        var last = (await japan.Store.LoadAsync(Facts.Pair, TestContext.Current.CancellationToken)).Heads.Journal.Position;
        japan.Tail.RowsAfter(last - RegistryTail.RowsMax, IJournalReader.PageRowsMax).Count.ShouldBe(RegistryTail.RowsMax);
        japan.Tail.RowsAfter(last - RegistryTail.RowsMax - 1, IJournalReader.PageRowsMax).ShouldBeEmpty();
        japan.Tail.RowsAfter(last, IJournalReader.PageRowsMax).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_holds_no_more_bytes_than_its_limits()
    {
        var text = new string('x', 1_000);
        await SendAsync(RegistryTail.MessageBytesMax / 1_000, text);

        var messages = japan.Tail.MessagesFrom((await HeadsAsync()).Outgoing.Sequence - 400, int.MaxValue);
        messages.Count.ShouldBe(401);
        messages.Sum(message => (long)message.Bytes.Length).ShouldBeLessThanOrEqualTo(RegistryTail.MessageBytesMax);
        japan.Tail.MessagesFrom(1, 10).ShouldBeEmpty();
        japan.Tail.RowsAfter((await HeadsAsync()).Journal.Position - 10, 10).Count.ShouldBe(10);
    }

    [Fact]
    public async Task Messages_the_partner_has_are_let_go()
    {
        await SendAsync(2);
        await japan.DeliverAsync(thailand);

        japan.Tail.MessagesFrom(1, 10).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_not_kept_is_not_told()
    {
        await SendAsync(1);
        var before = (await HeadsAsync()).Journal.Position;
        japan.Control.BeforeCommit = _ => throw new Storage.Troubles.StoreFullException("disk");
        (await japan.AskAsync(new SendTest("lost"))).Kind.ShouldBe(CommandReplyKind.Troubled);

        japan.Tail.RowsAfter(before, 10).ShouldBeEmpty();
        japan.Tail.MessagesFrom(2, 10).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_writer_that_leaves_takes_it_along()
    {
        await SendAsync(1);
        await japan.Writer.DisposeAsync();

        japan.Tail.RowsAfter(0, 10).ShouldBeEmpty();
        japan.Tail.MessagesFrom(1, 10).ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await japan.DisposeAsync();
        await thailand.DisposeAsync();
    }

    private async Task<Storage.Commits.RegistryHeads> HeadsAsync() => (await japan.Store.LoadAsync(Facts.Pair, TestContext.Current.CancellationToken)).Heads;

    private async Task SendAsync(int count, string text = "test")
    {
        for (var i = 0; i < count; i++) await japan.DoAsync(new SendTest(text[..Math.Min(text.Length, 990)] + i.ToString(CultureInfo.InvariantCulture)));
    }
}
