using System.Globalization;
using JcmInterop.Reporting.Aef.Checks;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Projections;

namespace JcmInterop.Reporting.Aef.Twins;

/// <summary>Compares the transfers between two Parties: rows are matched by their serials, however each side cut its blocks, and then by everything else.</summary>
internal sealed class AefActionComparison
{
    private const int LikenessMin = 4;
    private const int CandidatesMax = 50;

    private static readonly string[] CellFields =
    [
        "ActionDateTime", "ActionType", "ActionSubtype", "CooperativeApproachID", "AuthorizationID", "FirstTransferringPartyID", "PartyITMORegistryID",
        "UnderlyingUnitRegistryID", "Metric", "Non-GHGMetric", "QuantityNon-GHG", "MitigationType", "Vintage", "TransferringPartyID", "AcquiringPartyID",
    ];

    private static readonly string[] BlockFields = ["FirstID", "LastID", "QuantityCO2", "UnderlyingUnitFirstUnitID", "UnderlyingUnitLastUnitID"];

    private readonly AefTwin twin;
    private readonly AefCanonical canonical;
    private readonly List<AefBlock> expected;
    private readonly Dictionary<string, AefBlockIndex> expectedByKey;
    private readonly List<AefBlock> actual;
    private readonly Dictionary<AefBlock, List<AefBlock>> taken = new(ReferenceEqualityComparer.Instance);

    public AefActionComparison(AefTwin twin, AefFile file, AefCanonical canonical, AefBlockReader blocks)
    {
        this.twin = twin;
        this.canonical = canonical;
        expected = [.. twin.Expected[AefTable.Actions].Select(blocks.Of)];
        expectedByKey = expected.GroupBy(e => e.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, AefBlockIndex.Of, StringComparer.Ordinal);
        actual = [.. file[AefTable.Actions].Where(r => Value(r, "ActionType") is "First transfer" or "Transfer" or "Acquisition").Select(blocks.Of)];
    }

    public IEnumerable<AefMismatch> Mismatches()
    {
        var matches = expected.ToDictionary(e => e, _ => new List<AefBlock>(), (IEqualityComparer<AefBlock>)ReferenceEqualityComparer.Instance);
        Match(matches, (e, a) => IsSameFamily(e, a) && Value(e.Record, "ActionDateTime") == Value(a.Record, "ActionDateTime"));
        Match(matches, IsSameFamily);
        Match(matches, (_, _) => true);
        MatchAlike(matches);
        return [.. expected.SelectMany(e => Compare(e, matches[e])), .. actual.Where(a => !taken.ContainsKey(a) && IsWithUs(a.Record)).Select(Extra)];
    }

    private void Match(Dictionary<AefBlock, List<AefBlock>> matches, Func<AefBlock, AefBlock, bool> fits)
    {
        var free = actual.Where(a => !taken.ContainsKey(a)).GroupBy(a => a.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, AefBlockIndex.Of, StringComparer.Ordinal);
        foreach (var e in expected.Where(e => e.Quantity > matches[e].Sum(e.OverlapWith) && free.ContainsKey(e.Key)))
        {
            foreach (var a in free[e.Key].Overlapping(e).Where(a => fits(e, a) && !matches[e].Exists(m => m.Overlaps(a))).OrderBy(a => a.First).ToList())
            {
                if (!matches[e].Exists(m => m.Overlaps(a))) Take(matches, e, a);
            }
        }
    }

    // Rows whose serials lie elsewhere, by what else they share; only those with the same first serial, or the same day and quantity, are looked at.
    private void MatchAlike(Dictionary<AefBlock, List<AefBlock>> matches)
    {
        var free = actual.Where(a => !taken.ContainsKey(a)).ToList();
        var byFirst = free.ToLookup(a => a.First);
        var byDay = free.ToLookup(DayAndQuantity);
        foreach (var e in expected.Where(e => matches[e].Count == 0))
        {
            var alike = byFirst[e.First].Take(CandidatesMax).Concat(byDay[DayAndQuantity(e)].Take(CandidatesMax)).Where(a => !taken.ContainsKey(a))
                .Select(a => (Block: a, Likeness: Likeness(e, a))).Where(a => a.Likeness >= LikenessMin).OrderByDescending(a => a.Likeness).Take(1).ToList();
            foreach (var (block, _) in alike) Take(matches, e, block);
        }
    }

    private (string, string) DayAndQuantity(AefBlock block) => (Value(block.Record, "ActionDateTime"), Value(block.Record, "QuantityCO2"));

    private void Take(Dictionary<AefBlock, List<AefBlock>> matches, AefBlock e, AefBlock a)
    {
        matches[e].Add(a);
        if (!taken.TryGetValue(a, out var expecting)) taken[a] = expecting = [];
        expecting.Add(e);
    }

    private IEnumerable<AefMismatch> Compare(AefBlock e, List<AefBlock> matches)
    {
        var origin = twin.Origins[e.Record];
        if (matches.Count == 0)
        {
            yield return new AefMismatch(AefTable.Actions, AefMismatchKind.MissingRow, "FirstID", e.Record["FirstID"].ToString(), e.Record.Place("FirstID"), "", "", AefCauses.NotReported) { Transfer = origin.Transfer };
            yield break;
        }

        foreach (var a in matches)
        {
            foreach (var mismatch in CellFields.Select(f => AefCellComparison.Of(canonical, e.Record, a.Record, f, origin)).OfType<AefMismatch>()) yield return mismatch;
        }

        foreach (var mismatch in matches is [var only] && taken[only].Count == 1 && !IsSoundPart(only, e) ? Whole(e, only, origin) : Parts(e, matches, origin)) yield return mismatch;
    }

    private IEnumerable<AefMismatch> Whole(AefBlock e, AefBlock a, UnitAction origin)
    {
        var isElsewhere = !e.Overlaps(a) && e.Key == a.Key;
        return BlockFields.Select(f => AefCellComparison.Of(canonical, e.Record, a.Record, f, origin)).OfType<AefMismatch>()
            .Select(m => isElsewhere && m.Field is "FirstID" or "LastID" && m.Cause == AefCauses.PartOfBlock ? m with { Cause = AefCauses.OtherSerials } : m);
    }

    // The other side cut the block elsewhere: its rows must cover it, count themselves right and keep the offset of the underlying units.
    private IEnumerable<AefMismatch> Parts(AefBlock e, List<AefBlock> matches, UnitAction origin)
    {
        var covered = matches.Sum(e.OverlapWith);
        var last = matches.MaxBy(m => m.Last)!;
        if (covered < e.Quantity)
            yield return Cell(e, last, last.Last < e.Last ? "LastID" : "FirstID", AefCauses.PartOfBlock, origin);
        foreach (var a in matches.Where(a => a.Quantity > taken[a].Sum(a.OverlapWith))) yield return Cell(e, a, "LastID", AefCauses.PartOfBlock, origin);
        var right = AefUnderlyingRange.Of(e);
        foreach (var a in matches)
        {
            if (a.Record["QuantityCO2"].Number != a.Quantity) yield return Cell(e, a, "QuantityCO2", AefCauses.PartOfBlock, origin) with { ExpectedValue = a.Quantity.ToString(CultureInfo.InvariantCulture) };
            var wrong = AefUnderlyingRange.Of(a);
            if (right.IsBlock && (!wrong.IsBlock || Offset(right) != Offset(wrong))) yield return Cell(e, a, "UnderlyingUnitFirstUnitID", wrong.IsAbsent ? AefCauses.LeftEmpty : AefCauses.Offset, origin);
        }
    }

    private static (string, long)? Offset(AefUnderlyingRange range) => range.Serials() is { } serials ? (serials.Affix, serials.First - range.Block.First) : null;

    // A row that is right about fewer units lacks the others; one that contradicts itself has a wrong cell.
    private static bool IsSoundPart(AefBlock part, AefBlock whole) =>
        part.Quantity < whole.Quantity && part.Quantity == whole.OverlapWith(part) && part.Record["QuantityCO2"].Number == part.Quantity;

    private static AefMismatch Cell(AefBlock e, AefBlock a, string field, AefCause cause, UnitAction origin) => new(
        AefTable.Actions, AefMismatchKind.Cell, field, e.Record[field].ToString(), e.Record.Place(field), a.Record[field].ToString(), a.Record.Place(field), cause) { Transfer = origin.Transfer };

    private AefMismatch Extra(AefBlock a)
    {
        var twice = expectedByKey.GetValueOrDefault(a.Key)?.Overlapping(a).FirstOrDefault();
        var offer = twin.Unfinished.FirstOrDefault(o => o.Quantity.Tonnes == a.Quantity
            || (a.Record.Text("UnderlyingUnitFirstUnitID") is { } first && o.Units.Any(u => string.Equals(u.Serials.FirstText, first, StringComparison.Ordinal))));
        return new AefMismatch(
            AefTable.Actions, AefMismatchKind.ExtraRow, "FirstID", "", "", a.Record["FirstID"].ToString(), a.Record.Place("FirstID"),
            twice is not null ? AefCauses.ReportedTwice : offer is not null ? AefCauses.UnfinishedTransfer : AefCauses.NotInLedger)
        { Transfer = twice is not null ? twin.Origins[twice.Record].Transfer : offer?.Id };
    }

    private int Likeness(AefBlock e, AefBlock a) => CellFields.Concat(BlockFields).Count(f =>
        f is "ActionDateTime" or "AuthorizationID" or "QuantityCO2" or "Vintage" or "FirstID" or "LastID" or "UnderlyingUnitFirstUnitID" or "ActionType" or "TransferringPartyID" or "AcquiringPartyID"
        && Value(e.Record, f).Length > 0 && Value(e.Record, f) == Value(a.Record, f));

    private bool IsSameFamily(AefBlock e, AefBlock a) => (Value(e.Record, "ActionType") == "Acquisition") == (Value(a.Record, "ActionType") == "Acquisition");

    private bool IsWithUs(AefRecord record) =>
        Value(record, Value(record, "ActionType") == "Acquisition" ? "TransferringPartyID" : "AcquiringPartyID") == twin.Party.Code;

    private string Value(AefRecord record, string field) => canonical.Of(AefVersion2.Fields[AefTable.Actions].Field(field), record[field]);
}
