namespace JcmInterop.Reporting.Records;

/// <summary>How much of another system's records is read at once; more is refused with a clear fault.</summary>
public static class RecordLimits
{
    /// <summary>Most files in one run.</summary>
    public const int FilesMax = 64;

    /// <summary>Largest file, in bytes.</summary>
    public const int FileBytesMax = 128 << 20;

    /// <summary>Most rows below the header of one file.</summary>
    public const int RowsMax = 1_000_000;

    /// <summary>Most columns of a file.</summary>
    public const int ColumnsMax = 200;

    /// <summary>First day an event may have.</summary>
    public static readonly DateOnly FirstDay = new(1990, 1, 1);

    /// <summary>Last day an event may have.</summary>
    public static readonly DateOnly LastDay = new(2100, 12, 31);
}
