using System.Globalization;
using System.Text.Json;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Reporting.Findings;
using JcmInterop.Reporting.Spreadsheets;
using JcmInterop.Reporting.Tables;

namespace JcmInterop.Reporting.StructuredSummary;

/// <summary>Writes the structured summary as workbook, JSON or plain table.</summary>
public static class StructuredSummaryExport
{
    private const int TitleRow = 2;
    private const int HeaderRow = 4;
    private const int LeadingColumns = 6;

    /// <summary>One row per row of table 4, one column per calendar year.</summary>
    public static TextTable Table(StructuredSummaryReport report) => new(
        $"Table 4, structured summary / 表4 構造化された要約: {report.Party}, NDC period {report.Result.Inputs.Period}, method {Method(report)} ({report.Result.Inputs.Metric}){AsOf(report)}",
        [
            new("Row", IsNumber: true), new("Description"), new("内容"), new("Reference"), new("Unit"), new("Reference point"),
            .. Years(report).Select(y => new TextColumn(y, IsNumber: true)), new("Target level"), new("Target year or period"), new("Progress"), new("Note"),
        ],
        [
            .. report.AllRows.Select(r => (IReadOnlyList<string>)
            [
                Number(r), r.Label.English, r.Label.Japanese, r.Reference, r.Unit, r.ReferencePoint, .. r.Values.Select((_, i) => report.Text(r, i)), r.TargetLevel, r.TargetPeriod, r.Progress, r.Note,
            ]),
        ]);

    /// <summary>Writes the JSON form (<c>structured-summary/3</c>); figures are decimal texts, absent where the Party has to provide them.</summary>
    public static void WriteJson(StructuredSummaryReport report, Stream output)
    {
        var inputs = report.Result.Inputs;
        using var json = new Utf8JsonWriter(output, ReportJson.WriterOptions);
        json.WriteStartObject();
        json.WriteString("format", "structured-summary/3");
        json.WriteString("party", report.Party.Code);
        json.WriteNumber("firstYear", inputs.Period.FirstYear);
        json.WriteNumber("lastYear", inputs.Period.LastYear);
        if (report.Options.ThroughYear is { } through) json.WriteNumber("throughYear", through);
        json.WriteString("method", report.MethodReference);
        json.WriteString("basis", AdjustmentNames.Word(inputs.Basis));
        json.WriteString("metric", inputs.Metric.ToString());
        json.WriteString("oimpPresentation", AdjustmentNames.Word(report.Options.Presentation));
        json.WriteString("effectiveUntil", Day(inputs.EffectiveUntil));
        json.WriteString("recordedUntil", Day(inputs.RecordedUntil));
        json.WriteString("rounding", $"{report.Options.Rounding.Decimals} decimals, {AdjustmentNames.Word(report.Options.Rounding.Midpoint)}");
        WriteRows(json, "progressRows", report, report.ProgressRows);
        WriteRows(json, "rows", report, report.Rows);
        StructuredSummaryShares.WriteJson(json, report);
        json.WriteEndObject();
    }

    /// <summary>Writes the workbook form, with the breakdown of annex 4 on its second sheet; the same report and time give the same bytes.</summary>
    public static void WriteWorkbook(StructuredSummaryReport report, Stream output, DateTimeOffset writtenAt)
    {
        using var workbook = new SpreadsheetWriter(output, ["Table 4 Structured summary", "Annex 4 Breakdown 23(j)", "How it was made"], writtenAt);
        var table = Table(report);
        workbook.Sheet(HeaderRow, [6, 60, 44, 20, 14, 18, .. report.Result.Years.Select(_ => 16), 24, 22, 24, 60], [], rows =>
        {
            rows.Row(TitleRow);
            rows.Text(1, table.Title, SpreadsheetStyle.Title);
            rows.Row(HeaderRow);
            foreach (var (column, i) in table.Columns.Select((c, i) => (c, i))) rows.Text(i + 1, column.Header, SpreadsheetStyle.Header);
            var number = HeaderRow;
            foreach (var row in report.AllRows)
            {
                rows.Row(++number);
                WriteRow(rows, report, row);
            }
        });
        TableWorkbook.Sheet(workbook, StructuredSummaryShares.Table(report));
        TableWorkbook.Sheet(workbook, Making(report));
    }

    private static void WriteRows(Utf8JsonWriter json, string name, StructuredSummaryReport report, IReadOnlyList<SummaryRow> rows)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            if (row.Number > 0) json.WriteNumber("number", row.Number);
            ReportJson.WriteText(json, "label", row.Label);
            json.WriteString("reference", row.Reference);
            json.WriteString("unit", row.Unit);
            json.WriteBoolean("applies", row.Applies);
            json.WriteStartObject("values");
            foreach (var (year, index) in report.Result.Years.Select((y, i) => (y.Year, i)).Where(y => report.HasFigure(row, y.i) && row.Values[y.i] is not null))
                json.WriteString(year.ToString(CultureInfo.InvariantCulture), report.Text(row, index));
            json.WriteEndObject();
            foreach (var (member, text) in new[] { ("referencePoint", row.ReferencePoint), ("targetLevel", row.TargetLevel), ("targetPeriod", row.TargetPeriod), ("progress", row.Progress) })
                if (text.Length > 0)
                    json.WriteString(member, text);
            json.WriteString("note", row.Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRow(SheetRows rows, StructuredSummaryReport report, SummaryRow row)
    {
        if (row.Number > 0) rows.Number(1, row.Number);
        foreach (var (text, i) in new[] { row.Label.English, row.Label.Japanese, row.Reference, row.Unit, row.ReferencePoint }.Select((t, i) => (t, i))) rows.Text(i + 2, text, SpreadsheetStyle.Wrapped);
        for (var i = 0; i < row.Values.Count; i++)
        {
            if (report.HasFigure(row, i) && row.Values[i] is { } value) Figure(rows, LeadingColumns + 1 + i, report.Options.Rounding.Round(value));
            else rows.Text(LeadingColumns + 1 + i, report.Text(row, i), SpreadsheetStyle.Placeholder);
        }

        foreach (var (text, i) in new[] { row.TargetLevel, row.TargetPeriod, row.Progress, row.Note }.Select((t, i) => (t, i)))
            rows.Text(LeadingColumns + 1 + row.Values.Count + i, text, SpreadsheetStyle.Wrapped);
    }

    private static void Figure(SheetRows rows, int column, decimal value) =>
        rows.Decimal(column, value, value == decimal.Truncate(value) ? SpreadsheetStyle.Number : SpreadsheetStyle.Decimal);

    private static TextTable Making(StructuredSummaryReport report) => new(
        "How this summary was made",
        [new("What"), new("Value")],
        [
            ["Party", report.Party.Code],
            ["NDC implementation period", report.Result.Inputs.Period.ToString()],
            ["Method of corresponding adjustments (2/CMA.3 annex)", Method(report)],
            ["Expressed in", $"{report.Result.Inputs.Basis.English()} / {report.Result.Inputs.Basis.Japanese()}, {report.Result.Inputs.Metric}"],
            ["As effective on", Day(report.Result.Inputs.EffectiveUntil) ?? "any day"],
            ["As known on", Day(report.Result.Inputs.RecordedUntil) ?? "the day of writing"],
            ["Other international mitigation purposes", Presentation(report)],
            ["Rounding of printed figures", Rounding(report)],
            ["Last year reported", report.Options.ThroughYear?.ToString(CultureInfo.InvariantCulture) ?? "the last of the period"],
        ]);

    private static string AsOf(StructuredSummaryReport report) => (report.Result.Inputs.EffectiveUntil, report.Result.Inputs.RecordedUntil) switch
    {
        (null, null) => "",
        var (effective, recorded) => $", as effective on {Day(effective) ?? "any day"}, as known on {Day(recorded) ?? "the day of writing"}",
    };

    private static string Method(StructuredSummaryReport report) => $"{report.MethodReference}, {report.Result.Inputs.Method.English()} / {report.Result.Inputs.Method.Japanese()}";

    private static string Presentation(StructuredSummaryReport report) => report.Options.Presentation switch
    {
        OimpPresentation.RowsAddUp => "row 7 beside row 6, both add up / 行7は行6と別に計上し合算",
        OimpPresentation.PartOfFirstTransfers => "row 7 is a part of row 6 / 行7は行6の内数",
        _ => throw new InvalidOperationException("Unknown presentation."),
    };

    private static string Rounding(StructuredSummaryReport report) => report.Options.Rounding switch
    {
        { Midpoint: MidpointRounding.ToEven, Decimals: var decimals } => $"{decimals} decimals, a half to the even neighbour / 小数{decimals}桁、端数0.5は偶数側",
        { Midpoint: MidpointRounding.AwayFromZero, Decimals: var decimals } => $"{decimals} decimals, a half away from zero / 小数{decimals}桁、四捨五入",
        { Midpoint: var midpoint, Decimals: var decimals } => $"{decimals} decimals, {AdjustmentNames.Word(midpoint)} / 小数{decimals}桁",
    };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(SummaryRow row) => row.Number > 0 ? row.Number.ToString(CultureInfo.InvariantCulture) : "";

    private static IEnumerable<string> Years(StructuredSummaryReport report) => report.Result.Years.Select(y => y.Year.ToString(CultureInfo.InvariantCulture));
}
