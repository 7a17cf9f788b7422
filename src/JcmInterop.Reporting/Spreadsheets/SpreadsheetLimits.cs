namespace JcmInterop.Reporting.Spreadsheets;

/// <summary>Bounds on a workbook read from outside.</summary>
internal static class SpreadsheetLimits
{
    /// <summary>Largest uncompressed part, in bytes: an archive cannot expand without bound.</summary>
    public const long PartBytesMax = 1L << 30;

    /// <summary>Most parts in the archive.</summary>
    public const int PartsMax = 1_000;

    /// <summary>Most rows in a sheet.</summary>
    public const int RowsMax = 1_048_576;

    /// <summary>Most cells in a row.</summary>
    public const int CellsPerRowMax = 1_024;

    /// <summary>Most shared strings.</summary>
    public const int SharedStringsMax = 4_000_000;

    /// <summary>Longest text of a cell, in characters: what a spreadsheet itself allows.</summary>
    public const int TextLengthMax = 32_767;
}
