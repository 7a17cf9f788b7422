using System.Text;
using System.Xml;

namespace JcmInterop.Reporting.Spreadsheets;

/// <summary>Reads one sheet front to back; memory does not grow with its rows.</summary>
internal sealed class SheetReader(SpreadsheetParts parts, string name, string path, Func<XmlReader> open)
{
    private readonly List<string> merges = [];
    private readonly List<ReadCell> cells = [];
    private readonly StringBuilder text = new();

    /// <summary>Name of the sheet.</summary>
    public string Name => name;

    /// <summary>Merged cell ranges, such as <c>B4:D4</c>; known once every row is read.</summary>
    public IReadOnlyList<string> MergedRanges => merges;

    /// <summary>Whether reading stopped at too many rows without content.</summary>
    public bool IsCutAtEmptyRows { get; private set; }

    /// <summary>The rows of the sheet, in order; rows without cells are left out.</summary>
    /// <exception cref="SpreadsheetFormatException">The sheet is not well formed or exceeds a limit.</exception>
    public IEnumerable<ReadRow> Rows()
    {
        using var xml = open();
        var row = 0;
        var emptyRows = 0;
        while (SpreadsheetParts.Read(xml, path))
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "mergeCell" && xml.GetAttribute("ref") is { } range && merges.Count < SpreadsheetLimits.MergesMax) merges.Add(range);
            if (xml.LocalName != "row") continue;
            row = NextRow(xml.GetAttribute("r"), row);
            ReadCells(xml, row);
            if (cells.Count > 0) yield return new ReadRow(row, cells);
            else if (++emptyRows > SpreadsheetLimits.EmptyRowsMax)
            {
                IsCutAtEmptyRows = true;
                yield break;
            }
        }
    }

    private int NextRow(string? reference, int row)
    {
        var next = int.TryParse(reference, out var number) ? number : row + 1;
        if (next <= row) throw new SpreadsheetFormatException($"Sheet '{name}' has row {next} after row {row}. Open it in a spreadsheet program and save it again.");
        if (next > SpreadsheetLimits.RowsMax) throw new SpreadsheetFormatException($"Sheet '{name}' has a row numbered {next}; at most {SpreadsheetLimits.RowsMax} are read.");
        return next;
    }

    private void ReadCells(XmlReader xml, int row)
    {
        cells.Clear();
        if (xml.IsEmptyElement) return;
        var column = 0;
        var elements = 0;
        while (SpreadsheetParts.Read(xml, path) && xml is not { NodeType: XmlNodeType.EndElement, LocalName: "row" })
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" }) continue;
            if (++elements > SpreadsheetLimits.CellsPerRowMax)
                throw new SpreadsheetFormatException($"Sheet '{name}' row {row} has more than {SpreadsheetLimits.CellsPerRowMax} cells.");
            var next = CellReference.ColumnOf(xml.GetAttribute("r")) ?? column + 1;
            if (next <= column) throw new SpreadsheetFormatException($"Sheet '{name}' row {row} has column {CellReference.ColumnName(next)} twice or out of order.");
            column = next;
            if (ReadCell(xml, column, row) is { } cell) cells.Add(cell);
        }
    }

    private ReadCell? ReadCell(XmlReader xml, int column, int row)
    {
        var type = xml.GetAttribute("t") ?? "n";
        var style = type == "n" ? xml.GetAttribute("s") : null;
        if (xml.IsEmptyElement) return null;
        var isFormula = false;
        text.Clear();
        while (SpreadsheetParts.Read(xml, path) && xml is not { NodeType: XmlNodeType.EndElement, LocalName: "c" })
        {
            // A formula's own text is not its value, and phonetic runs are not part of the text.
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "f" or "rPh" })
            {
                isFormula |= xml.LocalName == "f";
                SpreadsheetParts.Skip(xml, path);
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA) text.Append(SpreadsheetParts.Value(xml, path));
            if (text.Length > SpreadsheetLimits.TextLengthMax)
                throw new SpreadsheetFormatException($"Cell {CellReference.Of(column, row)} of sheet '{name}' is longer than {SpreadsheetLimits.TextLengthMax} characters.");
        }

        var value = type == "s" ? parts.SharedString(text.ToString()) : text.ToString();
        return string.IsNullOrWhiteSpace(value) && !isFormula ? null : new ReadCell(column, type is "n" or "b" or "e" or "d" ? value.Trim() : value, Kind(type, style), isFormula);
    }

    private ReadCellKind Kind(string type, string? style) => type switch
    {
        "n" => parts.IsDateStyle(style) ? ReadCellKind.Date : ReadCellKind.Number,
        "d" => ReadCellKind.Date,
        "b" => ReadCellKind.Boolean,
        "e" => ReadCellKind.Error,
        _ => ReadCellKind.Text,
    };
}
