namespace JcmInterop.Reporting.Aef.Checks;

/// <summary>Blocks of one key, in order of first serials, to find those that overlap a block without looking at all of them.</summary>
internal sealed class AefBlockIndex
{
    private readonly List<AefBlock> sorted;

    // Largest last serial of the blocks up to each one: before it falls below a block's first serial, an earlier block may still reach it.
    private readonly List<long> reach = [];

    private AefBlockIndex(List<AefBlock> sorted)
    {
        this.sorted = sorted;
        foreach (var block in sorted) reach.Add(reach.Count == 0 ? block.Last : Math.Max(reach[^1], block.Last));
    }

    public static AefBlockIndex Of(IEnumerable<AefBlock> blocks) => new([.. blocks.OrderBy(b => b.First)]);

    public IEnumerable<AefBlock> Overlapping(AefBlock block)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (sorted[middle].First <= block.Last) low = middle + 1;
            else high = middle;
        }

        for (var i = low - 1; i >= 0 && reach[i] >= block.First; i--)
        {
            if (sorted[i].Overlaps(block)) yield return sorted[i];
        }
    }
}
