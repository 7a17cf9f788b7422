using JcmInterop.Domain.Ledger;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.Memory;
using JcmInterop.Storage.State;

namespace JcmInterop.Simulation.Tests;

/// <summary>Where one side of every history starts. It was checked once and in full, so that afterwards only what changed since is read and compared again.</summary>
internal sealed class Beginning
{
    private readonly Dictionary<(string Kind, string Key), (ReadOnlyMemory<byte> Body, LedgerItem Item)> items;

    public Beginning(MemoryRegistryStore content)
    {
        Content = content;
        var image = content.LoadAsync(Setting.Registry).GetAwaiter().GetResult();
        items = image.Items.ToDictionary(i => (i.Kind, i.Key), i => (i.Body, LedgerRows.Item(i)));
        (State, Heads) = (LedgerState.FromItems(items.Values.Select(i => i.Item)), image.Heads);
    }

    public static Beginning Nothing { get; } = new(new MemoryRegistryStore());

    public MemoryRegistryStore Content { get; }

    public LedgerState State { get; }

    public RegistryHeads Heads { get; }

    /// <summary>The state of a registry as a node loads it.</summary>
    public LedgerState Load(RegistryImage image) => LedgerState.FromItems(image.Items.Select(Item));

    /// <summary>Laws 8 and 10 for what came since: journal, tree, rows and memory tell the same.</summary>
    public string? Violation(RegistryImage image, IEnumerable<JournalRow> rows, LedgerState memory)
    {
        var (head, replayed) = (Heads.Journal, State);
        foreach (var row in rows)
        {
            var (expected, next) = head.Append(Setting.Registry, row.Entry);
            if (row.Position != expected.Position || row.PreviousHash != expected.PreviousHash || row.Hash != expected.Hash) return $"Law 8: journal row {row.Position} does not follow from the row before.";
            (head, replayed) = (next, LedgerRows.IsEvent(row.Entry) ? RegistryLedger.Apply(replayed, LedgerRows.Event(row.Entry)) : replayed);
        }

        if (head.Position != image.Heads.Journal.Position || head.Hash != image.Heads.Journal.Hash || !head.Frontier.Equals(image.Heads.Journal.Frontier))
            return $"Law 8: the journal ends at {head.Position} and its head says {image.Heads.Journal.Position}.";
        var stored = image.Items.ToDictionary(i => (i.Kind, i.Key), i => i.Body);
        return Difference("journal leads to", replayed, stored) ?? Difference("memory has", memory, stored);
    }

    private LedgerItem Item(StateItem stored) =>
        items.TryGetValue((stored.Kind, stored.Key), out var known) && known.Body.Equals(stored.Body) ? known.Item : LedgerRows.Item(stored);

    private string? Difference(string what, LedgerState state, Dictionary<(string Kind, string Key), ReadOnlyMemory<byte>> stored)
    {
        var count = 0;
        foreach (var item in state.Items())
        {
            var key = (LedgerRows.Kind(item.GetType()), item.ItemKey());
            count++;
            if (!stored.TryGetValue(key, out var body)) return $"Law 10: the {what} {key}, which is not stored.";
            var isAsBegun = items.TryGetValue(key, out var known) && known.Item.Equals(item) && known.Body.Equals(body);
            if (!isAsBegun && !LedgerRows.Of(item).Body!.Value.Span.SequenceEqual(body.Span)) return $"Law 10: the {what} another {key} than is stored.";
        }

        return count == stored.Count ? null : $"Law 10: {stored.Count} items are stored; the {what} {count}.";
    }
}
