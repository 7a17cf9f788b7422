using System.Diagnostics;
using System.Globalization;
using JcmInterop.Domain.Ledger;
using JcmInterop.Storage;
using JcmInterop.Storage.State;

namespace JcmInterop.Benchmarks.Large;

/// <summary>A store that can be opened as a node opens it, and filled past the ledger.</summary>
/// <param name="place">File or connection.</param>
internal abstract class LargeStore(string place)
{
    private static readonly TimeSpan BetweenTellings = TimeSpan.FromSeconds(2);

    /// <summary>File or connection, for a process of its own.</summary>
    public string Place { get; } = place;

    public abstract IRegistryStore Open();

    /// <summary>Writes items into the state tables, without journal, and tells how far it has come.</summary>
    public Task FillAsync(IEnumerable<LedgerItem> items, long blocks) => WriteAsync(Told(items.Select(LedgerRows.Of), blocks));

    protected abstract Task WriteAsync(IEnumerable<StateChange> rows);

    private static IEnumerable<StateChange> Told(IEnumerable<StateChange> rows, long blocks)
    {
        var (written, told) = (0L, Stopwatch.GetTimestamp());
        foreach (var row in rows)
        {
            yield return row;
            if (row.Kind == StateKinds.UnitBlock) written++;
            if (Stopwatch.GetElapsedTime(told) < BetweenTellings) continue;
            told = Stopwatch.GetTimestamp();
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"filling: {written:#,0} of {blocks:#,0} blocks"));
        }
    }
}
