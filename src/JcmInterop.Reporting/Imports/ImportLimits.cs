namespace JcmInterop.Reporting.Imports;

/// <summary>How much one import file may hold; a larger one is refused before it is read further.</summary>
public static class ImportLimits
{
    /// <summary>Largest file, in bytes.</summary>
    public const int FileBytesMax = 8 * 1024 * 1024;

    /// <summary>Most rows below the header.</summary>
    public const int RowsMax = 50_000;

    /// <summary>Longest cell, in characters.</summary>
    public const int CellLengthMax = 2_000;

    /// <summary>Largest quantity or serial number of one cell; sums of two sides stay far from the range of <see cref="long"/>.</summary>
    public const long NumberMax = 999_999_999_999;

    /// <summary>Most faults listed for one file; the last entry says that there are more.</summary>
    public const int FaultsMax = 1_000;
}
