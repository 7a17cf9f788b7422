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
            if (archive.Entries.Count > SpreadsheetLimits.PartsMax)
                throw new SpreadsheetFormatException($"The workbook has more than {SpreadsheetLimits.PartsMax} parts. Save it without attachments.");
        }
        catch (InvalidDataException fault)
        {
            throw new SpreadsheetFormatException("The file is not an XLSX workbook: it is no ZIP archive. Save it as .xlsx without a password and try again.", fault);
        }

        parts = new SpreadsheetParts(archive);
    }

    /// <summary>Sheet names in order.</summary>
    public IReadOnlyList<string> SheetNames => [.. parts.Sheets.Select(s => s.Name)];

    /// <summary>Parts that run programs when a person opens the workbook.</summary>
    public IReadOnlyList<string> MacroParts =>
        [.. archive.Entries.Select(e => e.FullName).Where(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || n.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase))];

    /// <summary>The sheet with a name; each call reads it from its beginning.</summary>
    public SheetReader Sheet(string sheetName)
    {
        var path = parts.Sheets.First(s => string.Equals(s.Name, sheetName, StringComparison.Ordinal)).Path;
        return new SheetReader(parts, sheetName, path, () => Open(sheetName, path));
    }

    /// <summary>Closes the archive.</summary>
    public void Dispose() => archive.Dispose();

    private XmlReader Open(string sheetName, string path) =>
        SpreadsheetParts.Open(archive, path) ?? throw new SpreadsheetFormatException($"Sheet '{sheetName}' has no content in the file.");
}
