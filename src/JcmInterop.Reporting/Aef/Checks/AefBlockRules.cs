using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef.Checks;

/// <summary>II02, II04 and the rules on what stays constant for a serial (LOC03 to LOC07).</summary>
internal static class AefBlockRules
{
    public static IEnumerable<Finding> Check(AefCheckContext context) =>
        Duplicates(context).Concat(Constants(context)).Concat(Holdings(context)).Concat(FirstTransfers(context));

    private static IEnumerable<Finding> Duplicates(AefCheckContext context)
    {
        var same = EqualityComparer<AefRecord>.Create((a, b) => Key(a!) == Key(b!), r => Key(r).GetHashCode());
        var seen = new HashSet<AefRecord>(context.All.Sum(f => f[AefTable.Actions].Count), same);
        foreach (var other in context.Others.SelectMany(f => f[AefTable.Actions])) seen.Add(other);
        foreach (var action in context.File[AefTable.Actions])
        {
            if (!seen.Add(action))
                yield return AefFinding.Error("II02", action, "FirstID",
                    new("The same action on the same block on the same day is already reported.", "同じ日に同じブロックについて同じ行為が既に報告されています。"),
                    new("Remove one of the rows, or merge them.", "重複行を削除または統合してください。"));
        }

        (DateOnly, string?, string?, AefCell, AefCell, AefCell) Key(AefRecord r) => (
            DateOnly.FromDateTime(AefSyntax.ActionInstant(r["ActionDateTime"])?.UtcDateTime ?? DateTime.MinValue),
            context.Term(r, "ActionType"), context.Term(r, "ActionSubtype"), r["PartyITMORegistryID"], r["FirstID"], r["LastID"]);
    }

    private static IEnumerable<Finding> Constants(AefCheckContext context)
    {
        var own = context.Blocks(context.File, AefTable.Actions).Concat(context.Blocks(context.File, AefTable.Holdings));
        var others = context.Others.SelectMany(f => context.Blocks(f, AefTable.Actions).Concat(context.Blocks(f, AefTable.Holdings)));
        foreach (var (earlier, later) in AefBlock.Overlapping(own.Concat(others)))
        {
            if (context.Term(earlier.Record, "Metric") != context.Term(later.Record, "Metric")) yield return Differs("II04", earlier, later, "Metric");
            if (context.Term(earlier.Record, "MitigationType") != context.Term(later.Record, "MitigationType")) yield return Differs("LOC05", earlier, later, "MitigationType");
        }

        foreach (var block in own)
        {
            foreach (var finding in Identifiers(context, block)) yield return finding;
        }
    }

    private static IEnumerable<Finding> Identifiers(AefCheckContext context, AefBlock block)
    {
        var record = block.Record;
        if (!block.IsBounded)
        {
            yield return AefFinding.Error("LOC05", record, "LastID",
                new("First and last identifier do not bound one block: all but the serial number must be the same, and the last must not come before the first.", "最初と最後の識別子が一つのブロックを成していません。"),
                new("Report each block in a row of its own.", "ブロックごとに別の行で報告してください。"), AefFinding.LocalBasis);
            yield break;
        }

        if (block.Identifier is { } first)
        {
            (string Field, string Inside)[] parts =
            [
                ("FirstTransferringPartyID", first.FirstTransferringParty.Code),
                ("Vintage", first.Vintage.ToString()),
            ];
            foreach (var (field, inside) in parts.Where(p => !Says(record, p.Field, p.Inside)))
                yield return AefFinding.Error("LOC05", record, field,
                    new($"The identifier says {inside}.", $"識別子では {inside} となっています。"),
                    new("Make the column equal to the identifier, which never changes.", "変更されない識別子に合わせてください。"), AefFinding.LocalBasis);
        }

        if (context.Term(record, "Metric") == "GHG" && record["QuantityCO2"].Number != block.Quantity)
            yield return AefFinding.Error("LOC06", record, "QuantityCO2",
                new($"The identifiers span {block.Quantity} units.", $"識別子の範囲は {block.Quantity} 単位です。"),
                new("Correct the quantity or the identifiers: one identifier is one tonne.", "数量または識別子を訂正してください（1識別子=1トン）。"), AefFinding.LocalBasis);
    }

    private static IEnumerable<Finding> Holdings(AefCheckContext context)
    {
        var holdings = context.Blocks(context.File, AefTable.Holdings).ToList();
        foreach (var registry in holdings.GroupBy(h => h.Record["PartyITMORegistryID"]))
        {
            foreach (var (_, later) in AefBlock.Overlapping(registry))
                yield return AefFinding.Error("LOC03", later.Record, "FirstID",
                    new("The block overlaps another holding of the same registry.", "同じ登録簿の他の保有と範囲が重複しています。"),
                    new("Report each serial once.", "各シリアルは一度だけ報告してください。"), AefFinding.LocalBasis);
        }

        var gone = context.Blocks(context.File, AefTable.Actions)
            .Where(b => context.Term(b.Record, "ActionType") is "Use" or "Cancellation" or "Voluntary Cancellation");
        foreach (var (earlier, later) in AefBlock.Overlapping(gone.Concat(holdings)).Where(p => IsAction(p.Earlier) != IsAction(p.Later)))
            yield return AefFinding.Error("LOC04", IsAction(earlier) ? later.Record : earlier.Record, "FirstID",
                new("The block holds serials that the file reports as used or cancelled.", "使用または取消しと報告されたシリアルが保有に含まれています。"),
                new("Remove them from the holdings: nothing leaves a terminal account.", "保有から除いてください。"), AefFinding.LocalBasis);
    }

    private static IEnumerable<Finding> FirstTransfers(AefCheckContext context)
    {
        var own = context.Blocks(context.File, AefTable.Actions).Where(b => context.Term(b.Record, "ActionType") == "First transfer");
        var others = context.Others.SelectMany(f => context.Blocks(f, AefTable.Actions)).Where(b => context.Term(b.Record, "ActionType") == "First transfer");
        foreach (var (earlier, later) in AefBlock.Overlapping(own.Concat(others)).Where(p => p.Earlier.IsOwn || p.Later.IsOwn))
            yield return AefFinding.Error("LOC07", later.IsOwn ? later.Record : earlier.Record, "FirstID",
                new("A serial is first transferred more than once.", "同じシリアルの最初の移転が複数回報告されています。"),
                new("Report the later action as transfer, use or cancellation: first transfer happens once in the life of a unit.", "後の行為は移転・使用・取消しとして報告してください。"), "2/CMA.3 annex, paragraph 2; 4/CMA.6, paragraph 12");
    }

    private static bool IsAction(AefBlock block) => block.Record.Layout.Table == AefTable.Actions;

    private static bool Says(AefRecord record, string field, string inside) =>
        record[field].ToString() == inside || (field != "Vintage" && PartyNames.Find(record[field].ToString())?.Code == inside);

    private static Finding Differs(string rule, AefBlock earlier, AefBlock later, string field) => AefFinding.Error(rule, later.Record, field,
        new($"{earlier.Record.Place(field)} says '{earlier.Record[field]}' for the same serials.", $"同じシリアルについて {earlier.Record.Place(field)} では「{earlier.Record[field]}」です。"),
        new("Correct the row that is wrong; the value is constant for a serial.", "誤っている行を訂正してください。"), rule == "II04" ? AefFinding.CheckerBasis : AefFinding.LocalBasis);
}
