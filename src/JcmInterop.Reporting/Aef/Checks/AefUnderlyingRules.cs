using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef.Checks;

/// <summary>II05: underlying units follow the ITMO serials one to one, with the same offset through every split.</summary>
internal static partial class AefUnderlyingRules
{
    public static IEnumerable<Finding> Check(AefCheckContext context)
    {
        var own = Ranges(context, context.File).ToList();
        foreach (var range in own)
        {
            if (Fault(range) is { } fault) yield return fault;
        }

        var sound = own.Where(r => Fault(r) is null).Concat(context.Others.SelectMany(f => Ranges(context, f)).Where(r => Fault(r) is null))
            .Where(r => r.First is not null).ToDictionary(r => r.Block);
        foreach (var (earlier, later) in AefBlock.Overlapping(sound.Keys))
        {
            if (!FollowOneMapping(sound[earlier], sound[later]))
                yield return AefFinding.Error("II05", later.Record, "UnderlyingUnitFirstUnitID",
                    new($"The same serials stand for other underlying units in {earlier.Record.Place("UnderlyingUnitFirstUnitID")}.", $"同じシリアルが {earlier.Record.Place("UnderlyingUnitFirstUnitID")} では別の原単位に対応しています。"),
                    new("Carry the underlying range through a split with the same offset.", "分割後も同じ対応関係を保ってください。"));
        }
    }

    private static IEnumerable<UnderlyingRange> Ranges(AefCheckContext context, AefFile file) =>
        context.Blocks(file, AefTable.Actions).Concat(context.Blocks(file, AefTable.Holdings))
            .Select(b => new UnderlyingRange(b, Tokens(b.Record.Text("UnderlyingUnitFirstUnitID")), Tokens(b.Record.Text("UnderlyingUnitLastUnitID"))));

    private static Finding? Fault(UnderlyingRange range)
    {
        if (range.First is null && range.Last is null) return null;
        if (range.First is null || range.Last is null)
            return AefFinding.Error("II05", range.Block.Record, range.First is null ? "UnderlyingUnitFirstUnitID" : "UnderlyingUnitLastUnitID",
                new("Only one end of the underlying block is given.", "原単位ブロックの一端のみが記載されています。"),
                new("Give both ends, or NA for both.", "両端を記入するか、両方を NA としてください。"));
        var differing = range.DifferingRuns();
        var isBlock = differing.Count <= 1 && range.First.Count == range.Last.Count
            && (differing.Count == 0 ? range.Block.Quantity == 1 : UnderlyingRange.Number(range.Last, differing[0]) - UnderlyingRange.Number(range.First, differing[0]) == range.Block.Quantity - 1);
        return isBlock ? null : AefFinding.Error("II05", range.Block.Record, "UnderlyingUnitLastUnitID",
            new("The underlying identifiers do not bound as many units as the ITMO identifiers, or differ in more than one number.", "原単位の識別子の範囲がITMOの範囲と一致しないか、複数の数字が異なります。"),
            new("Report underlying units one to one with the ITMOs.", "原単位とITMOを一対一で報告してください。"));
    }

    private static bool FollowOneMapping(UnderlyingRange one, UnderlyingRange other)
    {
        if (one.First!.Count != other.First!.Count) return false;
        if (one.SerialRun() is null && other.SerialRun() is null)
            return one.Block.First != other.Block.First || one.First.SequenceEqual(other.First, StringComparer.Ordinal);
        var index = one.SerialRun() ?? other.SerialRun()!.Value;
        return Enumerable.Range(0, one.First.Count).All(i => i == index || string.Equals(one.First[i], other.First[i], StringComparison.Ordinal))
            && UnderlyingRange.Number(one.First, index) - one.Block.First == UnderlyingRange.Number(other.First, index) - other.Block.First;
    }

    private static List<string>? Tokens(string? text) => text is null ? null : [.. Runs().Matches(text).Select(m => m.Value)];

    [GeneratedRegex("[0-9]+|[^0-9]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Runs();

    /// <param name="Block">The ITMO block.</param>
    /// <param name="First">First underlying identifier, cut into runs of digits and other characters.</param>
    /// <param name="Last">Last underlying identifier, cut alike.</param>
    private sealed record UnderlyingRange(AefBlock Block, List<string>? First, List<string>? Last)
    {
        public List<int> DifferingRuns() => First!.Count != Last!.Count
            ? [0, 1]
            : [.. Enumerable.Range(0, First.Count).Where(i => !string.Equals(First[i], Last[i], StringComparison.Ordinal))];

        public int? SerialRun() => DifferingRuns() is [var run] ? run : null;

        public static BigInteger Number(List<string> tokens, int run) =>
            BigInteger.TryParse(tokens[run], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : BigInteger.MinusOne;
    }
}
