using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Grains.Configuration;
using JcmInterop.Reporting.Projections;
using JcmInterop.Storage;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.State;

namespace JcmInterop.Cli.Records;

/// <summary>All that one side has recorded of one bilateral registry, read from its store.</summary>
/// <param name="Configuration">What this side has configured.</param>
/// <param name="Heads">How far it has come.</param>
/// <param name="State">Its ledger.</param>
/// <param name="Events">Its journal, in order.</param>
internal sealed record RegistryRecord(RegistryConfiguration Configuration, RegistryHeads Heads, LedgerState State, IReadOnlyList<RecordedEvent> Events)
{
    public BilateralRegistryId Registry => Configuration.Registry;

    public LedgerSettings Settings => Configuration.Settings;

    /// <summary>Reads a registry.</summary>
    public static async Task<RegistryRecord> ReadAsync(IRegistryStore store, RegistryConfiguration configuration, CancellationToken cancellation)
    {
        var (heads, state, _) = await store.LoadStateAsync(configuration.Registry, cancellation);
        var events = new List<RecordedEvent>();
        for (var position = 0L; position < heads.Journal.Position;)
        {
            foreach (var row in await store.ReadJournalAsync(configuration.Registry, position, IJournalReader.PageRowsMax, cancellation))
            {
                if (LedgerRows.IsEvent(row.Entry)) events.Add(new RecordedEvent(row.Entry.RecordedAt, LedgerRows.Event(row.Entry)));
                position = row.Position;
            }
        }

        return new RegistryRecord(configuration, heads, state, events);
    }
}
