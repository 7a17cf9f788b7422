using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Storage.Exchange;
using static JcmInterop.Storage.Relational.Rows.ColumnValues;

namespace JcmInterop.Storage.Relational.Rows;

/// <summary>A row of <c>outbox</c>.</summary>
internal sealed class OutboxRow
{
    public string Registry { get; init; } = "";
    public long Sequence { get; init; }
    public byte[] MessageId { get; init; } = [];
    public byte[] Hash { get; init; } = [];
    public long SentAt { get; init; }
    public byte[] Bytes { get; init; } = [];
    public long RecordedAt { get; init; }
    public long Attempts { get; init; }
    public string? LastError { get; init; }
    public long? NextAttemptAt { get; init; }
    public string? ParkedReason { get; init; }
    public long? DeliveredAt { get; init; }
    public byte[]? Receipt { get; init; }
    public long? JournalPosition { get; init; }
    public long? ReceiptPosition { get; init; }
    public long Undelivered { get; init; }

    public SentMessage Value() => new(
        new OutgoingMessage(Sequence, new Guid(MessageId, bigEndian: true), new Digest(Hash), At(SentAt), Bytes, At(RecordedAt), JournalPosition),
        Delivery());

    public OutboxStatus Status() => new(BilateralRegistryId.Parse(Registry), Undelivered, At(RecordedAt), Delivery());

    private DeliveryState Delivery() =>
        new((int)Attempts, LastError, At(NextAttemptAt), ParkedReason, At(DeliveredAt), Optional(Receipt), ReceiptPosition);
}
