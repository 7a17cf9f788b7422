using JcmInterop.Domain.Parties;
using JcmInterop.Storage.Audit;
using JcmInterop.Storage.Deadlines;
using JcmInterop.Storage.Exchange;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.State;

namespace JcmInterop.Storage.Commits;

/// <summary>Everything one step of a bilateral registry changes; kept as a whole or not at all.</summary>
/// <remarks>Made with a <see cref="CommitBatchBuilder"/>, which keeps rows, heads and frontier in agreement.</remarks>
public sealed class CommitBatch
{
    internal CommitBatch(BilateralRegistryId registry, RegistryHeads before, RegistryHeads after)
    {
        Registry = registry;
        Before = before;
        After = after;
    }

    /// <summary>Which registry.</summary>
    public BilateralRegistryId Registry { get; }

    /// <summary>Where the writer believes the registry to be; the commit is refused if it is elsewhere.</summary>
    public RegistryHeads Before { get; }

    /// <summary>Where the registry is after the commit.</summary>
    public RegistryHeads After { get; }

    /// <summary>New journal rows, in order.</summary>
    public required IReadOnlyList<JournalRow> Journal { get; init; }

    /// <summary>New values and deletions of state items; the last change to an item wins.</summary>
    public required IReadOnlyList<StateChange> State { get; init; }

    /// <summary>Messages received from the partner, each with the receipt it is answered with.</summary>
    public required IReadOnlyList<ReceivedMessage> Received { get; init; }

    /// <summary>Messages to the partner, already signed.</summary>
    public required IReadOnlyList<OutgoingMessage> Outgoing { get; init; }

    /// <summary>Receipts of the partner for messages sent before, or in this very batch, in order.</summary>
    public required IReadOnlyList<DeliveredMessage> Delivered { get; init; }

    /// <summary>Nodes of the Merkle tree over the journal that the new rows complete.</summary>
    public required IReadOnlyList<LogNode> Nodes { get; init; }

    /// <summary>Which transfers the new messages are about, each named once for a message.</summary>
    public required IReadOnlyList<TransferMessageLink> Links { get; init; }

    /// <summary>Answers given to clients.</summary>
    public required IReadOnlyList<CommandAnswer> Answers { get; init; }

    /// <summary>Deadlines set and lifted.</summary>
    public required IReadOnlyList<DeadlineChange> Deadlines { get; init; }

    /// <summary>Acts of persons that led to this step.</summary>
    public required IReadOnlyList<AuditEntry> Audit { get; init; }
}
