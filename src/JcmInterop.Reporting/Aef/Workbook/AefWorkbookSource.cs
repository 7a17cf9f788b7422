using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Spreadsheets;

namespace JcmInterop.Reporting.Aef.Workbook;

/// <summary>A workbook being read; tables are found by their sheet, title and header texts, not by position.</summary>
internal sealed class AefWorkbookSource : AefSource
{
    private const int HeaderSearchRows = 60;

    private readonly SpreadsheetReader workbook;

    public AefWorkbookSource(SpreadsheetReader workbook, AefFieldTable fields)
    {
        this.workbook = workbook;
        Fields = fields;
        Found.AddRange(workbook.MacroParts.Select(AefReadingFindings.Macros));
        if (fields == AefVersion1.Fields) Found.Add(AefReadingFindings.SupersededFormat(fields));
    }

    public override AefFieldTable Fields { get; }

    public override IEnumerable<AefRecord> Rows(AefTableLayout layout)
    {
        if (FindSheet(layout) is not { } name)
        {
            Found.Add(AefReadingFindings.MissingSheet(layout));
            return [];
        }

        if (!string.Equals(name, layout.SheetName, StringComparison.Ordinal)) Found.Add(AefReadingFindings.MisspeltSheet(layout, name));
        return layout.IsVertical ? ReadSubmission(layout, workbook.Sheet(name)) : new AefTableReading(layout, workbook.Sheet(name), Found).Rows();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) workbook.Dispose();
        base.Dispose(disposing);
    }

    // A renamed sheet is known by its title cell.
    private string? FindSheet(AefTableLayout layout) =>
        workbook.SheetNames.FirstOrDefault(n => string.Equals(n, layout.SheetName, StringComparison.Ordinal))
        ?? workbook.SheetNames.FirstOrDefault(n => AefText.IsAlike(n, layout.SheetName) || AefText.IsAlike(n, layout.Title))
        ?? workbook.SheetNames.FirstOrDefault(n => AefText.Folded(n).EndsWith(layout.SheetName, StringComparison.OrdinalIgnoreCase))
        ?? workbook.SheetNames.Where(n => !Fields.Layouts.Any(l => string.Equals(n, l.SheetName, StringComparison.Ordinal)))
            .FirstOrDefault(n => workbook.Sheet(n).Rows().TakeWhile(r => r.Number < layout.HeaderRow).Any(r => r.Cells.Any(c => AefText.IsAlike(c.Raw, layout.Title))));

    private IEnumerable<AefRecord> ReadSubmission(AefTableLayout layout, SheetReader sheet)
    {
        var cells = sheet.Rows().TakeWhile(r => r.Number <= HeaderSearchRows).SelectMany(r => r.Cells.Select(c => (Row: r.Number, Cell: c)).ToList()).ToList();
        var values = new AefCell[layout.Fields.Count];
        var places = new string[layout.Fields.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var field = layout.Fields[i];
            places[i] = layout.SheetName;
            if (cells.Where(c => AefText.IsAlike(c.Cell.Raw, field.Header)).Take(1).ToList() is not [var label])
            {
                Found.Add(AefReadingFindings.MissingHeader(layout, field));
                continue;
            }

            if (!string.Equals(label.Cell.Raw, field.Header, StringComparison.Ordinal))
                Found.Add(AefReadingFindings.MisspeltHeader(layout, field, label.Cell.Raw, CellReference.Of(label.Cell.Column, label.Row)));
            places[i] = $"{layout.SheetName}!{CellReference.Of(label.Cell.Column + 1, label.Row)}";
            foreach (var (_, cell) in cells.Where(c => c.Row == label.Row && c.Cell.Column == label.Cell.Column + 1)) values[i] = AefCellReading.Of(cell, layout.SheetName, label.Row, Found);
        }

        yield return new AefRecord(layout, layout.HeaderRow, values, (field, _) => field is null ? layout.SheetName : places[field.Number - 1]);
    }
}
