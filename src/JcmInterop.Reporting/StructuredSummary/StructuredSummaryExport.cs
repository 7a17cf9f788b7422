using System.Globalization;
using System.Text.Json;
using JcmInterop.Reporting.Findings;
using JcmInterop.Reporting.Spreadsheets;
using JcmInterop.Reporting.Tables;

namespace JcmInterop.Reporting.StructuredSummary;

/// <summary>Writes the structured summary as workbook, JSON or plain table.</summary>
public static class StructuredSummaryExport
{
    private const int HeaderRow = 4;

    /// <summary>One row per row of table 4, one column per calendar year.</summary>
    public static TextTable Table(StructuredSummaryReport report) => new(
        $"Structured summary {report.Party} {report.Result.Inputs.Period}, method {report.MethodReference} ({report.Result.Inputs.Metric})",
        [new("Row", IsNumber: true), new("Unit"), new("Reference"), .. Years(report).Select(y => new TextColumn(y, IsNumber: true)), new("Note")],
        [
            .. report.Rows.Select(r => (IReadOnlyList<string>)
                [r.Number.ToString(CultureInfo.InvariantCulture), r.Label.English, r.Reference, .. r.Values.Select((_, i) => report.Text(r, i)), r.Note]),
        ]);

    /// <summary>Writes the JSON form (<c>structured-summary/1</c>); figures are decimal texts, absent where the Party has to provide them.</summary>
    public static void WriteJson(StructuredSummaryReport report, Stream output)
    {
        using var json = new Utf8JsonWriter(output, ReportJson.WriterOptions);
        json.WriteStartObject();
        json.WriteString("format", "structured-summary/1");
        json.WriteString("party", report.Party.Code);
        json.WriteNumber("firstYear", report.Result.Inputs.Period.FirstYear);
        json.WriteNumber("lastYear", report.Result.Inputs.Period.LastYear);
        json.WriteString("method", report.MethodReference);
        json.WriteString("basis", report.Result.Inputs.Basis.ToString());
        json.WriteString("metric", report.Result.Inputs.Metric.ToString());
        json.WriteString("oimpPresentation", report.Presentation.ToString());
        json.WriteString("effectiveUntil", report.Result.Inputs.EffectiveUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("recordedUntil", report.Result.Inputs.RecordedUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("rounding", $"{report.Rounding.Decimals} decimals, {report.Rounding.Midpoint}");
        json.WriteStartArray("rows");
        foreach (var row in report.Rows)
        {
            json.WriteStartObject();
            json.WriteNumber("number", row.Number);
            ReportJson.WriteText(json, "label", row.Label);
            json.WriteString("reference", row.Reference);
            json.WriteBoolean("applies", row.Applies);
            json.WriteStartObject("values");
            foreach (var (year, index) in report.Result.Years.Select((y, i) => (y.Year, i)).Where(y => row.Applies && row.Values[y.i] is not null))
                json.WriteString(year.ToString(CultureInfo.InvariantCulture), report.Text(row, index));
            json.WriteEndObject();
            json.WriteString("note", row.Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        StructuredSummaryShares.WriteJson(json, report.Result);
        json.WriteEndObject();
    }

    /// <summary>Writes the workbook form; the same report and time give the same bytes.</summary>
    public static void WriteWorkbook(StructuredSummaryReport report, Stream output, DateTimeOffset writtenAt)
    {
        using var workbook = new SpreadsheetWriter(output, ["Table 4 Structured summary"], writtenAt);
        workbook.Sheet(HeaderRow, [6, 60, 20, .. report.Result.Years.Select(_ => 16), 60], [], rows =>
        {
            rows.Row(2);
            rows.Text(2, Table(report).Title, SpreadsheetStyle.Title);
            rows.Row(HeaderRow);
            foreach (var (column, i) in Table(report).Columns.Select((c, i) => (c, i))) rows.Text(i + 1, column.Header, SpreadsheetStyle.Header);
            foreach (var row in report.Rows) WriteRow(rows, report, row);
        });
    }

    private static void WriteRow(SheetRows rows, StructuredSummaryReport report, SummaryRow row)
    {
        rows.Row(HeaderRow + row.Number);
        rows.Number(1, row.Number);
        rows.Text(2, row.Label.English);
        rows.Text(3, row.Reference);
        for (var i = 0; i < row.Values.Count; i++)
        {
            if (row.Applies && row.Values[i] is { } value) rows.Decimal(4 + i, report.Rounding.Round(value));
            else rows.Text(4 + i, report.Text(row, i), SpreadsheetStyle.Placeholder);
        }

        rows.Text(4 + row.Values.Count, row.Note);
    }

    private static IEnumerable<string> Years(StructuredSummaryReport report) => report.Result.Years.Select(y => y.Year.ToString(CultureInfo.InvariantCulture));
}
