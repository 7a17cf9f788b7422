using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Log;
using JcmInterop.Storage.Troubles;

namespace JcmInterop.Storage.Journal;

/// <summary>Makes proofs of a journal's Merkle tree from the nodes the store keeps: their number, and that of the rows read, grows with the logarithm of the journal.</summary>
public static class LogProofs
{
    /// <summary>The proof that a row is in the tree over the first rows.</summary>
    /// <param name="journal">Where the journal is.</param>
    /// <param name="registry">Whose journal.</param>
    /// <param name="position">Place of the row, counted from 1.</param>
    /// <param name="size">Number of rows of the tree; the journal has at least as many.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="StoreDamagedException">A row or node that must be there is missing.</exception>
    public static Task<IReadOnlyList<Digest>> InclusionAsync(
        IJournalReader journal, BilateralRegistryId registry, long position, long size, CancellationToken cancellation = default) =>
        MakeAsync(journal, registry, node => MerkleProofs.Inclusion(position - 1, size, node), cancellation);

    /// <summary>The proof that the tree over the first <paramref name="size"/> rows continues the one over the first <paramref name="earlier"/>.</summary>
    /// <param name="journal">Where the journal is.</param>
    /// <param name="registry">Whose journal.</param>
    /// <param name="earlier">Number of rows of the earlier tree.</param>
    /// <param name="size">Number of rows of the tree; the journal has at least as many.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="StoreDamagedException">A row or node that must be there is missing.</exception>
    public static Task<IReadOnlyList<Digest>> ConsistencyAsync(
        IJournalReader journal, BilateralRegistryId registry, long earlier, long size, CancellationToken cancellation = default) =>
        MakeAsync(journal, registry, node => MerkleProofs.Consistency(earlier, size, node), cancellation);

    /// <summary>The root of the tree over the first <paramref name="size"/> rows.</summary>
    /// <param name="journal">Where the journal is.</param>
    /// <param name="registry">Whose journal.</param>
    /// <param name="size">Number of rows of the tree; the journal has at least as many.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="StoreDamagedException">A row or node that must be there is missing.</exception>
    public static async Task<Digest> RootAsync(IJournalReader journal, BilateralRegistryId registry, long size, CancellationToken cancellation = default) =>
        (await MakeAsync(journal, registry, node => [MerkleProofs.Root(0, size, node)], cancellation))[0];

    private static async Task<IReadOnlyList<Digest>> MakeAsync(
        IJournalReader journal, BilateralRegistryId registry, Func<Func<int, long, Digest>, IReadOnlyList<Digest>> make, CancellationToken cancellation)
    {
        // Made twice: once to learn which nodes it takes, once with them.
        var wanted = new HashSet<LogNodeKey>();
        make((level, place) =>
        {
            wanted.Add(new LogNodeKey(level, place));
            return default;
        });
        var nodes = new Dictionary<LogNodeKey, Digest>();
        foreach (var node in await journal.ReadLogNodesAsync(registry, [.. wanted.Where(key => key.Level >= LogNode.LevelMin)], cancellation))
            nodes[new LogNodeKey(node.Level, node.Place)] = node.Hash;
        foreach (var block in wanted.Where(key => key.Level < LogNode.LevelMin).GroupBy(key => (key.Place << key.Level) / LogNode.RowsBelow))
        {
            var hashes = await journal.ReadRowHashesAsync(registry, block.Key * LogNode.RowsBelow, LogNode.RowsBelow, cancellation);
            foreach (var key in block)
                if (Subtree(key, block.Key, hashes) is { } hash) nodes[key] = hash;
        }

        return make((level, place) => nodes.TryGetValue(new LogNodeKey(level, place), out var hash)
            ? hash
            : throw new StoreDamagedException($"{registry}, node {level}/{place} of the log"));
    }

    private static Digest? Subtree(LogNodeKey key, long block, IReadOnlyList<Digest> rows)
    {
        var first = (int)((key.Place << key.Level) - (block * LogNode.RowsBelow));
        var width = 1 << key.Level;
        if (first + width > rows.Count) return null;
        var nodes = rows.Skip(first).Take(width).Select(MerkleHash.Leaf).ToList();
        for (; nodes.Count > 1; nodes = [.. nodes.Chunk(2).Select(pair => MerkleHash.Node(pair[0], pair[1]))])
        {
        }

        return nodes[0];
    }
}
