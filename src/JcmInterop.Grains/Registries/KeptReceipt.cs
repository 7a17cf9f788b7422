using JcmInterop.Messages.Receipts;

namespace JcmInterop.Grains.Registries;

/// <summary>A verified receipt of the partner for a message of this side, to be kept.</summary>
/// <param name="Sequence">Number of the message.</param>
/// <param name="Bytes">The signed receipt, byte for byte.</param>
/// <param name="IsRefused">Whether the partner refused the content of the message.</param>
/// <param name="MessageHash">Hash of the message, 32 bytes; nothing from a silo of an earlier version, which leaves it to be read.</param>
[GenerateSerializer]
[Immutable]
public sealed record KeptReceipt([property: Id(0)] long Sequence, [property: Id(1)] byte[] Bytes, [property: Id(2)] bool IsRefused, [property: Id(3)] byte[]? MessageHash = null)
{
    internal ReceiptOutcome Outcome => IsRefused ? ReceiptOutcome.Refused : ReceiptOutcome.Recorded;
}
