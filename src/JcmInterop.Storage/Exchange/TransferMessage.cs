using JcmInterop.Messages.Digests;

namespace JcmInterop.Storage.Exchange;

/// <summary>One message about a transfer with the receipt that answered it, as evidence.</summary>
/// <param name="Direction">Which way the message goes.</param>
/// <param name="Sequence">Its number in that direction.</param>
/// <param name="MessageId">Its id.</param>
/// <param name="Hash">SHA-256 over the signed payload.</param>
/// <param name="Bytes">The signed message, byte for byte.</param>
/// <param name="Receipt">The receiver's signed receipt, byte for byte; nothing while the partner has not answered.</param>
/// <param name="RecordedAt">When this node recorded the message.</param>
/// <param name="JournalPosition">The journal row that names it; nothing for one recorded before the journal named messages.</param>
/// <param name="ReceiptPosition">The journal row that names its receipt, which for a received message is the same; nothing where there is none.</param>
public sealed record TransferMessage(
    MessageDirection Direction,
    long Sequence,
    Guid MessageId,
    Digest Hash,
    ReadOnlyMemory<byte> Bytes,
    ReadOnlyMemory<byte>? Receipt,
    DateTimeOffset RecordedAt,
    long? JournalPosition,
    long? ReceiptPosition);
