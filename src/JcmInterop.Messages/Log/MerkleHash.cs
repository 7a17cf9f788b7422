using JcmInterop.Messages.Digests;

namespace JcmInterop.Messages.Log;

/// <summary>The hashes of a Merkle tree: RFC 6962, section 2.1. Leaves and nodes start with different bytes, so that one can never pass for the other.</summary>
public static class MerkleHash
{
    private const int NodeBytes = 1 + (2 * Digest.LengthBytes);

    /// <summary>Root of the tree without leaves.</summary>
    public static Digest Empty { get; } = Digest.Of([]);

    /// <summary>The hash of a leaf.</summary>
    /// <param name="content">What the leaf stands for.</param>
    public static Digest Leaf(ReadOnlySpan<byte> content)
    {
        if (content.Length > 1024) return Digest.Of([0, .. content]);
        Span<byte> input = stackalloc byte[1 + content.Length];
        input[0] = 0;
        content.CopyTo(input[1..]);
        return Digest.Of(input);
    }

    /// <summary>The hash of the leaf that stands for one hash, for example that of a journal row.</summary>
    public static Digest Leaf(Digest content)
    {
        Span<byte> bytes = stackalloc byte[Digest.LengthBytes];
        content.CopyTo(bytes);
        return Leaf(bytes);
    }

    /// <summary>The hash of a node over its two children.</summary>
    public static Digest Node(Digest left, Digest right)
    {
        Span<byte> input = stackalloc byte[NodeBytes];
        input[0] = 1;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Digest.LengthBytes)..]);
        return Digest.Of(input);
    }
}
