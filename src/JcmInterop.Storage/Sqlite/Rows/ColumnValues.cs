namespace JcmInterop.Storage.Sqlite.Rows;

/// <summary>Values as the columns hold them, turned back.</summary>
internal static class ColumnValues
{
    public static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    public static DateTimeOffset? At(long? milliseconds) => milliseconds is { } value ? At(value) : null;

    /// <remarks>Written out, because nothing would silently become no bytes in a conditional expression.</remarks>
    public static ReadOnlyMemory<byte>? Optional(byte[]? bytes)
    {
        if (bytes is null) return null;
        return bytes;
    }
}
