using System.Collections.Immutable;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Units;

namespace JcmInterop.Reporting.Imports;

/// <summary>Reads a CSV file of Joint Committee decisions on issuance and of what each side issued under them.</summary>
public static class IssuanceImport
{
    private static readonly ImportForm<IssuanceRow> Form = new(
        [
            "registry", "decision", "line", "project", "period_from", "period_to", "decided_on", "total", "partner_notified", "partner_postings", "partner_issued_on",
            "japan_notified", "japan_postings", "japan_issued_on", "vintage", "vintage_basis", "source_note",
        ],
        Row);

    /// <summary>Reads every decision, or lists every fault.</summary>
    /// <param name="file">Name of the file, for the faults.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="registered">Projects that a decision may name.</param>
    public static ImportResult<ImportedDecision> Read(string file, ReadOnlySpan<byte> bytes, IReadOnlySet<ProjectReference> registered) =>
        Form.Read(file, bytes, rows => IssuanceChecks.Check(rows, registered)).Select(rows => rows.GroupBy(row => row.Decision).Select(Decision));

    private static IssuanceRow Row(RowReader row)
    {
        var read = new IssuanceRow(
            row.Registry("registry"),
            row.Value("decision", DecisionId.IsValid, text => new DecisionId(text), ImportProblem.CodeForm("a decision id", "決定の識別子", "MN-2026-01-24")),
            row.Code("line", IsLineId, ImportProblem.CodeForm("the id of a decision line", "決定項目の識別子", "MN001")),
            row.Project("project"),
            row.DateUnless("period_from", ImportSpelling.Unknown),
            row.DateUnless("period_to", ImportSpelling.Unknown),
            row.DateUnless("decided_on", ImportSpelling.Unknown),
            row.Quantity("total"),
            IssuanceSide.Read(row, "partner"),
            IssuanceSide.Read(row, "japan"),
            row.Vintage("vintage"),
            $"{row.Text("source_note")}; vintage {row.Text("vintage_basis")}");
        if (row.IsSound && !read.Registry.Includes(PartyCode.Japan))
            row.Fault("registry", ImportProblem.CodeForm("a pair with Japan", "日本との組", "JPN-THA"));
        return read;
    }

    private static bool IsLineId(string text) => text.Length is >= 1 and <= 32 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static ImportedDecision Decision(IGrouping<DecisionId, IssuanceRow> rows)
    {
        var first = rows.First();
        var lines = rows.GroupBy(row => row.LineId, StringComparer.Ordinal).Select(vintages => Line([.. vintages])).ToList();
        var notes = string.Join("; ", rows.Select(row => row.SourceNote).Distinct(StringComparer.Ordinal));
        var decision = new JcDecision(rows.Key, first.Registry, first.DecidedOn, TakenElectronically: false, [.. lines.Select(line => line.Notified)], notes);
        return new ImportedDecision(decision, [.. lines.SelectMany(line => line.Legs)]);
    }

    private static (NotifiedLine Notified, ImmutableArray<ImportedLeg> Legs) Line(ImmutableArray<IssuanceRow> vintages)
    {
        var first = vintages[0];
        var partner = first.Registry.CounterpartOf(PartyCode.Japan);
        ImmutableArray<ImportedLeg> legs = [Leg(vintages, partner), Leg(vintages, PartyCode.Japan)];
        var line = new NotifiedLine(
            first.LineId, first.Project, first.Period, Sum(vintages.Select(row => row.Total)),
            [.. legs.Select(leg => new SideNotification(leg.Side, leg.Notified, leg.Postings))]);
        return (line, legs);
    }

    private static ImportedLeg Leg(ImmutableArray<IssuanceRow> vintages, PartyCode party)
    {
        var first = vintages[0];
        var leading = vintages.Select(row => row.Side(party)).FirstOrDefault(side => !side.Notified.IsZero) ?? first.Side(party);
        return new ImportedLeg(
            first.Decision, first.LineId, first.Project, party,
            Sum(vintages.Select(row => row.Side(party).Notified)),
            leading.State,
            leading.IssuedOn,
            [.. vintages.SelectMany(row => row.Side(party).Split.Select(entry => new NotifiedPosting(entry.Holder, row.Vintage, entry.Quantity)))]);
    }

    private static UnitQuantity Sum(IEnumerable<UnitQuantity> quantities) => quantities.Aggregate(UnitQuantity.Zero, (sum, quantity) => sum + quantity);
}
