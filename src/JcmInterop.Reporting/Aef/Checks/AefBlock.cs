using JcmInterop.Domain.Units;

namespace JcmInterop.Reporting.Aef.Checks;

/// <summary>The serials a row of table 3 or 4 names; both ends are included.</summary>
/// <param name="Record">The row.</param>
/// <param name="Key">Everything in the identifier but the serial number; the originating registry is a star where identifiers are serial numbers only.</param>
/// <param name="First">First serial number.</param>
/// <param name="Last">Last serial number, included.</param>
internal sealed record AefBlock(AefRecord Record, string Key, long First, long Last)
{
    /// <summary>What all identifiers of the block have in common, with the serial number 1; nothing where identifiers are serial numbers only.</summary>
    public ItmoId? Identifier { get; init; }

    /// <summary>Whether first and last identifier are the same but for the serial number, and in order.</summary>
    public bool IsBounded { get; init; } = true;

    /// <summary>Whether the row is in the file under check, and not in one it is compared with.</summary>
    public bool IsOwn { get; init; }

    public long Quantity => Last - First + 1;

    public bool Overlaps(AefBlock other) => Key == other.Key && First <= other.Last && other.First <= Last;

    /// <summary>Number of serials shared.</summary>
    public long OverlapWith(AefBlock other) => Key == other.Key ? Math.Max(0, Math.Min(Last, other.Last) - Math.Max(First, other.First) + 1) : 0;

    public static (ItmoId? Id, long Serial) Read(AefCell cell) =>
        cell.Kind == AefCellKind.Text && ItmoId.TryParse(cell.ToString(), out var id) ? (id, id!.Serial) : (null, cell.Number);

    /// <summary>Each block that overlaps an earlier one, with the widest such: enough to find any difference a chain of overlaps hides.</summary>
    /// <remarks>Sorted once by first serial and swept; blocks with the same first serial keep their order in the file.</remarks>
    public static IEnumerable<(AefBlock Earlier, AefBlock Later)> Overlapping(IEnumerable<AefBlock> blocks)
    {
        var byKey = new Dictionary<string, List<AefBlock>>(StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            if (!byKey.TryGetValue(block.Key, out var group)) byKey[block.Key] = group = [];
            group.Add(block);
        }

        foreach (var group in byKey.Values)
        {
            AefBlock? widest = null;
            foreach (var index in Sorted(group))
            {
                var block = group[index];
                if (widest is not null && widest.Last >= block.First) yield return (widest, block);
                if (widest is null || block.Last > widest.Last) widest = block;
            }
        }
    }

    /// <summary>Places of blocks in order of first serial, then last serial, then place.</summary>
    public static int[] Sorted(IReadOnlyList<AefBlock> blocks)
    {
        var firsts = new long[blocks.Count];
        var order = new int[blocks.Count];
        for (var i = 0; i < order.Length; i++) (firsts[i], order[i]) = (blocks[i].First, i);
        Array.Sort(firsts, order);
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && firsts[end] == firsts[start]) end++;
            if (end - start > 1) Array.Sort(order, start, end - start, Comparer<int>.Create((a, b) => (blocks[a].Last, a).CompareTo((blocks[b].Last, b))));
            start = end;
        }

        return order;
    }
}
