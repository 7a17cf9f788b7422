using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Log;
using JcmInterop.Storage.Audit;
using JcmInterop.Storage.Deadlines;
using JcmInterop.Storage.Exchange;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.State;

namespace JcmInterop.Storage.Commits;

/// <summary>Collects what one step of a bilateral registry changes, and moves its heads along.</summary>
public sealed class CommitBatchBuilder
{
    private readonly BilateralRegistryId registry;
    private readonly RegistryHeads before;
    private readonly List<JournalRow> journal = [];
    private readonly List<StateChange> state = [];
    private readonly List<ReceivedMessage> received = [];
    private readonly List<OutgoingMessage> outgoing = [];
    private readonly List<DeliveredMessage> delivered = [];
    private readonly List<LogNode> nodes = [];
    private readonly List<TransferMessageLink> links = [];
    private readonly HashSet<TransferMessageLink> linked = [];
    private readonly List<CommandAnswer> answers = [];
    private readonly List<DeadlineChange> deadlines = [];
    private readonly List<AuditEntry> audit = [];

    /// <summary>Starts with nothing collected.</summary>
    /// <param name="registry">Which registry.</param>
    /// <param name="before">Where the writer believes the registry to be.</param>
    public CommitBatchBuilder(BilateralRegistryId registry, RegistryHeads before)
    {
        this.registry = registry;
        this.before = before;
        Heads = before;
    }

    /// <summary>Where the registry is with everything collected so far.</summary>
    public RegistryHeads Heads { get; private set; }

    /// <summary>The journal rows collected so far.</summary>
    public IReadOnlyList<JournalRow> Journal => journal;

    /// <summary>Whether nothing has been collected.</summary>
    public bool IsEmpty =>
        journal.Count + state.Count + received.Count + outgoing.Count + delivered.Count + links.Count + answers.Count + deadlines.Count + audit.Count == 0;

    /// <summary>Appends a fact to the journal.</summary>
    /// <returns>The row it became.</returns>
    public JournalRow Append(JournalEntry entry)
    {
        var (row, head) = Heads.Journal.Append(registry, entry, nodes);
        journal.Add(row);
        Heads = Heads with { Journal = head };
        return row;
    }

    /// <summary>Sets or deletes a state item.</summary>
    public void Change(StateChange change) => state.Add(change);

    /// <summary>Records a message from the partner with the receipt it is answered with, and the journal row that names both.</summary>
    /// <exception cref="InvalidOperationException">It is not the next one of its direction, or the row is not about it.</exception>
    public void Receive(ReceivedMessage message, MessageRow row)
    {
        Agree(row, MessageRowKind.Received, message.Sequence, message.Hash);
        Heads = Heads with { Incoming = Next(Heads.Incoming, new DirectionHead(message.Sequence, message.Hash, message.SentAt), "incoming") };
        received.Add(message with { JournalPosition = Append(JournalEntry.Of(row, message.RecordedAt)).Position });
    }

    /// <summary>Queues a signed message to the partner, with the journal row that names it.</summary>
    /// <exception cref="InvalidOperationException">It is not the next one of its direction, or the row is not about it.</exception>
    public void Send(OutgoingMessage message, MessageRow row)
    {
        Agree(row, MessageRowKind.Sent, message.Sequence, message.Hash);
        Heads = Heads with { Outgoing = Next(Heads.Outgoing, new DirectionHead(message.Sequence, message.Hash, message.SentAt), "outgoing") };
        outgoing.Add(message with { JournalPosition = Append(JournalEntry.Of(row, message.RecordedAt)).Position });
    }

    /// <summary>Keeps the partner's receipt for a sent message, with the journal row that names it.</summary>
    /// <param name="receipt">The signed receipt, byte for byte.</param>
    /// <param name="row">The row; it says which message.</param>
    /// <param name="at">When it is recorded; whole milliseconds.</param>
    /// <exception cref="InvalidOperationException">An earlier message has no receipt yet, this one has, or there is no such message.</exception>
    public void Deliver(ReadOnlyMemory<byte> receipt, MessageRow row, DateTimeOffset at)
    {
        Agree(row, MessageRowKind.ReceiptReceived, row.Sequence, row.Message);
        if (row.Sequence != Heads.Delivered + 1 || row.Sequence > Heads.Outgoing.Sequence)
            throw new InvalidOperationException($"The next receipt is for message {Heads.Delivered + 1} of {Heads.Outgoing.Sequence}, not for {row.Sequence}.");
        Heads = Heads with { Delivered = row.Sequence };
        delivered.Add(new DeliveredMessage(row.Sequence, receipt, at, Append(JournalEntry.Of(row, at)).Position));
    }

    /// <summary>Notes which transfer a message of this batch is about.</summary>
    /// <exception cref="InvalidOperationException">It is noted already.</exception>
    public void Link(TransferMessageLink link)
    {
        if (!linked.Add(link)) throw new InvalidOperationException($"Message {link.Sequence} ({link.Direction}) is linked to transfer {link.TransferId} twice.");
        links.Add(link);
    }

    /// <summary>Keeps the answer given to a client.</summary>
    public void Answer(CommandAnswer answer) => answers.Add(answer);

    /// <summary>Sets or lifts a deadline.</summary>
    public void Change(DeadlineChange change) => deadlines.Add(change);

    /// <summary>Notes the act of a person that led to this step.</summary>
    public void Note(AuditEntry entry) => audit.Add(entry);

    /// <summary>What has been collected.</summary>
    public CommitBatch Build() => new(registry, before, Heads)
    {
        Journal = [.. journal],
        State = [.. state],
        Received = [.. received],
        Outgoing = [.. outgoing],
        Delivered = [.. delivered],
        Nodes = [.. nodes],
        Links = [.. links],
        Answers = [.. answers],
        Deadlines = [.. deadlines],
        Audit = [.. audit],
    };

    private static void Agree(MessageRow row, MessageRowKind kind, long sequence, Digest hash)
    {
        if (row.Kind != kind || row.Sequence != sequence || row.Message != hash)
            throw new InvalidOperationException($"The journal row names message {row.Sequence} as {row.Kind}, not message {sequence} as {kind}.");
    }

    private static DirectionHead Next(DirectionHead head, DirectionHead next, string direction)
    {
        if (next.Sequence != head.Sequence + 1)
            throw new InvalidOperationException($"The next {direction} message is number {head.Sequence + 1}, not {next.Sequence}.");
        return next;
    }
}
