using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Transfers;
using JcmInterop.Grains.Adjustments;
using JcmInterop.Grains.Tests.World;
using JcmInterop.Messages.Digests;
using JcmInterop.Storage.Journal;

namespace JcmInterop.Grains.Tests.Adjustments;

public sealed class JournalFollowerTests : IAsyncDisposable
{
    private readonly RegistrySide thailand;
    private readonly RegistrySide japan;

    public JournalFollowerTests() => (japan, thailand) = RegistrySide.Pair();

    [Fact]
    public async Task A_row_is_read_once_and_what_came_since_is_taken()
    {
        var journal = new CountingJournal(thailand.Store);
        var follower = new JournalFollower(Facts.Tha, [Facts.Pair], journal);
        foreach (var command in Facts.Opening(Facts.Tha)) await thailand.AskAsync(command);
        await thailand.AskAsync(Facts.Authorize());
        await follower.CatchUpAsync(TestContext.Current.CancellationToken);
        var first = follower.Followed.ShouldHaveSingleItem();
        first.Position.ShouldBe(journal.RowsRead);
        first.RecordedAt.ShouldBe(RegistrySide.Start);

        await follower.CatchUpAsync(TestContext.Current.CancellationToken);
        journal.RowsRead.ShouldBe((int)first.Position);
        await thailand.AskAsync(Facts.Open(Facts.Tha, 102, Domain.Accounts.AccountKind.EntityHolding));
        await follower.CatchUpAsync(TestContext.Current.CancellationToken);

        follower.Followed.Single().Position.ShouldBe(first.Position + 1);
        journal.RowsRead.ShouldBe((int)first.Position + 1);
        follower.History.FirstTransfers.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_journal_longer_than_a_page_is_read_to_its_end()
    {
        var journal = new CountingJournal(thailand.Store);
        for (var i = 0; i < 3; i++)
            await Task.WhenAll(Enumerable.Range(0, 250).Select(n => thailand.AskAsync(Facts.Open(Facts.Tha, 1_000 + (i * 250) + n, Domain.Accounts.AccountKind.EntityHolding))));
        for (var i = 0; i < 2; i++)
            await Task.WhenAll(Enumerable.Range(0, 250).Select(n => thailand.AskAsync(Facts.Open(Facts.Tha, 2_000 + (i * 250) + n, Domain.Accounts.AccountKind.EntityHolding))));
        var follower = new JournalFollower(Facts.Tha, [Facts.Pair], journal);
        await follower.CatchUpAsync(TestContext.Current.CancellationToken);

        follower.Followed.Single().Position.ShouldBe(1_250);
        journal.RowsRead.ShouldBe(1_250);
    }

    public async ValueTask DisposeAsync()
    {
        await japan.DisposeAsync();
        await thailand.DisposeAsync();
    }

    private sealed class CountingJournal(IJournalReader inner) : IJournalReader
    {
        public int RowsRead { get; private set; }

        public async Task<IReadOnlyList<JournalRow>> ReadJournalAsync(BilateralRegistryId registry, long afterPosition, int rowsMax, CancellationToken cancellation = default)
        {
            var rows = await inner.ReadJournalAsync(registry, afterPosition, rowsMax, cancellation);
            RowsRead += rows.Count;
            return rows;
        }

        public Task<IReadOnlyList<Digest>> ReadRowHashesAsync(BilateralRegistryId registry, long afterPosition, int rowsMax, CancellationToken cancellation = default) =>
            inner.ReadRowHashesAsync(registry, afterPosition, rowsMax, cancellation);

        public Task<IReadOnlyList<LogNode>> ReadLogNodesAsync(BilateralRegistryId registry, IReadOnlyCollection<LogNodeKey> keys, CancellationToken cancellation = default) =>
            inner.ReadLogNodesAsync(registry, keys, cancellation);

        public Task<IReadOnlyList<BilateralRegistryId>> RegistriesAsync(CancellationToken cancellation = default) => inner.RegistriesAsync(cancellation);
    }
}
