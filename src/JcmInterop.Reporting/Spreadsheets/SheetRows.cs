using System.Globalization;
using System.Text;

namespace JcmInterop.Reporting.Spreadsheets;

/// <summary>Writes the rows of one sheet, in ascending order of rows and of columns.</summary>
/// <remarks>Cells are put together from bytes made once per column and style, because an element object per cell costs several times the writing itself.</remarks>
internal sealed class SheetRows(SheetXml xml) : IDisposable
{
    private static readonly DateOnly Epoch = new(1899, 12, 30);
    private static readonly byte[][] Styles = [.. Enum.GetValues<SpreadsheetStyle>().Select(s => s == SpreadsheetStyle.Plain ? [] : Encoding.UTF8.GetBytes($"\" s=\"{(int)s}"))];

    private readonly List<byte[]> columnStarts = [];
    private int row;
    private int column;
    private bool isRowOpen;

    /// <summary>Starts a row.</summary>
    public void Row(int number)
    {
        if (number <= row) throw new InvalidOperationException($"Row {number} does not follow row {row}.");
        CloseRow();
        (row, column) = (number, 0);
        xml.Raw("<row r=\""u8);
        xml.Number(number);
        xml.Raw("\">"u8);
        isRowOpen = true;
    }

    /// <summary>Writes a text; nothing for an empty one.</summary>
    public void Text(int column, string? text, SpreadsheetStyle style = SpreadsheetStyle.Plain)
    {
        if (string.IsNullOrEmpty(text)) return;
        Start(column, style);
        xml.Raw(IsSpaceKept(text) ? "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8 : "\" t=\"inlineStr\"><is><t>"u8);
        xml.Text(text);
        xml.Raw("</t></is></c>"u8);
    }

    /// <summary>Writes a whole number.</summary>
    public void Number(int column, long number, SpreadsheetStyle style = SpreadsheetStyle.Plain)
    {
        if (number is > SpreadsheetLimits.ExactNumberMax or < -SpreadsheetLimits.ExactNumberMax)
        {
            Text(column, number.ToString(CultureInfo.InvariantCulture), style);
            return;
        }

        Start(column, style);
        xml.Raw("\"><v>"u8);
        xml.Number(number);
        xml.Raw("</v></c>"u8);
    }

    /// <summary>Writes a decimal number as it is, without rounding.</summary>
    public void Decimal(int column, decimal number, SpreadsheetStyle style = SpreadsheetStyle.Plain)
    {
        Start(column, style);
        xml.Raw("\"><v>"u8);
        xml.Text(number.ToString(CultureInfo.InvariantCulture));
        xml.Raw("</v></c>"u8);
    }

    /// <summary>Writes a real date cell.</summary>
    public void Date(int column, DateOnly date) => Number(column, date.DayNumber - Epoch.DayNumber, SpreadsheetStyle.Date);

    /// <summary>Closes the last row.</summary>
    public void Dispose() => CloseRow();

    private static bool IsSpaceKept(string text) => char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.Contains('\n', StringComparison.Ordinal);

    private void Start(int next, SpreadsheetStyle style)
    {
        if (next <= column) throw new InvalidOperationException($"Column {next} does not follow column {column} in row {row}.");
        column = next;
        while (columnStarts.Count < next) columnStarts.Add(Encoding.UTF8.GetBytes($"<c r=\"{CellReference.ColumnName(columnStarts.Count + 1)}"));
        xml.Raw(columnStarts[next - 1]);
        xml.Number(row);
        xml.Raw(Styles[(int)style]);
    }

    private void CloseRow()
    {
        if (isRowOpen) xml.Raw("</row>"u8);
        isRowOpen = false;
    }
}
