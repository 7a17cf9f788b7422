using System.IO.Compression;
using System.Xml;

namespace JcmInterop.Reporting.Spreadsheets;

/// <summary>Reads an XLSX workbook row by row; shares no code with the writer, so that one checks the other.</summary>
internal sealed class SpreadsheetReader : IDisposable
{
    private readonly ZipArchive archive;
    private readonly SpreadsheetParts parts;

    /// <summary>Opens a workbook; the stream must be seekable and stays open.</summary>
    /// <exception cref="SpreadsheetFormatException">The file is not a workbook.</exception>
    public SpreadsheetReader(Stream input)
    {
        try
        {
            archive = new ZipArchive(input, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException fault)
        {
            throw new SpreadsheetFormatException("The file is not an XLSX workbook: it is no ZIP archive. Save it as .xlsx and try again.", fault);
        }

        if (archive.Entries.Count > SpreadsheetLimits.PartsMax)
            throw new SpreadsheetFormatException($"The workbook has more than {SpreadsheetLimits.PartsMax} parts. Save it without attachments.");
        parts = new SpreadsheetParts(archive);
    }

    /// <summary>Sheet names in order.</summary>
    public IReadOnlyList<string> SheetNames => [.. parts.Sheets.Select(s => s.Name)];

    /// <summary>The rows of a sheet, in order; rows without cells are left out.</summary>
    /// <exception cref="SpreadsheetFormatException">The sheet is not well formed or exceeds a limit.</exception>
    public IEnumerable<ReadRow> Rows(string sheetName)
    {
        var path = parts.Sheets.First(s => string.Equals(s.Name, sheetName, StringComparison.Ordinal)).Path;
        using var xml = SpreadsheetParts.Open(archive, path) ?? throw new SpreadsheetFormatException($"Sheet '{sheetName}' has no content in the file.");
        var row = 0;
        while (SpreadsheetParts.Read(xml, path))
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "row" }) continue;
            row = int.TryParse(xml.GetAttribute("r"), out var number) ? number : row + 1;
            if (row is < 1 or > SpreadsheetLimits.RowsMax) throw new SpreadsheetFormatException($"Sheet '{sheetName}' has a row numbered {row}; at most {SpreadsheetLimits.RowsMax} are read.");
            var cells = Cells(xml, path, sheetName, row);
            if (cells.Count > 0) yield return new ReadRow(row, cells);
        }
    }

    /// <summary>Closes the archive.</summary>
    public void Dispose() => archive.Dispose();

    private List<ReadCell> Cells(XmlReader xml, string path, string sheetName, int row)
    {
        var cells = new List<ReadCell>();
        if (xml.IsEmptyElement) return cells;
        var column = 0;
        while (SpreadsheetParts.Read(xml, path) && xml is not { NodeType: XmlNodeType.EndElement, LocalName: "row" })
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" }) continue;
            column = CellReference.ColumnOf(xml.GetAttribute("r")) ?? column + 1;
            if (cells.Count == SpreadsheetLimits.CellsPerRowMax)
                throw new SpreadsheetFormatException($"Sheet '{sheetName}' row {row} has more than {SpreadsheetLimits.CellsPerRowMax} cells.");
            if (Cell(xml, path, column) is { } cell) cells.Add(cell);
        }

        return cells;
    }

    private ReadCell? Cell(XmlReader xml, string path, int column)
    {
        var type = xml.GetAttribute("t") ?? "n";
        var isDate = parts.IsDateStyle(xml.GetAttribute("s"));
        if (xml.IsEmptyElement) return null;
        var text = "";
        while (SpreadsheetParts.Read(xml, path) && xml is not { NodeType: XmlNodeType.EndElement, LocalName: "c" })
        {
            // A formula's own text is not its value, and phonetic runs are not part of the text.
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "f" or "rPh" }) SpreadsheetParts.Skip(xml, path);
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA) text += xml.Value;
            if (text.Length > SpreadsheetLimits.TextLengthMax) throw new SpreadsheetFormatException($"A cell in column {CellReference.ColumnName(column)} is longer than {SpreadsheetLimits.TextLengthMax} characters.");
        }

        var value = type == "s" ? parts.SharedString(text) : text;
        var isNumber = type == "n";
        var trimmed = isNumber ? value.Trim() : value;
        return string.IsNullOrWhiteSpace(trimmed) ? null : new ReadCell(column, trimmed, isNumber, isNumber && isDate);
    }
}
