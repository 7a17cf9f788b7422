using System.Text;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Log;

namespace JcmInterop.Conformance.Exchange;

/// <summary>An invented log whose rows follow from their numbers, so that a later run can go on where an earlier one ended.</summary>
internal sealed class KitLog(long cosigned)
{
    /// <summary>Longest log the kit makes; a run adds a few rows.</summary>
    public const long RowsMax = 1_000_000;

    private readonly MerkleTree tree = new();

    /// <summary>Number of rows of the checkpoint that the endpoint cosigned last; 0 while there is none.</summary>
    public long Cosigned { get; set; } = cosigned;

    public Digest Root(long rows)
    {
        Grow(rows);
        return tree.Root(rows);
    }

    public IReadOnlyList<Digest> Consistency(long earlier, long rows)
    {
        Grow(rows);
        return tree.Consistency(earlier, rows);
    }

    private void Grow(long rows)
    {
        while (tree.Size < rows) tree.AppendLeaf(MerkleHash.Leaf(Digest.Of(Encoding.ASCII.GetBytes($"conformance {tree.Size}"))));
    }
}
