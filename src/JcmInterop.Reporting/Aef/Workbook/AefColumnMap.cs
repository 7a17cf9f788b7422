using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Spreadsheets;

namespace JcmInterop.Reporting.Aef.Workbook;

/// <summary>Which column of a sheet, or of a CSV file, holds which field.</summary>
internal sealed class AefColumnMap
{
    private const int NoField = -1;

    // In every table of both versions more headers than this can only be meant.
    private const int HeadersMin = 2;

    private readonly int[] columnOfField;
    private readonly List<int> fieldOfColumn = [];

    private AefColumnMap(AefTableLayout layout)
    {
        columnOfField = new int[layout.Fields.Count];
    }

    /// <summary>The index of the field in a column, or -1.</summary>
    public int FieldAt(int column) => column < fieldOfColumn.Count ? fieldOfColumn[column] : NoField;

    /// <summary>The column of a field, from 1, or nothing when it is missing.</summary>
    public int? ColumnOf(AefField field) => columnOfField[field.Number - 1] is > 0 and var column ? column : null;

    /// <summary>Whether a row is the header row of a table.</summary>
    public static bool IsHeader(AefTableLayout layout, IReadOnlyList<(int Column, string Text)> cells) =>
        cells.Where(c => layout.Fields.Any(f => Names(f, c.Text))).Take(HeadersMin).Count() == HeadersMin;

    /// <summary>Reads a header row and tells what is wrong with it.</summary>
    /// <param name="layout">The table.</param>
    /// <param name="cells">Texts of the row.</param>
    /// <param name="place">Names the cell in a column.</param>
    /// <param name="found">Receives findings.</param>
    /// <param name="areTechnicalNames">Whether technical names are as good as printed headers, as in a CSV file.</param>
    public static AefColumnMap Read(AefTableLayout layout, IReadOnlyList<(int Column, string Text)> cells, Func<int, string> place, AefFindingList found, bool areTechnicalNames)
    {
        var map = new AefColumnMap(layout);
        foreach (var (column, text) in cells)
        {
            if (layout.Fields.FirstOrDefault(f => Names(f, text)) is not { } field) found.Add(AefReadingFindings.UnknownHeader(place(column), text));
            else if (map.ColumnOf(field) is { } first) found.Add(AefReadingFindings.RepeatedHeader(place(column), field, CellReference.ColumnName(first)));
            else
            {
                map.Set(field, column);
                if (!IsExact(field, text, areTechnicalNames)) found.Add(AefReadingFindings.MisspeltHeader(layout, field, text, CellReference.ColumnName(column)) with { Place = place(column) });
            }
        }

        foreach (var field in layout.Fields.Where(f => map.ColumnOf(f) is null)) found.Add(AefReadingFindings.MissingHeader(layout, field));
        if (!areTechnicalNames && map.FirstOutOfOrder(layout) is { } moved) found.Add(AefReadingFindings.Reordered(layout, place(map.ColumnOf(moved)!.Value), moved));
        return map;
    }

    private static bool Names(AefField field, string text) => AefText.IsAlike(text, field.Header) || AefText.IsAlike(text, field.TechnicalName);

    private static bool IsExact(AefField field, string text, bool areTechnicalNames) =>
        string.Equals(text, field.Header, StringComparison.Ordinal) || (areTechnicalNames && string.Equals(text, field.TechnicalName, StringComparison.Ordinal));

    private AefField? FirstOutOfOrder(AefTableLayout layout)
    {
        var last = 0;
        foreach (var field in layout.Fields)
        {
            if (ColumnOf(field) is not { } column) continue;
            if (column < last) return field;
            last = column;
        }

        return null;
    }

    private void Set(AefField field, int column)
    {
        columnOfField[field.Number - 1] = column;
        while (fieldOfColumn.Count <= column) fieldOfColumn.Add(NoField);
        fieldOfColumn[column] = field.Number - 1;
    }
}
