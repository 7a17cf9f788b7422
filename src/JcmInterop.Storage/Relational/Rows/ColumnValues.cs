using System.Runtime.InteropServices;

namespace JcmInterop.Storage.Relational.Rows;

/// <summary>Values as the columns hold them, and turned back.</summary>
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

    /// <summary>The bytes as an array, without a copy where they already are one.</summary>
    public static byte[] Bytes(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment) && segment.Array is { } array && segment.Offset == 0 && segment.Count == array.Length
            ? array
            : bytes.ToArray();

    public static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    public static long Instant(DateTimeOffset at) => at.ToUnixTimeMilliseconds();
}
