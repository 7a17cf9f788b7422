using JcmInterop.Messages.Digests;

namespace JcmInterop.Storage.Exchange;

/// <summary>A signed message to the partner.</summary>
/// <param name="Sequence">Number in the outgoing direction, from 1 without gaps.</param>
/// <param name="MessageId">This node's id of the message; unique in the registry.</param>
/// <param name="Hash">SHA-256 over the signed payload.</param>
/// <param name="SentAt">When it was signed; whole milliseconds.</param>
/// <param name="Bytes">The signed message, byte for byte as it is to be sent.</param>
/// <param name="RecordedAt">When it was recorded; whole milliseconds.</param>
/// <param name="JournalPosition">The journal row that names it; nothing for one recorded before the journal named messages.</param>
public sealed record OutgoingMessage(
    long Sequence,
    Guid MessageId,
    Digest Hash,
    DateTimeOffset SentAt,
    ReadOnlyMemory<byte> Bytes,
    DateTimeOffset RecordedAt,
    long? JournalPosition = null);
