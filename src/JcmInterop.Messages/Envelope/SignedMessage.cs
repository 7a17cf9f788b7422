using JcmInterop.Messages.Digests;

namespace JcmInterop.Messages.Envelope;

/// <summary>A message as it is sent and kept: the signed bytes, and what they say.</summary>
/// <param name="Bytes">The signed message, byte for byte.</param>
/// <param name="Envelope">What the payload says.</param>
/// <param name="Hash">SHA-256 over the payload; receipts and the next message name it.</param>
/// <param name="KeyId">RFC 7638 thumbprint of the key that signed.</param>
public sealed record SignedMessage(ReadOnlyMemory<byte> Bytes, PartnerEnvelope Envelope, Digest Hash, string KeyId)
{
    /// <summary>The head of its direction once this message is recorded.</summary>
    public DirectionHead Head => new(Envelope.Sequence, Hash, Envelope.SentAt);
}
