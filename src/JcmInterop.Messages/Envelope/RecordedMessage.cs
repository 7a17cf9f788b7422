using JcmInterop.Messages.Digests;

namespace JcmInterop.Messages.Envelope;

/// <summary>What this node keeps about a message it received before.</summary>
/// <param name="Id">The sender's id of the message.</param>
/// <param name="Sequence">Its number in the direction.</param>
/// <param name="Hash">SHA-256 over its payload.</param>
public sealed record RecordedMessage(Guid Id, long Sequence, Digest Hash);
