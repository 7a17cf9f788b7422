using System.Collections.Immutable;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Ledger;

/// <summary>All blocks of one side, ordered by serial inside each printed form. Finding the block of a serial is logarithmic.</summary>
/// <remarks>A block is kept as its numbers and a pattern it shares with others, and made whole when it is asked for.</remarks>
internal sealed class BlockMap
{
    public static readonly BlockMap Empty = new(ImmutableDictionary<SerialForm, FormBlocks>.Empty);

    private readonly ImmutableDictionary<SerialForm, FormBlocks> blocksByForm;

    public BlockMap(ImmutableDictionary<SerialForm, FormBlocks> blocksByForm) => this.blocksByForm = blocksByForm;

    /// <summary>All blocks, in order of serial.</summary>
    public IEnumerable<UnitBlock> All => blocksByForm.OrderBy(form => form.Key).SelectMany(form => form.Value.Blocks.All).Select(packed => packed.Block);

    /// <summary>The blocks that share at least one serial with a range, in order.</summary>
    public IEnumerable<UnitBlock> Overlapping(SerialRange range) =>
        blocksByForm.TryGetValue(SerialForm.Of(range), out var form) ? form.Overlapping(range.First, range.Final) : [];

    /// <summary>The block that begins at a serial.</summary>
    public UnitBlock At(SerialForm form, long first) => blocksByForm.TryGetValue(form, out var blocks) && blocks.Blocks.LastUpTo(first) is { } found && found.First == first
        ? found.Block
        : throw new LedgerDefectException($"No block begins at serial {form.Prefix}{first}{form.Suffix}.");

    /// <summary>Adds a block; a block that overlaps one already there is a defect.</summary>
    public BlockMap Add(UnitBlock block)
    {
        var form = SerialForm.Of(block.Serials);
        return new BlockMap(blocksByForm.SetItem(form, blocksByForm.GetValueOrDefault(form, FormBlocks.Empty).Add(block)));
    }

    /// <summary>Removes exactly this block.</summary>
    public BlockMap Remove(UnitBlock block)
    {
        var form = SerialForm.Of(block.Serials);
        return new BlockMap(blocksByForm.SetItem(form, blocksByForm[form].Remove(block)));
    }
}
