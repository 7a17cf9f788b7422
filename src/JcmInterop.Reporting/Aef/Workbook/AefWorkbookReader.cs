using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Spreadsheets;

namespace JcmInterop.Reporting.Aef.Workbook;

/// <summary>Reads a submission from an XLSX workbook, whoever wrote it: tables are found by their sheet, title and header texts, not by position.</summary>
public static class AefWorkbookReader
{
    /// <summary>Opens a workbook to read it row by row; the stream must be seekable and stays open.</summary>
    /// <param name="input">The file.</param>
    /// <param name="fields">Version of the format, or nothing to tell it from the sheet names.</param>
    /// <exception cref="SpreadsheetFormatException">The file is not a readable workbook.</exception>
    public static AefSource Open(Stream input, AefFieldTable? fields = null)
    {
        var workbook = new SpreadsheetReader(input);
        return new AefWorkbookSource(workbook, fields ?? VersionOf(workbook.SheetNames));
    }

    /// <summary>Reads a workbook; the stream must be seekable and stays open.</summary>
    /// <param name="input">The file.</param>
    /// <param name="fields">Version of the format, or nothing to tell it from the sheet names.</param>
    /// <exception cref="SpreadsheetFormatException">The file is not a readable workbook.</exception>
    public static AefFile Read(Stream input, AefFieldTable? fields = null)
    {
        using var source = Open(input, fields);
        return AefFile.Read(source);
    }

    // Version 1 has no authorizations and calls table 1 its heading.
    private static AefFieldTable VersionOf(IReadOnlyList<string> sheetNames) =>
        AefVersion1.Fields.Layouts.All(l => sheetNames.Any(n => AefText.Folded(n).EndsWith(l.SheetName, StringComparison.OrdinalIgnoreCase)))
        && !sheetNames.Any(n => n.Contains("Authorizations", StringComparison.OrdinalIgnoreCase))
            ? AefVersion1.Fields
            : AefVersion2.Fields;
}
