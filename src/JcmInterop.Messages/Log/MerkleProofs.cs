using System.Numerics;
using JcmInterop.Messages.Digests;

namespace JcmInterop.Messages.Log;

/// <summary>Makes and verifies the proofs of a Merkle tree: RFC 6962, sections 2.1.1 and 2.1.2; verification as in RFC 9162, sections 2.1.3.2 and 2.1.4.2.</summary>
public static class MerkleProofs
{
    /// <summary>Most hashes in a proof: one per level of the largest tree.</summary>
    public const int HashesMax = 64;

    /// <summary>The hashes that prove that a leaf is in a tree.</summary>
    /// <param name="index">Place of the leaf, from 0.</param>
    /// <param name="size">Number of leaves of the tree.</param>
    /// <param name="node">The hash of a complete subtree by its level, 0 for leaves, and its place in the level, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf.</exception>
    public static IReadOnlyList<Digest> Inclusion(long index, long size, Func<int, long, Digest> node)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new List<Digest>();
        var (begin, end) = (0L, size);
        var siblings = new Stack<(long Begin, long End)>();
        while (end - begin > 1)
        {
            var split = begin + LargestPowerBelow(end - begin);
            siblings.Push(index < split ? (split, end) : (begin, split));
            (begin, end) = index < split ? (begin, split) : (split, end);
        }

        foreach (var (from, to) in siblings) path.Add(Root(from, to, node));
        return path;
    }

    /// <summary>The hashes that prove that a tree is an earlier state of a larger one: nothing was changed or taken out.</summary>
    /// <param name="earlier">Number of leaves of the earlier tree, 0 or more.</param>
    /// <param name="size">Number of leaves of the larger tree.</param>
    /// <param name="node">The hash of a complete subtree; see <see cref="Inclusion"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The earlier tree is not smaller or equal.</exception>
    public static IReadOnlyList<Digest> Consistency(long earlier, long size, Func<int, long, Digest> node)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(earlier);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(earlier, size);
        if (earlier == 0 || earlier == size) return [];
        var path = new Stack<Digest>();
        var (begin, end, isWhole) = (0L, size, true);
        while (earlier != end)
        {
            var split = begin + LargestPowerBelow(end - begin);
            path.Push(earlier <= split ? Root(split, end, node) : Root(begin, split, node));
            isWhole = isWhole && earlier <= split;
            (begin, end) = earlier <= split ? (begin, split) : (split, end);
        }

        if (!isWhole) path.Push(Root(begin, end, node));
        return [.. path];
    }

    /// <summary>The root over the leaves from <paramref name="begin"/>, included, to <paramref name="end"/>, not included.</summary>
    /// <param name="begin">First leaf, from 0; a multiple of the largest power of two that is not above the number of leaves.</param>
    /// <param name="end">Behind the last leaf.</param>
    /// <param name="node">The hash of a complete subtree; see <see cref="Inclusion"/>.</param>
    public static Digest Root(long begin, long end, Func<int, long, Digest> node)
    {
        if (end == begin) return MerkleHash.Empty;
        var width = end - begin;
        if (BitOperations.IsPow2(width)) return node(BitOperations.Log2((ulong)width), begin / width);
        var split = begin + LargestPowerBelow(width);
        return MerkleHash.Node(Root(begin, split, node), Root(split, end, node));
    }

    /// <summary>Whether a proof shows that a leaf is at a place in the tree with a root.</summary>
    /// <param name="index">Place of the leaf, from 0.</param>
    /// <param name="size">Number of leaves of the tree.</param>
    /// <param name="leafHash">Hash of the leaf.</param>
    /// <param name="path">The proof.</param>
    /// <param name="root">Root of the tree.</param>
    public static bool IsIncluded(long index, long size, Digest leafHash, IReadOnlyList<Digest> path, Digest root)
    {
        if (index < 0 || index >= size) return false;
        var (place, last, hash) = (index, size - 1, leafHash);
        foreach (var sibling in path)
        {
            if (last == 0) return false;
            if ((place & 1) == 1 || place == last)
            {
                hash = MerkleHash.Node(sibling, hash);
                while ((place & 1) == 0 && place != 0) (place, last) = (place >> 1, last >> 1);
            }
            else
            {
                hash = MerkleHash.Node(hash, sibling);
            }

            (place, last) = (place >> 1, last >> 1);
        }

        return last == 0 && hash == root;
    }

    /// <summary>Whether a proof shows that one tree is an earlier state of another.</summary>
    /// <param name="earlier">Number of leaves of the earlier tree.</param>
    /// <param name="size">Number of leaves of the larger tree.</param>
    /// <param name="earlierRoot">Root of the earlier tree.</param>
    /// <param name="root">Root of the larger tree.</param>
    /// <param name="path">The proof.</param>
    public static bool IsConsistent(long earlier, long size, Digest earlierRoot, Digest root, IReadOnlyList<Digest> path)
    {
        if (earlier < 0 || earlier > size) return false;
        if (earlier == size) return path.Count == 0 && earlierRoot == root;
        if (earlier == 0) return path.Count == 0 && earlierRoot == MerkleHash.Empty;
        var (place, last) = (earlier - 1, size - 1);
        while ((place & 1) == 1) (place, last) = (place >> 1, last >> 1);
        // An earlier tree that is one complete subtree is itself the first hash of the proof.
        var begin = place == 0 ? earlierRoot : path.Count > 0 ? path[0] : default;
        var (old, now) = (begin, begin);
        foreach (var sibling in path.Skip(place == 0 ? 0 : 1))
        {
            if (last == 0) return false;
            if ((place & 1) == 1 || place == last)
            {
                (old, now) = (MerkleHash.Node(sibling, old), MerkleHash.Node(sibling, now));
                while ((place & 1) == 0 && place != 0) (place, last) = (place >> 1, last >> 1);
            }
            else
            {
                now = MerkleHash.Node(now, sibling);
            }

            (place, last) = (place >> 1, last >> 1);
        }

        return last == 0 && old == earlierRoot && now == root;
    }

    private static long LargestPowerBelow(long width) => 1L << BitOperations.Log2((ulong)(width - 1));
}
