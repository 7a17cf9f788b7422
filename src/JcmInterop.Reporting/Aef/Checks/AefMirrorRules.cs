using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef.Checks;

/// <summary>Both Parties tell the same story: what one transfers the other acquires, serial by serial (MIR01), with the same attributes (MIR02).</summary>
internal static class AefMirrorRules
{
    public const string Basis = "6/CMA.4 annex I, paragraph 39: amounts transferred and acquired are compared between Parties";
    private static readonly string[] Mirrored = ["AuthorizationID", "QuantityCO2", "Metric", "Vintage", "ActionDateTime"];

    public static IEnumerable<Finding> Check(AefCheckContext context)
    {
        foreach (var other in context.Others.Where(o => o.ReportedYear == context.ReportedYear))
        {
            var partner = other.Party!.Value;
            if (partner == context.Party) continue;
            foreach (var finding in Compare(context, Outgoing(context, context.File, partner), Incoming(context, other, context.Party), partner)) yield return finding;
            foreach (var finding in Compare(context, Incoming(context, context.File, partner), Outgoing(context, other, context.Party), partner)) yield return finding;
        }
    }

    private static List<AefBlock> Outgoing(AefCheckContext context, AefFile file, PartyCode to) =>
        [.. context.Blocks(file, AefTable.Actions).Where(b => context.Term(b.Record, "ActionType") is "First transfer" or "Transfer" && b.Record.Text("AcquiringPartyID") == to.Code)];

    private static List<AefBlock> Incoming(AefCheckContext context, AefFile file, PartyCode from) =>
        [.. context.Blocks(file, AefTable.Actions).Where(b => context.Term(b.Record, "ActionType") == "Acquisition" && b.Record.Text("TransferringPartyID") == from.Code)];

    private static IEnumerable<Finding> Compare(AefCheckContext context, List<AefBlock> own, List<AefBlock> theirs, PartyCode partner)
    {
        var byKey = theirs.GroupBy(b => b.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, AefBlockIndex.Of, StringComparer.Ordinal);
        foreach (var block in own)
        {
            var matches = byKey.GetValueOrDefault(block.Key)?.Overlapping(block).ToList() ?? [];
            var missing = block.Quantity - matches.Sum(block.OverlapWith);
            if (missing > 0)
                yield return AefFinding.Error("MIR01", block.Record, "FirstID",
                    new($"{missing} of {block.Quantity} units have no counterpart in the file of {partner}.", $"{block.Quantity} 単位のうち {missing} 単位が {partner} の報告に対応する行を持ちません。"),
                    new("Compare the signed messages of the transfer; the Party that missed it adds the row.", "移転の署名付きメッセージを照合し、記載漏れの側が行を追加してください。"), Basis);
            foreach (var match in matches)
            {
                foreach (var field in Mirrored.Where(f => !AreEqual(context, block, match, f)))
                    yield return AefFinding.Error("MIR02", block.Record, field,
                        new($"{partner} reports '{match.Record[field]}' in {match.Record.Place(field)}.", $"{partner} は {match.Record.Place(field)} で「{match.Record[field]}」と報告しています。"),
                        new("Compare the signed messages of the transfer and correct the wrong file.", "移転の署名付きメッセージを照合し、誤っている報告を訂正してください。"), Basis);
            }
        }
    }

    private static bool AreEqual(AefCheckContext context, AefBlock one, AefBlock other, string field) => field switch
    {
        "Metric" => context.Term(one.Record, field) == context.Term(other.Record, field),
        "QuantityCO2" => one.Quantity != other.Quantity || one.Record[field] == other.Record[field],
        "ActionDateTime" => Day(one) == Day(other),
        _ => one.Record[field] == other.Record[field],
    };

    private static DateOnly? Day(AefBlock block) => AefSyntax.ActionInstant(block.Record["ActionDateTime"]) is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null;
}
