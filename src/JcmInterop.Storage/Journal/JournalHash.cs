using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;

namespace JcmInterop.Storage.Journal;

/// <summary>The hash that chains the rows of a journal together.</summary>
/// <remarks>The layout is that of <see cref="Messages.Log.LogRow"/>; here it is hashed without being put together, because payloads can be large.</remarks>
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
