namespace JcmInterop.Messages.Receipts;

/// <summary>A receipt as it is answered and kept: the signed bytes, and what they say.</summary>
/// <param name="Bytes">The signed receipt, byte for byte.</param>
/// <param name="Receipt">What the payload says.</param>
/// <param name="KeyId">RFC 7638 thumbprint of the key that signed.</param>
public sealed record SignedReceipt(ReadOnlyMemory<byte> Bytes, Receipt Receipt, string KeyId);
