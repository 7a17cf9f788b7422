using System.Collections.Immutable;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Ledger;

/// <summary>The blocks of one printed form, and the patterns they are made by.</summary>
/// <param name="Blocks">The blocks by their first serial number.</param>
/// <param name="Patterns">The patterns, each once; one that no block has any more stays until the registry is loaded again.</param>
internal sealed record FormBlocks(NumberedTree<PackedBlock> Blocks, ImmutableHashSet<UnitBlock> Patterns)
{
    public static readonly FormBlocks Empty = new(NumberedTree<PackedBlock>.Empty, []);

    /// <summary>Many blocks at once, in any order; two that share a serial are a defect.</summary>
    public static FormBlocks Of(List<PackedBlock> blocks, IEnumerable<UnitBlock> patterns)
    {
        blocks.Sort((one, other) => one.First.CompareTo(other.First));
        for (var i = 1; i < blocks.Count; i++)
        {
            if (blocks[i].First <= blocks[i - 1].Final) throw Doubled(blocks[i].Block.Serials, blocks[i - 1].Block.Serials);
        }

        return new FormBlocks(NumberedTree<PackedBlock>.Of(blocks), [.. patterns]);
    }

    /// <summary>The blocks that share at least one serial with a run of numbers, in order.</summary>
    public IEnumerable<UnitBlock> Overlapping(long first, long final)
    {
        foreach (var packed in Blocks.From(first))
        {
            if (packed.First > final) yield break;
            if (packed.Final >= first) yield return packed.Block;
        }
    }

    public FormBlocks Add(UnitBlock block)
    {
        if (Blocks.LastUpTo(block.Serials.Final) is { } other && other.Final >= block.Serials.First) throw Doubled(block.Serials, other.Block.Serials);
        var pattern = PackedBlock.PatternOf(block);
        var isKnown = Patterns.TryGetValue(pattern, out var known);
        return new FormBlocks(Blocks.Set(PackedBlock.Of(block, known)), isKnown ? Patterns : Patterns.Add(known));
    }

    public FormBlocks Remove(UnitBlock block) => this with { Blocks = Blocks.Remove(block.Serials.First) };

    private static LedgerDefectException Doubled(SerialRange serials, SerialRange other) => new($"Serials {serials} are already in the ledger as {other}.");
}
