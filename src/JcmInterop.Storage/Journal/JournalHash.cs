using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;

namespace JcmInterop.Storage.Journal;

/// <summary>The hash that chains the rows of a journal together.</summary>
/// <remarks>
/// <para>SHA-256 over, without separators and with all numbers big-endian:</para>
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
public static class JournalHash
{
    private const int FixedBytes = 5 + Digest.LengthBytes + 7 + 8 + 8 + 2;

    /// <summary>The hash of a row.</summary>
    /// <param name="previous">Hash of the row before; the default for position 1.</param>
    /// <param name="registry">Whose journal it is.</param>
    /// <param name="position">Place in the journal, counted from 1.</param>
    /// <param name="entry">The fact.</param>
    public static Digest Of(Digest previous, BilateralRegistryId registry, long position, JournalEntry entry)
    {
        Span<byte> head = stackalloc byte[FixedBytes + JournalEntry.KindBytesMax + 4];
        "JCMJ\u0001"u8.CopyTo(head);
        previous.CopyTo(head[5..]);
        Encoding.ASCII.GetBytes(registry.ToString(), head[37..44]);
        BinaryPrimitives.WriteInt64BigEndian(head[44..], position);
        BinaryPrimitives.WriteInt64BigEndian(head[52..], entry.RecordedAt.ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteUInt16BigEndian(head[60..], (ushort)entry.Kind.Length);
        Encoding.ASCII.GetBytes(entry.Kind, head[FixedBytes..]);
        BinaryPrimitives.WriteInt32BigEndian(head[(FixedBytes + entry.Kind.Length)..], entry.Payload.Length);

        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(head[..(FixedBytes + entry.Kind.Length + 4)]);
        sha.AppendData(entry.Payload.Span);
        Span<byte> hash = stackalloc byte[Digest.LengthBytes];
        sha.GetHashAndReset(hash);
        return new Digest(hash);
    }
}
