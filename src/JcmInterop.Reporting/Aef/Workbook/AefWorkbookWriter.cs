using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Spreadsheets;

namespace JcmInterop.Reporting.Aef.Workbook;

/// <summary>Writes a submission as an XLSX workbook in the layout of a field table.</summary>
/// <remarks>Rows are written as they come; the same document, profile and time give the same bytes; nothing in the file names a machine, a path or a person.</remarks>
public static class AefWorkbookWriter
{
    private const int TitleRow = 2;
    private const int FirstGroupRow = 4;
    private const int ColumnWidth = 18;
    private const int SpacerWidth = 3;

    /// <summary>Writes the workbook; the stream stays open and need not be seekable.</summary>
    /// <param name="document">The submission.</param>
    /// <param name="fields">Version of the format.</param>
    /// <param name="profile">Spellings and forms.</param>
    /// <param name="output">Receives the file.</param>
    /// <param name="writtenAt">Time of writing, stamped into the file, UTC.</param>
    public static void Write(AefDocument document, AefFieldTable fields, AefProfile profile, Stream output, DateTimeOffset writtenAt)
    {
        var projection = new AefProjection(profile);
        (string, string)[] summary =
        [
            .. Summary(document.Submission.Party.Code, document.Submission.ReportedYear.ToString("0000"), document.Submission.Version.ToString(), fields),
            ("Holdings as at", document.Submission.HoldingsDay.ToString("yyyy-MM-dd")),
            ("Spellings and forms", profile.Name),
        ];
        Write(fields, output, writtenAt, summary, layout => layout.Table switch
        {
            AefTable.Submission => [projection.Cells(layout, document.Submission)],
            AefTable.Authorizations => document.Authorizations.Select(row => projection.Cells(layout, row)),
            AefTable.Actions => document.Actions.Select(row => projection.Cells(layout, row)),
            AefTable.Holdings => document.Holdings.Select(row => projection.Cells(layout, row)),
            AefTable.AuthorizedEntities => document.Entities.Select(row => projection.Cells(layout, row)),
            _ => throw new ArgumentOutOfRangeException(nameof(fields), layout.Table, "Unknown table."),
        });
    }

    /// <summary>Writes a file that was read, or made, cell by cell; the stream stays open and need not be seekable.</summary>
    /// <param name="file">The submission as it stands.</param>
    /// <param name="output">Receives the file.</param>
    /// <param name="writtenAt">Time of writing, stamped into the file, UTC.</param>
    public static void Write(AefFile file, Stream output, DateTimeOffset writtenAt) =>
        Write(file.Fields, output, writtenAt, Summary(file.Party?.Code ?? "", file.ReportedYear?.ToString("0000") ?? "", file.Version.ToString(), file.Fields), layout => file[layout.Table].Select(r => r.Cells));

    private static void Write(
        AefFieldTable fields, Stream output, DateTimeOffset writtenAt, (string Label, string Value)[] summary, Func<AefTableLayout, IEnumerable<AefCell[]>> rows)
    {
        using var workbook = new SpreadsheetWriter(output, fields.SheetNames, writtenAt);
        WriteSummary(workbook, fields, summary);
        foreach (var layout in fields.Layouts)
        {
            if (layout.IsVertical) WriteSubmission(workbook, layout, rows(layout));
            else WriteTable(workbook, layout, rows(layout));
        }
    }

    private static (string, string)[] Summary(string party, string year, string version, AefFieldTable fields) =>
        [("Party", party), ("Reported year", year), ("Version", version), ("Format", fields.Id)];

    private static void WriteSummary(SpreadsheetWriter workbook, AefFieldTable fields, (string Label, string Value)[] lines)
    {
        workbook.Sheet(0, [SpacerWidth, 2 * ColumnWidth, 2 * ColumnWidth], [], rows =>
        {
            rows.Row(TitleRow);
            rows.Text(AefFieldTable.FirstColumn, fields.SummarySheetName, SpreadsheetStyle.Title);
            for (var i = 0; i < lines.Length; i++)
            {
                rows.Row(FirstGroupRow + i);
                rows.Text(AefFieldTable.FirstColumn, lines[i].Label, SpreadsheetStyle.Header);
                rows.Text(AefFieldTable.FirstColumn + 1, lines[i].Value);
            }
        });
    }

    private static void WriteSubmission(SpreadsheetWriter workbook, AefTableLayout layout, IEnumerable<AefCell[]> submissions) =>
        workbook.Sheet(0, [SpacerWidth, 3 * ColumnWidth, 3 * ColumnWidth], [], rows =>
        {
            var cells = submissions.FirstOrDefault() ?? new AefCell[layout.Fields.Count];
            rows.Row(TitleRow);
            rows.Text(AefFieldTable.FirstColumn, layout.Title, SpreadsheetStyle.Title);
            foreach (var (field, cell) in layout.Fields.Zip(cells))
            {
                rows.Row(layout.HeaderRow + field.Number - 1);
                rows.Text(AefFieldTable.FirstColumn, field.Header, SpreadsheetStyle.Header);
                WriteCell(rows, AefFieldTable.FirstColumn + 1, cell, field.Placeholder is null ? SpreadsheetStyle.Plain : SpreadsheetStyle.Placeholder);
            }
        });

    private static void WriteTable(SpreadsheetWriter workbook, AefTableLayout layout, IEnumerable<AefCell[]> items)
    {
        var columns = layout.Fields.Select(layout.ColumnOf).ToArray();
        var styles = layout.Fields.Select(f => f.Format == AefFieldFormat.Integer ? SpreadsheetStyle.Number : SpreadsheetStyle.Plain).ToArray();
        var groups = AefGroupHeadings.Of(layout);
        workbook.Sheet(layout.HeaderRow, Widths(layout), [.. groups.Where(g => g.Range is not null).Select(g => g.Range!)], rows =>
        {
            rows.Row(TitleRow);
            rows.Text(AefFieldTable.FirstColumn, layout.Title, SpreadsheetStyle.Title);
            foreach (var level in groups.GroupBy(g => g.Level).OrderBy(g => g.Key))
            {
                rows.Row(FirstGroupRow + level.Key);
                foreach (var group in level) rows.Text(group.FirstColumn, group.Heading, SpreadsheetStyle.Group);
            }

            rows.Row(layout.HeaderRow);
            foreach (var (field, column) in layout.Fields.Zip(columns)) rows.Text(column, field.Header, SpreadsheetStyle.Header);
            var row = layout.HeaderRow;
            foreach (var cells in items)
            {
                rows.Row(++row);
                for (var i = 0; i < cells.Length; i++) WriteCell(rows, columns[i], cells[i], styles[i]);
            }
        });
    }

    private static void WriteCell(SheetRows rows, int column, AefCell cell, SpreadsheetStyle style)
    {
        switch (cell.Kind)
        {
            case AefCellKind.Text: rows.Text(column, cell.ToString(), style); break;
            case AefCellKind.Integer: rows.Number(column, cell.Number, style); break;
            case AefCellKind.Date: rows.Date(column, cell.Date); break;
            case AefCellKind.Empty: break;
            default: throw new ArgumentOutOfRangeException(nameof(cell), cell.Kind, "Unknown kind of cell.");
        }
    }

    private static List<int> Widths(AefTableLayout layout)
    {
        List<int> widths = [SpacerWidth];
        foreach (var field in layout.Fields)
        {
            widths.Add(field.Format == AefFieldFormat.ItmoIdentifier ? 2 * ColumnWidth : ColumnWidth);
            if (field.SpacerAfter) widths.Add(SpacerWidth);
        }

        return widths;
    }
}
