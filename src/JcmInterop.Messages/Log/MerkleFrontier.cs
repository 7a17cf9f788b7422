using System.Collections.Immutable;
using System.Numerics;
using JcmInterop.Messages.Digests;

namespace JcmInterop.Messages.Log;

/// <summary>The right edge of a Merkle tree: enough to append a leaf and to tell the root, without the leaves before. Immutable.</summary>
/// <remarks>Hashing as in RFC 6962, section 2.1: the tree over n leaves splits at the largest power of two below n. Appending costs one hash on average.</remarks>
public sealed class MerkleFrontier : IEquatable<MerkleFrontier>
{
    private readonly ImmutableArray<Digest> subtrees;

    private MerkleFrontier(long size, ImmutableArray<Digest> subtrees)
    {
        Size = size;
        this.subtrees = subtrees;
    }

    /// <summary>The frontier of a tree without leaves.</summary>
    public static MerkleFrontier Empty { get; } = new(0, []);

    /// <summary>Number of leaves.</summary>
    public long Size { get; }

    /// <summary>Reads what <see cref="ToArray"/> wrote.</summary>
    /// <param name="size">Number of leaves.</param>
    /// <param name="bytes">Roots of the complete subtrees, from left to right, 32 bytes each.</param>
    /// <exception cref="FormatException">The number of subtrees does not fit the size.</exception>
    public static MerkleFrontier Parse(long size, ReadOnlySpan<byte> bytes)
    {
        if (size < 0 || bytes.Length != BitOperations.PopCount((ulong)size) * Digest.LengthBytes)
            throw new FormatException($"A Merkle frontier over {size} leaves cannot have {bytes.Length} bytes.");
        var read = ImmutableArray.CreateBuilder<Digest>();
        for (var at = 0; at < bytes.Length; at += Digest.LengthBytes) read.Add(new Digest(bytes.Slice(at, Digest.LengthBytes)));
        return new MerkleFrontier(size, read.ToImmutable());
    }

    /// <summary>The frontier with one more leaf that stands for a hash.</summary>
    public MerkleFrontier Append(Digest content) => AppendLeaf(MerkleHash.Leaf(content));

    /// <summary>The frontier with one more leaf.</summary>
    /// <param name="leafHash">See <see cref="MerkleHash.Leaf(ReadOnlySpan{byte})"/>.</param>
    /// <param name="nodeMade">Told every complete subtree the leaf makes, from itself upwards: its level, 0 for the leaf, its place in the level from 0,
    /// and its hash. Whoever keeps them can give proofs without reading leaves.</param>
    public MerkleFrontier AppendLeaf(Digest leafHash, Action<int, long, Digest>? nodeMade = null)
    {
        nodeMade?.Invoke(0, Size, leafHash);
        var node = leafHash;
        var left = subtrees.Length;
        var level = 0;
        for (var size = Size; (size & 1) == 1; size >>= 1)
        {
            node = MerkleHash.Node(subtrees[--left], node);
            nodeMade?.Invoke(++level, size >> 1, node);
        }

        return new MerkleFrontier(Size + 1, [.. subtrees.AsSpan()[..left], node]);
    }

    /// <summary>The root over all leaves.</summary>
    public Digest Root()
    {
        if (subtrees.IsEmpty) return MerkleHash.Empty;
        var root = subtrees[^1];
        for (var i = subtrees.Length - 2; i >= 0; i--) root = MerkleHash.Node(subtrees[i], root);
        return root;
    }

    /// <summary>Roots of the complete subtrees, from left to right, 32 bytes each.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[subtrees.Length * Digest.LengthBytes];
        for (var i = 0; i < subtrees.Length; i++) subtrees[i].CopyTo(bytes.AsSpan(i * Digest.LengthBytes));
        return bytes;
    }

    /// <inheritdoc/>
    public bool Equals(MerkleFrontier? other) => other is not null && Size == other.Size && subtrees.AsSpan().SequenceEqual(other.subtrees.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MerkleFrontier);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Size, Root());
}
