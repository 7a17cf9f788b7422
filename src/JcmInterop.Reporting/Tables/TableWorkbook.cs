using System.Globalization;
using JcmInterop.Reporting.Spreadsheets;

namespace JcmInterop.Reporting.Tables;

/// <summary>Writes plain tables as the sheets of a workbook; the same tables and time give the same bytes.</summary>
public static class TableWorkbook
{
    private const int TitleRow = 2;
    private const int HeaderRow = 4;
    private const int WidthMin = 12;
    private const int WidthMax = 60;
    private const int RowsMeasuredMax = 200;

    /// <summary>Writes the workbook; the stream stays open.</summary>
    /// <param name="sheets">Name and table of each sheet, in order; names have at most 31 characters and none of <c>[ ] : * ? / \</c>.</param>
    /// <param name="output">Receives the file.</param>
    /// <param name="writtenAt">Time of writing, stamped into the file, UTC.</param>
    public static void Write(IReadOnlyList<(string Name, TextTable Table)> sheets, Stream output, DateTimeOffset writtenAt)
    {
        using var workbook = new SpreadsheetWriter(output, [.. sheets.Select(s => s.Name)], writtenAt);
        foreach (var (_, table) in sheets) Sheet(workbook, table);
    }

    internal static void Sheet(SpreadsheetWriter workbook, TextTable table) => workbook.Sheet(HeaderRow, Widths(table), [], rows =>
    {
        rows.Row(TitleRow);
        rows.Text(1, table.Title, SpreadsheetStyle.Title);
        rows.Row(HeaderRow);
        for (var i = 0; i < table.Columns.Count; i++) rows.Text(i + 1, table.Columns[i].Header, SpreadsheetStyle.Header);
        var number = HeaderRow;
        foreach (var row in table.Rows)
        {
            rows.Row(++number);
            for (var i = 0; i < row.Count; i++) Cell(rows, i + 1, row[i], table.Columns[i].IsNumber);
        }
    });

    private static void Cell(SheetRows rows, int column, string text, bool isNumber)
    {
        if (isNumber && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) rows.Decimal(column, number);
        else rows.Text(column, text);
    }

    private static List<int> Widths(TextTable table) =>
        [.. table.Columns.Select((column, i) => Math.Clamp(table.Rows.Take(RowsMeasuredMax).Select(r => r[i].Length).Append(column.Header.Length).Max() + 2, WidthMin, WidthMax))];
}
