using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Refusals;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Json;

namespace JcmInterop.Messages.Receipts;

/// <summary>The signed answer to one message: who received which bytes when, and what became of them.</summary>
/// <param name="MessageId">The sender's id of the message.</param>
/// <param name="MessageHash">SHA-256 over the payload of the message.</param>
/// <param name="From">The receiver of the message, who signs the receipt.</param>
/// <param name="To">The sender of the message.</param>
/// <param name="Registry">The bilateral registry.</param>
/// <param name="Sequence">Number of the message in its direction.</param>
/// <param name="ReceivedAt">When the receiver recorded the message: UTC, whole milliseconds.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Refusal">Why its content was refused; nothing when it was taken over.</param>
public sealed record Receipt(
    Guid MessageId,
    Digest MessageHash,
    PartyCode From,
    PartyCode To,
    BilateralRegistryId Registry,
    long Sequence,
    DateTimeOffset ReceivedAt,
    ReceiptOutcome Outcome,
    Refusal? Refusal = null)
{
    /// <summary>The receipt for a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="receivedAt">When it was recorded; finer parts than a millisecond are cut off.</param>
    /// <param name="refusal">Why its content was refused; nothing when it was taken over.</param>
    public static Receipt For(SignedMessage message, DateTimeOffset receivedAt, Refusal? refusal = null) => new(
        message.Envelope.Id,
        message.Hash,
        message.Envelope.To,
        message.Envelope.From,
        message.Envelope.Registry,
        message.Envelope.Sequence,
        WireInstant.Truncate(receivedAt),
        refusal is null ? ReceiptOutcome.Recorded : ReceiptOutcome.Refused,
        refusal);
}
