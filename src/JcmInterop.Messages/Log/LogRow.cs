using System.Buffers.Binary;
using System.Text;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;

namespace JcmInterop.Messages.Log;

/// <summary>One row of a journal as it is hashed: the row hash is SHA-256 over these bytes, and the leaf of the Merkle tree stands for that hash.</summary>
/// <remarks>
/// <para>Without separators and with all numbers big-endian:</para>
/// <list type="number">
/// <item>the 5 bytes <c>JCMJ</c> and 1, the version of this layout;</item>
/// <item>the hash of the row before, 32 bytes; zeros for position 1;</item>
/// <item>the bilateral registry, 7 ASCII bytes such as <c>JPN-THA</c>;</item>
/// <item>the position, 8 bytes, counted from 1;</item>
/// <item>the recording time, 8 bytes, milliseconds since 1970-01-01T00:00:00Z;</item>
/// <item>the length of the kind, 2 bytes, then the kind in ASCII;</item>
/// <item>the length of the payload, 4 bytes, then the payload.</item>
/// </list>
/// </remarks>
/// <param name="Previous">Hash of the row before; none for position 1.</param>
/// <param name="Registry">The bilateral registry.</param>
/// <param name="Position">Place in the journal, counted from 1.</param>
/// <param name="RecordedAt">When it was recorded: UTC, whole milliseconds.</param>
/// <param name="Kind">Name of the kind of row, printable ASCII.</param>
/// <param name="Payload">What it says.</param>
public sealed record LogRow(
    Digest Previous, BilateralRegistryId Registry, long Position, DateTimeOffset RecordedAt, string Kind, ReadOnlyMemory<byte> Payload)
{
    /// <summary>Longest kind, in bytes.</summary>
    public const int KindBytesMax = 64;

    /// <summary>Most bytes of a row that a proof carries: one that names a message.</summary>
    public const int ProvenBytesMax = 1024;

    private const int KindAt = 62;

    private static readonly long TimeMax = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>The bytes whose SHA-256 is the hash of the row.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[KindAt + Kind.Length + 4 + Payload.Length];
        "JCMJ\u0001"u8.CopyTo(bytes);
        Previous.CopyTo(bytes.AsSpan(5));
        Encoding.ASCII.GetBytes(Registry.ToString(), bytes.AsSpan(37));
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(44), Position);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(52), RecordedAt.ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(60), (ushort)Kind.Length);
        Encoding.ASCII.GetBytes(Kind, bytes.AsSpan(KindAt));
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(KindAt + Kind.Length), Payload.Length);
        Payload.Span.CopyTo(bytes.AsSpan(KindAt + Kind.Length + 4));
        return bytes;
    }

    /// <summary>Reads the bytes of a row; nothing where they are not in this layout to the last byte.</summary>
    public static LogRow? Read(ReadOnlyMemory<byte> row)
    {
        var bytes = row.Span;
        if (bytes.Length < KindAt + 5 || !bytes.StartsWith("JCMJ\u0001"u8)) return null;
        var kindLength = BinaryPrimitives.ReadUInt16BigEndian(bytes[60..]);
        if (kindLength is 0 or > KindBytesMax || bytes.Length < KindAt + kindLength + 4) return null;
        var kind = bytes.Slice(KindAt, kindLength);
        var payloadAt = KindAt + kindLength + 4;
        var position = BinaryPrimitives.ReadInt64BigEndian(bytes[44..]);
        var time = BinaryPrimitives.ReadInt64BigEndian(bytes[52..]);
        return BinaryPrimitives.ReadInt32BigEndian(bytes[(KindAt + kindLength)..]) == bytes.Length - payloadAt
            && position > 0 && time >= 0 && time <= TimeMax && !kind.ContainsAnyExceptInRange((byte)'!', (byte)'~')
            && BilateralRegistryId.TryParse(Encoding.ASCII.GetString(bytes[37..44]), out var registry)
            ? new LogRow(
                new Digest(bytes[5..37]), registry, position, DateTimeOffset.FromUnixTimeMilliseconds(time), Encoding.ASCII.GetString(kind), row[payloadAt..])
            : null;
    }
}
