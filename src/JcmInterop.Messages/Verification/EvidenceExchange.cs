namespace JcmInterop.Messages.Verification;

/// <summary>One message and its receipt, byte for byte as they were sent.</summary>
/// <param name="Message">The signed message.</param>
/// <param name="Receipt">The signed receipt; nothing while it is not there.</param>
public sealed record EvidenceExchange(ReadOnlyMemory<byte> Message, ReadOnlyMemory<byte>? Receipt);
