using System.Collections.Immutable;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Ledger;

/// <summary>All blocks of one side, ordered by serial inside each printed form. Finding the block of a serial is logarithmic.</summary>
internal sealed class BlockMap
{
    public static readonly BlockMap Empty = new(ImmutableDictionary<(string Prefix, string Suffix), ImmutableSortedSet<Slot>>.Empty);

    private static readonly ImmutableSortedSet<Slot> NoSlots = ImmutableSortedSet.Create<Slot>(SlotOrder.Instance);

    private readonly ImmutableDictionary<(string Prefix, string Suffix), ImmutableSortedSet<Slot>> slotsByForm;

    private BlockMap(ImmutableDictionary<(string Prefix, string Suffix), ImmutableSortedSet<Slot>> slotsByForm) => this.slotsByForm = slotsByForm;

    public IEnumerable<UnitBlock> All => slotsByForm.Values.SelectMany(slots => slots).Select(slot => slot.Block!);

    /// <summary>The blocks that share at least one serial with a range, in order.</summary>
    public IEnumerable<UnitBlock> Overlapping(SerialRange range)
    {
        if (!slotsByForm.TryGetValue((range.Prefix, range.Suffix), out var slots)) yield break;
        var index = slots.IndexOf(new Slot(range.First, null));
        if (index < 0) index = Math.Max(0, ~index - 1);
        for (; index < slots.Count; index++)
        {
            var block = slots[index].Block!;
            if (block.Serials.First > range.Final) yield break;
            if (block.Serials.Final >= range.First) yield return block;
        }
    }

    /// <summary>Adds a block; a block that overlaps one already there is a defect.</summary>
    public BlockMap Add(UnitBlock block)
    {
        if (Overlapping(block.Serials).FirstOrDefault() is { } other)
            throw new LedgerDefectException($"Serials {block.Serials} are already in the ledger as {other.Serials}.");
        var form = (block.Serials.Prefix, block.Serials.Suffix);
        var slots = slotsByForm.GetValueOrDefault(form, NoSlots);
        return new BlockMap(slotsByForm.SetItem(form, slots.Add(new Slot(block.Serials.First, block))));
    }

    /// <summary>Removes exactly this block.</summary>
    public BlockMap Remove(UnitBlock block)
    {
        var form = (block.Serials.Prefix, block.Serials.Suffix);
        return new BlockMap(slotsByForm.SetItem(form, slotsByForm[form].Remove(new Slot(block.Serials.First, null))));
    }

    private readonly record struct Slot(long First, UnitBlock? Block);

    private sealed class SlotOrder : IComparer<Slot>
    {
        public static readonly SlotOrder Instance = new();

        public int Compare(Slot x, Slot y) => x.First.CompareTo(y.First);
    }
}
