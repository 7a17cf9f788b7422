using JcmInterop.Messages.Digests;

namespace JcmInterop.Messages.Log;

/// <summary>A Merkle tree kept whole in memory: for evidence, integrity checks and tests. Not for many threads at once.</summary>
public sealed class MerkleTree
{
    private readonly List<List<Digest>> levels = [[]];

    /// <summary>What is needed to append the next leaf.</summary>
    public MerkleFrontier Frontier { get; private set; } = MerkleFrontier.Empty;

    /// <summary>Number of leaves.</summary>
    public long Size => Frontier.Size;

    /// <summary>Appends a leaf.</summary>
    /// <param name="leafHash">See <see cref="MerkleHash.Leaf(ReadOnlySpan{byte})"/>.</param>
    public void AppendLeaf(Digest leafHash) => Frontier = Frontier.AppendLeaf(leafHash, (level, _, hash) =>
    {
        if (level == levels.Count) levels.Add([]);
        levels[level].Add(hash);
    });

    /// <summary>The root over the first leaves.</summary>
    /// <param name="size">How many of them; 0 to <see cref="Size"/>.</param>
    public Digest Root(long size) => MerkleProofs.Root(0, size, Node);

    /// <summary>The proof that a leaf is in the tree over the first leaves; see <see cref="MerkleProofs.Inclusion"/>.</summary>
    public IReadOnlyList<Digest> Inclusion(long index, long size) => MerkleProofs.Inclusion(index, size, Node);

    /// <summary>The proof that a tree grew into another; see <see cref="MerkleProofs.Consistency"/>.</summary>
    public IReadOnlyList<Digest> Consistency(long earlier, long size) => MerkleProofs.Consistency(earlier, size, Node);

    private Digest Node(int level, long place) => levels[level][checked((int)place)];
}
