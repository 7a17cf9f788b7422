using JcmInterop.Messages.Digests;
using JcmInterop.Storage.Exchange;
using static JcmInterop.Storage.Relational.Rows.ColumnValues;

namespace JcmInterop.Storage.Relational.Rows;

/// <summary>A row of <c>inbox</c>.</summary>
internal sealed class InboxRow
{
    public long Sequence { get; init; }
    public byte[] MessageId { get; init; } = [];
    public byte[] Hash { get; init; } = [];
    public long SentAt { get; init; }
    public byte[] Bytes { get; init; } = [];
    public byte[] Receipt { get; init; } = [];
    public long RecordedAt { get; init; }
    public long? JournalPosition { get; init; }

    public ReceivedMessage Value() =>
        new(Sequence, new Guid(MessageId, bigEndian: true), new Digest(Hash), At(SentAt), Bytes, Receipt, At(RecordedAt), JournalPosition);
}
