using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef.Checks;

/// <summary>II05: underlying units follow the ITMO serials one to one, with the same offset through every split.</summary>
internal static class AefUnderlyingRules
{
    public static IEnumerable<Finding> Check(AefCheckContext context)
    {
        var sound = new List<AefBlock>();
        foreach (var range in Ranges(context, context.File))
        {
            if (Fault(range) is { } fault) yield return fault;
            else if (!range.IsAbsent) sound.Add(range.Block);
        }

        sound.AddRange(context.Others.SelectMany(f => Ranges(context, f)).Where(r => r.IsBlock).Select(r => r.Block));
        foreach (var (earlier, later) in AefBlock.Overlapping(sound))
        {
            if (!FollowOneMapping(AefUnderlyingRange.Of(earlier), AefUnderlyingRange.Of(later)))
                yield return AefFinding.Error("II05", later.Record, "UnderlyingUnitFirstUnitID",
                    new($"The same serials stand for other underlying units in {earlier.Record.Place("UnderlyingUnitFirstUnitID")}.", $"同じシリアルが {earlier.Record.Place("UnderlyingUnitFirstUnitID")} では別の原単位に対応しています。"),
                    new("Carry the underlying range through a split with the same offset.", "分割後も同じ対応関係を保ってください。"));
        }
    }

    private static IEnumerable<AefUnderlyingRange> Ranges(AefCheckContext context, AefFile file) =>
        context.Blocks(file, AefTable.Actions).Concat(context.Blocks(file, AefTable.Holdings)).Select(AefUnderlyingRange.Of);

    private static Finding? Fault(AefUnderlyingRange range)
    {
        if (range.IsAbsent) return null;
        if (range.First is null || range.Last is null)
            return AefFinding.Error("II05", range.Block.Record, range.First is null ? "UnderlyingUnitFirstUnitID" : "UnderlyingUnitLastUnitID",
                new("Only one end of the underlying block is given.", "原単位ブロックの一端のみが記載されています。"),
                new("Give both ends, or NA for both.", "両端を記入するか、両方を NA としてください。"));
        return range.IsBlock ? null : AefFinding.Error("II05", range.Block.Record, "UnderlyingUnitLastUnitID",
            new("The underlying identifiers do not bound as many units as the ITMO identifiers, or differ in more than one number.", "原単位の識別子の範囲がITMOの範囲と一致しないか、複数の数字が異なります。"),
            new("Report underlying units one to one with the ITMOs.", "原単位とITMOを一対一で報告してください。"));
    }

    private static bool FollowOneMapping(AefUnderlyingRange one, AefUnderlyingRange other)
    {
        if (one.First!.Count != other.First!.Count) return false;
        if ((one.SerialRun ?? other.SerialRun) is not { } serials)
            return one.Block.First != other.Block.First || one.First.SequenceEqual(other.First, StringComparer.Ordinal);
        for (var i = 0; i < one.First.Count; i++)
        {
            if (i != serials && !string.Equals(one.First[i], other.First[i], StringComparison.Ordinal)) return false;
        }

        return AefUnderlyingRange.Number(one.First, serials) - one.Block.First == AefUnderlyingRange.Number(other.First, serials) - other.Block.First;
    }
}
