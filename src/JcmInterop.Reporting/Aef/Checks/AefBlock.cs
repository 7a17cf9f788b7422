using JcmInterop.Domain.Units;

namespace JcmInterop.Reporting.Aef.Checks;

/// <summary>The serials a row of table 3 or 4 names; both ends are included.</summary>
/// <param name="Record">The row.</param>
/// <param name="Key">Everything in the identifier but the serial number; the originating registry is a star where identifiers are serial numbers only.</param>
/// <param name="First">First serial number.</param>
/// <param name="Last">Last serial number, included.</param>
internal sealed record AefBlock(AefRecord Record, string Key, long First, long Last)
{
    public long Quantity => Last - First + 1;

    public bool Overlaps(AefBlock other) => Key == other.Key && First <= other.Last && other.First <= Last;

    /// <summary>Number of serials shared.</summary>
    public long OverlapWith(AefBlock other) => Key == other.Key ? Math.Max(0, Math.Min(Last, other.Last) - Math.Max(First, other.First) + 1) : 0;

    public static AefBlock Of(AefRecord record, bool serialOnly)
    {
        var first = Identifier(record["FirstID"]);
        var last = Identifier(record["LastID"]);
        var registry = serialOnly ? "*" : first.Id?.OriginatingRegistry.ToString() ?? "*";
        var key = $"{record["CooperativeApproachID"]}-{registry}-{record["FirstTransferringPartyID"]}-{record["Vintage"]}";
        return new AefBlock(record, key, first.Serial, last.Serial);
    }

    public static (ItmoId? Id, long Serial) Identifier(AefCell cell) =>
        ItmoId.TryParse(cell.ToString(), out var id) ? (id, id!.Serial) : (null, cell.Number);

    /// <summary>Each block that overlaps an earlier one, with the widest such: enough to find any difference a chain of overlaps hides.</summary>
    public static IEnumerable<(AefBlock Earlier, AefBlock Later)> Overlapping(IEnumerable<AefBlock> blocks)
    {
        foreach (var group in blocks.GroupBy(b => b.Key, StringComparer.Ordinal))
        {
            AefBlock? widest = null;
            foreach (var block in group.OrderBy(b => b.First).ThenBy(b => b.Last))
            {
                if (widest is not null && widest.Overlaps(block)) yield return (widest, block);
                if (widest is null || block.Last > widest.Last) widest = block;
            }
        }
    }
}
