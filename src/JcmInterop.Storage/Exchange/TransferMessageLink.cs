namespace JcmInterop.Storage.Exchange;

/// <summary>Says that a message is about a transfer.</summary>
/// <param name="TransferId">The transfer.</param>
/// <param name="Direction">Which way the message goes.</param>
/// <param name="Sequence">The message's number in that direction.</param>
public sealed record TransferMessageLink(string TransferId, MessageDirection Direction, long Sequence);
