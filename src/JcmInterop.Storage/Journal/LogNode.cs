using JcmInterop.Messages.Digests;

namespace JcmInterop.Storage.Journal;

/// <summary>The hash of one complete subtree of the Merkle tree over a journal, kept so that proofs need not read every row.</summary>
/// <param name="Level">Height of the subtree: it stands for 2 to the power of this many rows; at least <see cref="LevelMin"/>.</param>
/// <param name="Place">Which subtree of its level, from 0.</param>
/// <param name="Hash">Its hash.</param>
public sealed record LogNode(int Level, long Place, Digest Hash)
{
    /// <summary>Lowest level that is kept; lower nodes are computed from the hashes of at most 16 rows.</summary>
    public const int LevelMin = 4;

    /// <summary>Rows below a node of the lowest level.</summary>
    public const int RowsBelow = 1 << LevelMin;
}
