using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Findings;
using JcmInterop.Reporting.Spreadsheets;

namespace JcmInterop.Reporting.Aef.Workbook;

/// <summary>Reads a submission from an XLSX workbook, whoever wrote it: tables are found by their sheet and header texts, not by position.</summary>
public static class AefWorkbookReader
{
    private const int HeaderSearchRows = 60;

    /// <summary>Reads a workbook; the stream must be seekable and stays open.</summary>
    /// <exception cref="SpreadsheetFormatException">The file is not a readable workbook.</exception>
    public static AefFile Read(Stream input, AefFieldTable fields)
    {
        using var workbook = new SpreadsheetReader(input);
        var findings = new List<Finding>();
        var tables = new Dictionary<AefTable, IReadOnlyList<AefRecord>>();
        foreach (var layout in fields.Layouts)
        {
            var sheet = workbook.SheetNames.FirstOrDefault(n => string.Equals(n, layout.SheetName, StringComparison.OrdinalIgnoreCase));
            if (sheet is null)
            {
                findings.Add(AefReadingFindings.MissingSheet(layout));
                continue;
            }

            if (!string.Equals(sheet, layout.SheetName, StringComparison.Ordinal)) findings.Add(AefReadingFindings.MisspeltSheet(layout, sheet));
            tables[layout.Table] = layout.IsVertical
                ? ReadSubmission(layout, workbook.Rows(sheet), findings)
                : ReadTable(layout, workbook.Rows(sheet), findings);
        }

        return new AefFile(fields, tables, findings);
    }

    private static IReadOnlyList<AefRecord> ReadSubmission(AefTableLayout layout, IEnumerable<ReadRow> rows, List<Finding> findings)
    {
        var lines = rows.Take(HeaderSearchRows).ToList();
        var values = new Dictionary<string, AefCell>(StringComparer.Ordinal);
        var places = new Dictionary<AefField, string>();
        foreach (var field in layout.Fields)
        {
            var found = lines.SelectMany(r => r.Cells.Where(c => IsLabel(c, field)).Select(c => (Row: r, Label: c))).FirstOrDefault();
            if (found.Row is null)
            {
                findings.Add(AefReadingFindings.MissingHeader(layout, field));
                continue;
            }

            places[field] = $"{layout.SheetName}!{CellReference.Of(found.Label.Column + 1, found.Row.Number)}";
            if (found.Row.Cells.FirstOrDefault(c => c.Column == found.Label.Column + 1) is { } value) values[field.TechnicalName] = Cell(value);
        }

        return [new AefRecord(layout, layout.HeaderRow, values, field => places.GetValueOrDefault(field, layout.SheetName))];
    }

    private static List<AefRecord> ReadTable(AefTableLayout layout, IEnumerable<ReadRow> rows, List<Finding> findings)
    {
        Dictionary<int, AefField>? columns = null;
        Dictionary<AefField, int> columnOf = [];
        var records = new List<AefRecord>();
        var last = 0;
        foreach (var row in rows)
        {
            if (columns is null)
            {
                if (row.Number > HeaderSearchRows) break;
                if (!row.Cells.Any(c => IsLabel(c, layout.Fields[0])) || !row.Cells.Any(c => IsLabel(c, layout.Fields[1]))) continue;
                columns = Columns(layout, row, findings);
                columnOf = columns.ToDictionary(c => c.Value, c => c.Key);
                last = row.Number;
                continue;
            }

            var values = row.Cells.Where(c => columns.ContainsKey(c.Column)).ToDictionary(c => columns[c.Column].TechnicalName, Cell, StringComparer.Ordinal);

            // The table ends at its first blank row.
            if (row.Number != last + 1 || values.Count == 0) break;
            last = row.Number;
            var number = row.Number;
            records.Add(new AefRecord(layout, number, values, field => columnOf.TryGetValue(field, out var column)
                ? $"{layout.SheetName}!{CellReference.Of(column, number)}"
                : $"{layout.SheetName}!{number}:{number}"));
        }

        if (columns is null) findings.AddRange(layout.Fields.Select(field => AefReadingFindings.MissingHeader(layout, field)));
        return records;
    }

    private static Dictionary<int, AefField> Columns(AefTableLayout layout, ReadRow header, List<Finding> findings)
    {
        var columns = new Dictionary<int, AefField>();
        foreach (var field in layout.Fields)
        {
            var label = header.Cells.FirstOrDefault(c => IsLabel(c, field));
            if (label is null) findings.Add(AefReadingFindings.MissingHeader(layout, field));
            else if (columns.TryAdd(label.Column, field) && !string.Equals(label.Raw, field.Header, StringComparison.Ordinal))
                findings.Add(AefReadingFindings.MisspeltHeader(layout, field, label.Raw, CellReference.Of(label.Column, header.Number)));
        }

        return columns;
    }

    private static bool IsLabel(ReadCell cell, AefField field) => string.Equals(cell.Raw.Trim(), field.Header, StringComparison.OrdinalIgnoreCase);

    private static AefCell Cell(ReadCell cell) => (cell.AsDate(), cell.IsNumber ? cell.AsInteger() : null) switch
    {
        ({ } date, _) => AefCell.OfDate(date),
        (null, { } number) => AefCell.OfNumber(number),
        _ => AefCell.OfText(cell.Raw.Trim()),
    };
}
