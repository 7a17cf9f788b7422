using JcmInterop.Messages.Log;

namespace JcmInterop.Storage.Journal;

/// <summary>One fact to be written to the journal of a bilateral registry, before it has a place in the chain.</summary>
public sealed record JournalEntry
{
    /// <summary>Longest kind, in UTF-8 bytes.</summary>
    public const int KindBytesMax = LogRow.KindBytesMax;

    /// <summary>Largest payload, in bytes.</summary>
    public const int PayloadBytesMax = 8 * 1024 * 1024;

    /// <summary>Creates an entry.</summary>
    /// <param name="recordedAt">When this node records the fact; kept in UTC with millisecond precision, finer parts are cut off.</param>
    /// <param name="kind">Name of the kind of fact, for example <c>units-issued</c>; printable ASCII.</param>
    /// <param name="payload">The fact, byte for byte as it is to be kept.</param>
    /// <exception cref="ArgumentException">The kind is empty, too long or not printable ASCII, or the payload is too large.</exception>
    public JournalEntry(DateTimeOffset recordedAt, string kind, ReadOnlyMemory<byte> payload)
    {
        if (kind.Length is 0 or > KindBytesMax || !kind.All(c => c is > ' ' and <= '~'))
            throw new ArgumentException($"The kind of a journal entry is 1 to {KindBytesMax} printable ASCII characters.", nameof(kind));
        if (payload.Length > PayloadBytesMax)
            throw new ArgumentException($"A journal entry has at most {PayloadBytesMax} bytes, not {payload.Length}.", nameof(payload));
        RecordedAt = DateTimeOffset.FromUnixTimeMilliseconds(recordedAt.ToUnixTimeMilliseconds());
        Kind = kind;
        Payload = payload;
    }

    /// <summary>The entry that names a message or its receipt.</summary>
    public static JournalEntry Of(MessageRow row, DateTimeOffset recordedAt) => new(recordedAt, row.KindText, row.Write());

    /// <summary>When this node recorded the fact: UTC, whole milliseconds.</summary>
    public DateTimeOffset RecordedAt { get; }

    /// <summary>Name of the kind of fact.</summary>
    public string Kind { get; }

    /// <summary>The fact, byte for byte.</summary>
    public ReadOnlyMemory<byte> Payload { get; }
}
