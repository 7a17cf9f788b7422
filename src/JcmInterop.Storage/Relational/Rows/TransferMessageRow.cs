using JcmInterop.Messages.Digests;
using JcmInterop.Storage.Exchange;
using static JcmInterop.Storage.Relational.Rows.ColumnValues;

namespace JcmInterop.Storage.Relational.Rows;

/// <summary>A row of <c>transfer_message</c> with its message.</summary>
internal sealed class TransferMessageRow
{
    public long Direction { get; init; }
    public long Sequence { get; init; }
    public byte[] MessageId { get; init; } = [];
    public byte[] Hash { get; init; } = [];
    public byte[] Bytes { get; init; } = [];
    public byte[]? Receipt { get; init; }
    public long RecordedAt { get; init; }
    public long? JournalPosition { get; init; }
    public long? ReceiptPosition { get; init; }

    public TransferMessage Value() => new(
        (MessageDirection)Direction, Sequence, new Guid(MessageId, bigEndian: true), new Digest(Hash), Bytes,
        Optional(Receipt), At(RecordedAt), JournalPosition, ReceiptPosition);
}
