namespace JcmInterop.Storage.Exchange;

/// <summary>The partner's receipt for a message this node sent.</summary>
/// <param name="Sequence">Number of the message in the outgoing direction.</param>
/// <param name="Receipt">The signed receipt, byte for byte.</param>
/// <param name="At">When it was recorded; whole milliseconds.</param>
/// <param name="JournalPosition">The journal row that names it.</param>
public sealed record DeliveredMessage(long Sequence, ReadOnlyMemory<byte> Receipt, DateTimeOffset At, long JournalPosition);
