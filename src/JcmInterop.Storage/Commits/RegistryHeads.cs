using JcmInterop.Messages.Envelope;
using JcmInterop.Storage.Journal;

namespace JcmInterop.Storage.Commits;

/// <summary>How far a bilateral registry has come on this node: its journal and both directions of messages.</summary>
/// <param name="Journal">The journal.</param>
/// <param name="Outgoing">Messages this node has sent or will send.</param>
/// <param name="Incoming">Messages the partner has sent and this node has recorded.</param>
/// <param name="Delivered">Number of the last sent message whose receipt of the partner is kept; zero while there is none.</param>
public sealed record RegistryHeads(JournalHead Journal, DirectionHead Outgoing, DirectionHead Incoming, long Delivered = 0)
{
    /// <summary>A registry nothing has happened in.</summary>
    public static RegistryHeads Empty { get; } = new(JournalHead.Empty, default, default);
}
