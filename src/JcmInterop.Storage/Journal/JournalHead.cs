using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Log;

namespace JcmInterop.Storage.Journal;

/// <summary>How far the journal of a bilateral registry has come.</summary>
/// <param name="Position">Place of the last row; zero while the journal is empty.</param>
/// <param name="Hash">Hash of the last row; none while the journal is empty.</param>
/// <param name="Frontier">Merkle tree over the hashes of all rows.</param>
public sealed record JournalHead(long Position, Digest Hash, MerkleFrontier Frontier)
{
    /// <summary>The head of an empty journal.</summary>
    public static JournalHead Empty { get; } = new(0, default, MerkleFrontier.Empty);

    /// <summary>Gives an entry its place behind this head.</summary>
    /// <returns>The row, and the head of the journal with it.</returns>
    /// <param name="registry">Whose journal.</param>
    /// <param name="entry">The fact.</param>
    /// <param name="nodes">Where the nodes of the Merkle tree that the row completes are added, from <see cref="LogNode.LevelMin"/> upwards; nothing
    /// where nobody keeps them.</param>
    public (JournalRow Row, JournalHead Head) Append(BilateralRegistryId registry, JournalEntry entry, ICollection<LogNode>? nodes = null)
    {
        var position = Position + 1;
        var hash = JournalHash.Of(Hash, registry, position, entry);
        return (new JournalRow(registry, position, entry, Hash, hash), new JournalHead(position, hash, Grow(hash, nodes)));
    }

    private MerkleFrontier Grow(Digest hash, ICollection<LogNode>? nodes) => Frontier.AppendLeaf(MerkleHash.Leaf(hash), nodes is null ? null : (level, place, node) =>
    {
        if (level >= LogNode.LevelMin) nodes.Add(new LogNode(level, place, node));
    });
}
