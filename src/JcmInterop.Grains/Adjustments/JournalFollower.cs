using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.State;

namespace JcmInterop.Grains.Adjustments;

/// <summary>Keeps the first transfers and uses of a Party up to date from the journals of its registries, each by its position: a row is read once.</summary>
internal sealed class JournalFollower(PartyCode party, IReadOnlyList<BilateralRegistryId> registries, IJournalReader journal)
{
    private readonly SortedDictionary<BilateralRegistryId, FollowedJournal> followed =
        new(registries.ToDictionary(r => r, r => new FollowedJournal(r, 0, null)));

    /// <summary>The records so far.</summary>
    public AdjustmentHistory History { get; } = new(party);

    /// <summary>How far each journal has been read.</summary>
    public IReadOnlyCollection<FollowedJournal> Followed => followed.Values;

    /// <summary>Reads what the journals gained.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation = default)
    {
        foreach (var registry in registries)
        {
            for (var page = IJournalReader.PageRowsMax; page == IJournalReader.PageRowsMax;)
            {
                var rows = await journal.ReadJournalAsync(registry, followed[registry].Position, IJournalReader.PageRowsMax, cancellation);
                foreach (var row in rows) Take(row);
                page = rows.Count;
            }
        }
    }

    // The position moves with each row, so that a row is not taken twice when a later one cannot be read.
    private void Take(JournalRow row)
    {
        if (LedgerRows.IsEvent(row.Entry)) History.Take(row.Registry, row.Position, row.Entry.RecordedAt, LedgerRows.Event(row.Entry));
        followed[row.Registry] = new FollowedJournal(row.Registry, row.Position, row.Entry.RecordedAt);
    }
}
