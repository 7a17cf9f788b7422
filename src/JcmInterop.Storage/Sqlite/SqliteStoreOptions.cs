namespace JcmInterop.Storage.Sqlite;

/// <summary>Where the store of an embedded node is, and its limits.</summary>
/// <param name="Path">The file; created at first start, in a directory that exists.</param>
public sealed record SqliteStoreOptions(string Path)
{
    /// <summary>Files up to this size are examined for damage whenever they are opened; larger ones on demand only, because it takes a minute per gigabyte or so.</summary>
    public const long CheckedAtOpenBytesMax = 64L * 1024 * 1024;

    /// <summary>Size of a database page.</summary>
    public const int PageBytes = 4096;

    /// <summary>How long a step waits for another connection of this node to finish writing.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Largest size the file may grow to; nothing means as large as the disk. At the limit the store answers as if the disk were full.</summary>
    public long? FileBytesMax { get; init; }
}
