using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Spreadsheets;

namespace JcmInterop.Reporting.Aef.Workbook;

/// <summary>Reads a table with a header row: its records until the first blank row, and what is wrong with the sheet around them.</summary>
internal sealed class AefTableReading(AefTableLayout layout, SheetReader sheet, AefFindingList found)
{
    private const int HeaderSearchRows = 60;

    private readonly AefTextPool pool = new(layout.Fields.Count);
    private AefColumnMap? columns;
    private bool hasTitle;
    private int headerRow;
    private int lastRow;
    private int firstRowAfter;
    private int rowsAfter;

    public IEnumerable<AefRecord> Rows()
    {
        AefPlaces places = Place;
        foreach (var row in sheet.Rows())
        {
            if (columns is null)
            {
                if (row.Number > HeaderSearchRows) break;
                LookForHeader(row);
            }
            else if (rowsAfter > 0 || row.Number != lastRow + 1 || Record(row, places) is not { } record)
            {
                if (rowsAfter++ == 0) firstRowAfter = row.Number;
            }
            else
            {
                lastRow = row.Number;
                yield return record;
            }
        }

        Close();
    }

    private string Place(AefField? field, int row) => field is not null && columns?.ColumnOf(field) is { } column
        ? $"{layout.SheetName}!{CellReference.Of(column, row)}"
        : $"{layout.SheetName}!{row}:{row}";

    private void LookForHeader(ReadRow row)
    {
        List<(int, string)> texts = [.. row.Cells.Select(c => (c.Column, c.Raw))];
        hasTitle |= row.Cells.Any(c => AefText.IsAlike(c.Raw, layout.Title));
        if (!AefColumnMap.IsHeader(layout, texts)) return;
        columns = AefColumnMap.Read(layout, texts, column => $"{layout.SheetName}!{CellReference.Of(column, row.Number)}", found, areTechnicalNames: false);
        headerRow = lastRow = row.Number;
    }

    private AefRecord? Record(ReadRow row, AefPlaces places)
    {
        AefCell[]? values = null;
        foreach (var cell in row.Cells)
        {
            var field = columns!.FieldAt(cell.Column);
            if (field < 0)
            {
                found.Add(AefReadingFindings.StrayValue($"{layout.SheetName}!{CellReference.Of(cell.Column, row.Number)}", cell.Raw));
                continue;
            }

            values ??= new AefCell[layout.Fields.Count];
            values[field] = pool.Pooled(field, AefCellReading.Of(cell, layout.SheetName, row.Number, found));
        }

        return values is null ? null : new AefRecord(layout, row.Number, values, places);
    }

    private void Close()
    {
        if (columns is null)
        {
            foreach (var field in layout.Fields) found.Add(AefReadingFindings.MissingHeader(layout, field));
            return;
        }

        if (!hasTitle) found.Add(AefReadingFindings.MissingTitle(layout));
        if (rowsAfter > 0) found.Add(AefReadingFindings.AfterTheEnd(layout, firstRowAfter, rowsAfter));
        if (sheet.IsCutAtEmptyRows) found.Add(AefReadingFindings.TooManyEmptyRows(layout, SpreadsheetLimits.EmptyRowsMax));
        foreach (var range in sheet.MergedRanges.Where(CoversValues)) found.Add(AefReadingFindings.Merged(layout, range));
    }

    // Group headings above the header row are merged in the template itself.
    private bool CoversValues(string range)
    {
        var (first, last) = CellReference.RangeOf(range);
        return last.Row > headerRow || (last.Row == headerRow && first.Column != last.Column);
    }
}
