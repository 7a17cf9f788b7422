using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Journal;
using static JcmInterop.Storage.Relational.Rows.ColumnValues;

namespace JcmInterop.Storage.Relational.Rows;

/// <summary>A row of <c>registry_head</c>.</summary>
internal sealed class HeadRow
{
    public long JournalPosition { get; init; }
    public byte[] JournalHash { get; init; } = [];
    public byte[] MerkleFrontier { get; init; } = [];
    public long OutgoingSequence { get; init; }
    public byte[] OutgoingHash { get; init; } = [];
    public long OutgoingSentAt { get; init; }
    public long IncomingSequence { get; init; }
    public byte[] IncomingHash { get; init; } = [];
    public long IncomingSentAt { get; init; }
    public long DeliveredSequence { get; init; }

    public RegistryHeads Value() => new(
        new JournalHead(JournalPosition, new Digest(JournalHash), Messages.Log.MerkleFrontier.Parse(JournalPosition, MerkleFrontier)),
        new DirectionHead(OutgoingSequence, new Digest(OutgoingHash), At(OutgoingSentAt)),
        new DirectionHead(IncomingSequence, new Digest(IncomingHash), At(IncomingSentAt)),
        DeliveredSequence);
}
