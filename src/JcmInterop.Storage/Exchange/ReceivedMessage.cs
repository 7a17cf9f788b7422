using JcmInterop.Messages.Digests;

namespace JcmInterop.Storage.Exchange;

/// <summary>A message of the partner as it arrived, with the receipt this node answered it with.</summary>
/// <param name="Sequence">Number in the incoming direction, from 1 without gaps.</param>
/// <param name="MessageId">The partner's id of the message; unique in the registry.</param>
/// <param name="Hash">SHA-256 over the signed payload.</param>
/// <param name="SentAt">When the partner signed it; whole milliseconds.</param>
/// <param name="Bytes">The signed message, byte for byte as it arrived.</param>
/// <param name="Receipt">This node's signed receipt, byte for byte as it was answered.</param>
/// <param name="RecordedAt">When it was recorded; whole milliseconds.</param>
/// <param name="JournalPosition">The journal row that names it and its receipt; nothing for one recorded before the journal named messages.</param>
public sealed record ReceivedMessage(
    long Sequence,
    Guid MessageId,
    Digest Hash,
    DateTimeOffset SentAt,
    ReadOnlyMemory<byte> Bytes,
    ReadOnlyMemory<byte> Receipt,
    DateTimeOffset RecordedAt,
    long? JournalPosition = null);
