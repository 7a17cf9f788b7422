namespace JcmInterop.Reporting.Spreadsheets;

/// <summary>Bounds on a workbook read from outside.</summary>
internal static class SpreadsheetLimits
{
    /// <summary>Largest uncompressed part, in bytes: an archive cannot expand without bound. A full sheet of an agreed electronic format has about half of it.</summary>
    public const long PartBytesMax = 1L << 31;

    /// <summary>Part size, in bytes, up to which the compression ratio does not matter.</summary>
    public const long AnyRatioBytesMax = 16L << 20;

    /// <summary>Largest ratio of uncompressed to compressed size of a larger part; sheets with content reach about 40.</summary>
    public const long CompressionRatioMax = 200;

    /// <summary>Most parts in the archive.</summary>
    public const int PartsMax = 1_000;

    /// <summary>Most rows in a sheet.</summary>
    public const int RowsMax = 1_048_576;

    /// <summary>Most rows without content that are passed over in a sheet.</summary>
    public const int EmptyRowsMax = 10_000;

    /// <summary>Most cells in a row.</summary>
    public const int CellsPerRowMax = 1_024;

    /// <summary>Most merged ranges remembered of a sheet.</summary>
    public const int MergesMax = 1_000;

    /// <summary>Most shared strings.</summary>
    public const int SharedStringsMax = 4_000_000;

    /// <summary>Most characters of all shared strings together.</summary>
    public const long SharedTextMax = 1L << 28;

    /// <summary>Longest text of a cell, in characters: what a spreadsheet itself allows.</summary>
    public const int TextLengthMax = 32_767;

    /// <summary>Largest number a spreadsheet keeps without losing digits.</summary>
    public const long ExactNumberMax = 999_999_999_999_999;
}
