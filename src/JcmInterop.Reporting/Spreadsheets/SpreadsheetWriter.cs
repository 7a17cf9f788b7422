using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace JcmInterop.Reporting.Spreadsheets;

/// <summary>Writes an XLSX workbook front to back: memory does not grow with the number of rows, and the same input gives the same bytes.</summary>
/// <remarks>The package is written part by part instead of through a package object, because that one keeps whole parts in memory and stamps the clock.</remarks>
internal sealed class SpreadsheetWriter : IDisposable
{
    private readonly ZipArchive archive;
    private readonly IReadOnlyList<string> sheetNames;
    private readonly DateTimeOffset writtenAt;
    private int sheetsWritten;

    /// <summary>Starts a workbook with its sheets named in order.</summary>
    /// <param name="output">Receives the file; stays open.</param>
    /// <param name="sheetNames">All sheets, in order.</param>
    /// <param name="writtenAt">Time stamped into the file, UTC, 1980 or later.</param>
    public SpreadsheetWriter(Stream output, IReadOnlyList<string> sheetNames, DateTimeOffset writtenAt)
    {
        this.sheetNames = sheetNames;
        this.writtenAt = writtenAt.ToUniversalTime();
        archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        foreach (var (path, content) in SpreadsheetPackage.FixedParts(sheetNames, this.writtenAt)) WriteText(path, content);
        WritePart("xl/styles.xml", SpreadsheetStyles.Sheet());
        WritePart("xl/workbook.xml", Workbook());
    }

    /// <summary>Writes the next sheet.</summary>
    /// <param name="frozenRows">Rows that stay in sight.</param>
    /// <param name="columnWidths">Width per column, from the first, in characters.</param>
    /// <param name="merges">Merged cell ranges such as <c>B4:D4</c>.</param>
    /// <param name="write">Writes the rows, in ascending order.</param>
    public void Sheet(int frozenRows, IReadOnlyList<int> columnWidths, IReadOnlyList<string> merges, Action<SheetRows> write)
    {
        if (sheetsWritten == sheetNames.Count) throw new InvalidOperationException("Every named sheet is already written.");
        sheetsWritten++;
        using var entry = Open($"xl/worksheets/sheet{sheetsWritten}.xml");
        using var xml = new SheetXml(entry);
        xml.Raw("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"""u8);
        if (frozenRows > 0) xml.Raw(Encoding.UTF8.GetBytes(FrozenView(frozenRows)));
        if (columnWidths.Count > 0) xml.Raw(Encoding.UTF8.GetBytes(Columns(columnWidths)));
        xml.Raw("<sheetData>"u8);
        using (var rows = new SheetRows(xml)) write(rows);
        xml.Raw("</sheetData>"u8);
        if (merges.Count > 0) xml.Raw(Encoding.UTF8.GetBytes($"<mergeCells count=\"{merges.Count}\">{string.Concat(merges.Select(m => $"<mergeCell ref=\"{m}\"/>"))}</mergeCells>"));
        xml.Raw("</worksheet>"u8);
    }

    /// <summary>Finishes the file.</summary>
    public void Dispose()
    {
        archive.Dispose();
    }

    private static string FrozenView(int rows) =>
        $"<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"{rows}\" topLeftCell=\"{CellReference.Of(1, rows + 1)}\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>";

    private static string Columns(IReadOnlyList<int> widths) =>
        $"<cols>{string.Concat(widths.Select((width, i) => $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{width}\" customWidth=\"1\"/>"))}</cols>";

    private Workbook Workbook() => new(new Sheets(sheetNames.Select((name, i) => new Sheet { Name = name, SheetId = (uint)(i + 1), Id = $"rId{i + 1}" })));

    private void WritePart(string path, OpenXmlElement root)
    {
        using var entry = Open(path);
        using var xml = new OpenXmlPartWriter(entry, Encoding.UTF8);
        xml.WriteStartDocument(standalone: true);
        xml.WriteElement(root);
    }

    private void WriteText(string path, string content)
    {
        using var entry = Open(path);
        entry.Write(Encoding.UTF8.GetBytes(content));
    }

    private Stream Open(string path)
    {
        var entry = archive.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = writtenAt;
        return entry.Open();
    }
}
