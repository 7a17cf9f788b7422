using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Projections;
using JcmInterop.Storage;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.State;

namespace JcmInterop.Server.Reports;

/// <summary>Reads what reports are made from: the journal for histories, the state tables for the present.</summary>
internal static class ReportSources
{
    /// <summary>All events of a journal, in order.</summary>
    public static async Task<IReadOnlyList<RecordedEvent>> EventsAsync(IJournalReader journal, BilateralRegistryId registry, CancellationToken cancellation)
    {
        var events = new List<RecordedEvent>();
        for (var position = 0L; ;)
        {
            var rows = await journal.ReadJournalAsync(registry, position, IJournalReader.PageRowsMax, cancellation);
            events.AddRange(rows.Where(row => LedgerRows.IsEvent(row.Entry)).Select(row => new RecordedEvent(row.Entry.RecordedAt, LedgerRows.Event(row.Entry))));
            if (rows.Count < IJournalReader.PageRowsMax) return events;
            position = rows[^1].Position;
        }
    }

    /// <summary>The present state.</summary>
    public static async Task<LedgerState> StateAsync(IRegistryStore store, BilateralRegistryId registry, CancellationToken cancellation) =>
        (await store.LoadStateAsync(registry, cancellation)).State;
}
