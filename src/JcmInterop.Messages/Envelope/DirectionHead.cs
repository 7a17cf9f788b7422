using System.Runtime.InteropServices;
using JcmInterop.Messages.Digests;

namespace JcmInterop.Messages.Envelope;

/// <summary>How far one direction of messages has come.</summary>
/// <param name="Sequence">Number of the last message; zero while there is none.</param>
/// <param name="Hash">SHA-256 over the payload of the last message; none while there is none.</param>
/// <param name="SentAt">Sending time of the last message; the default while there is none or it is not kept.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DirectionHead(long Sequence, Digest Hash, DateTimeOffset SentAt = default)
{
    /// <summary>The head of a direction without messages.</summary>
    public static DirectionHead None => default;
}
