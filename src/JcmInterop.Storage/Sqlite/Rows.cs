using JcmInterop.Domain.Parties;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Exchange;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.State;

namespace JcmInterop.Storage.Sqlite;

/// <summary>Table rows as the reading library fills them in.</summary>
internal abstract class Row
{
    protected static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    protected static DateTimeOffset? At(long? milliseconds) => milliseconds is { } value ? At(value) : null;

    /// <remarks>Written out, because nothing would silently become no bytes in a conditional expression.</remarks>
    protected static ReadOnlyMemory<byte>? Optional(byte[]? bytes)
    {
        if (bytes is null) return null;
        return bytes;
    }
}

internal sealed class HeadRow : Row
{
    public long JournalPosition { get; init; }
    public byte[] JournalHash { get; init; } = [];
    public byte[] MerkleFrontier { get; init; } = [];
    public long OutgoingSequence { get; init; }
    public byte[] OutgoingHash { get; init; } = [];
    public long IncomingSequence { get; init; }
    public byte[] IncomingHash { get; init; } = [];

    public RegistryHeads Value() => new(
        new JournalHead(JournalPosition, new Digest(JournalHash), Journal.MerkleFrontier.Parse(JournalPosition, MerkleFrontier)),
        new DirectionHead(OutgoingSequence, new Digest(OutgoingHash)),
        new DirectionHead(IncomingSequence, new Digest(IncomingHash)));
}

internal sealed class JournalTableRow : Row
{
    public long Position { get; init; }
    public long RecordedAt { get; init; }
    public string Kind { get; init; } = "";
    public byte[] Payload { get; init; } = [];
    public byte[] PreviousHash { get; init; } = [];
    public byte[] Hash { get; init; } = [];

    public JournalRow Value(BilateralRegistryId registry) =>
        new(registry, Position, new JournalEntry(At(RecordedAt), Kind, Payload), new Digest(PreviousHash), new Digest(Hash));
}

internal sealed class InboxRow : Row
{
    public long Sequence { get; init; }
    public byte[] MessageId { get; init; } = [];
    public byte[] Hash { get; init; } = [];
    public byte[] Bytes { get; init; } = [];
    public byte[] Receipt { get; init; } = [];
    public long RecordedAt { get; init; }

    public ReceivedMessage Value() => new(Sequence, new Guid(MessageId, bigEndian: true), new Digest(Hash), Bytes, Receipt, At(RecordedAt));
}

internal sealed class OutboxRow : Row
{
    public string Registry { get; init; } = "";
    public long Sequence { get; init; }
    public byte[] MessageId { get; init; } = [];
    public byte[] Hash { get; init; } = [];
    public byte[] Bytes { get; init; } = [];
    public long RecordedAt { get; init; }
    public long Attempts { get; init; }
    public string? LastError { get; init; }
    public long? NextAttemptAt { get; init; }
    public string? ParkedReason { get; init; }
    public long? DeliveredAt { get; init; }
    public byte[]? Receipt { get; init; }
    public long Undelivered { get; init; }

    public SentMessage Value() => new(
        new OutgoingMessage(Sequence, new Guid(MessageId, bigEndian: true), new Digest(Hash), Bytes, At(RecordedAt)), Delivery());

    public OutboxStatus Status() => new(BilateralRegistryId.Parse(Registry), Undelivered, At(RecordedAt), Delivery());

    private DeliveryState Delivery() =>
        new((int)Attempts, LastError, At(NextAttemptAt), ParkedReason, At(DeliveredAt), Optional(Receipt));
}

internal sealed class TransferMessageRow : Row
{
    public long Direction { get; init; }
    public long Sequence { get; init; }
    public byte[] MessageId { get; init; } = [];
    public byte[] Hash { get; init; } = [];
    public byte[] Bytes { get; init; } = [];
    public byte[]? Receipt { get; init; }
    public long RecordedAt { get; init; }

    public TransferMessage Value() => new(
        (MessageDirection)Direction, Sequence, new Guid(MessageId, bigEndian: true), new Digest(Hash), Bytes,
        Optional(Receipt), At(RecordedAt));
}

internal sealed class UnitBlockRow : Row
{
    public string Registry { get; init; } = "";
    public string Key { get; init; } = "";
    public string Prefix { get; init; } = "";
    public long First { get; init; }
    public long Final { get; init; }
    public string Suffix { get; init; } = "";
    public string Account { get; init; } = "";
    public string Project { get; init; } = "";
    public long Vintage { get; init; }
    public string Status { get; init; } = "";
    public string? ItmoStem { get; init; }
    public long? ItmoFirst { get; init; }
    public byte[] Body { get; init; } = [];

    public UnitBlockEntry Value() => new(
        BilateralRegistryId.Parse(Registry),
        Key,
        new UnitBlockColumns(Prefix, First, Final, Suffix, Account, Project, (int)Vintage, Status, ItmoStem, ItmoFirst),
        Body);
}
