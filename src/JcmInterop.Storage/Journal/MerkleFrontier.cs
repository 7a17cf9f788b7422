using System.Collections.Immutable;
using System.Numerics;
using JcmInterop.Messages.Digests;

namespace JcmInterop.Storage.Journal;

/// <summary>The right edge of a Merkle tree over journal rows: enough to append a row and to tell the root, without the rows before.</summary>
/// <remarks>Hashing as in RFC 6962, section 2.1: a leaf is SHA-256 of the byte 0 and the hash of the row; a node is SHA-256 of the byte 1 and
/// its two children; the tree over n leaves splits at the largest power of two below n. The tree over no leaves is SHA-256 of nothing.</remarks>
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
            throw new FormatException($"A Merkle frontier over {size} rows cannot have {bytes.Length} bytes.");
        var roots = ImmutableArray.CreateBuilder<Digest>();
        for (var at = 0; at < bytes.Length; at += Digest.LengthBytes) roots.Add(new Digest(bytes.Slice(at, Digest.LengthBytes)));
        return new MerkleFrontier(size, roots.ToImmutable());
    }

    /// <summary>The frontier with one more row.</summary>
    public MerkleFrontier Append(Digest rowHash)
    {
        var node = LeafHash(rowHash);
        var left = subtrees;
        for (var size = Size; (size & 1) == 1; size >>= 1)
        {
            node = NodeHash(left[^1], node);
            left = left.RemoveAt(left.Length - 1);
        }
        return new MerkleFrontier(Size + 1, left.Add(node));
    }

    /// <summary>The root over all leaves.</summary>
    public Digest Root()
    {
        if (subtrees.IsEmpty) return Digest.Of([]);
        var root = subtrees[^1];
        for (var i = subtrees.Length - 2; i >= 0; i--) root = NodeHash(subtrees[i], root);
        return root;
    }

    /// <summary>Roots of the complete subtrees, from left to right, 32 bytes each.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[subtrees.Length * Digest.LengthBytes];
        for (var i = 0; i < subtrees.Length; i++) subtrees[i].CopyTo(bytes.AsSpan(i * Digest.LengthBytes));
        return bytes;
    }

    /// <summary>The leaf of a row in the tree.</summary>
    public static Digest LeafHash(Digest rowHash)
    {
        Span<byte> input = stackalloc byte[1 + Digest.LengthBytes];
        input[0] = 0;
        rowHash.CopyTo(input[1..]);
        return Digest.Of(input);
    }

    /// <inheritdoc/>
    public bool Equals(MerkleFrontier? other) => other is not null && Size == other.Size && subtrees.SequenceEqual(other.subtrees);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MerkleFrontier);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Size, Root());

    private static Digest NodeHash(Digest left, Digest right)
    {
        Span<byte> input = stackalloc byte[1 + (2 * Digest.LengthBytes)];
        input[0] = 1;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Digest.LengthBytes)..]);
        return Digest.Of(input);
    }
}
