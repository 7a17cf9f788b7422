using System.Collections.Immutable;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Refusals;
using JcmInterop.Domain.Transfers;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Problems;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Signatures;
using JcmInterop.Storage.Audit;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Exchange;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.State;

namespace JcmInterop.Grains.Registries;

/// <summary>One group commit in the making: decides each request in order against the state the ones before it would leave, and collects what all of them write.</summary>
/// <remarks>Nothing here is visible to anybody before the batch is durable; a step that fails is dropped whole.</remarks>
internal sealed partial class RegistryStep(RegistryConfiguration configuration, LedgerSettings settings, IMessageIds ids, RegistryPosition before, DateTimeOffset now)
{
    private readonly CommitBatchBuilder batch = new(configuration.Registry, before.Heads);
    private readonly ImmutableArray<PartnerMessage>.Builder tells = ImmutableArray.CreateBuilder<PartnerMessage>();
    private readonly Dictionary<string, CommandAnswer> answers = new(StringComparer.Ordinal);
    private readonly List<ReceivedMessage> received = [];
    private LedgerState state = before.State;
    private bool isDue;

    /// <summary>The time of every decision of this step.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Whether the batch changes which keys are trusted.</summary>
    public bool IsChangingKeys => !ReferenceEquals(state.Keys, before.State.Keys);

    /// <summary>Whether a genuine message of the partner came: its node is there.</summary>
    public bool IsPartnerThere { get; private set; }

    /// <summary>Whether the batch writes to the outbox.</summary>
    public bool IsSending { get; private set; }

    /// <summary>Where the registry is once the batch is durable.</summary>
    public RegistryPosition After => new(state.WithoutChanges(), batch.Heads, isDue);

    /// <summary>The answer given under a key in this very step.</summary>
    public CommandAnswer? FindAnswer(string key) => answers.GetValueOrDefault(key);

    /// <summary>The message received in this very step under an id or, failing that, under a number.</summary>
    public ReceivedMessage? FindReceived(Guid id, long sequence) =>
        received.Find(m => m.MessageId == id) ?? received.Find(m => m.Sequence == sequence);

    /// <summary>Decides a command of a person, or those of a batch one after another.</summary>
    /// <param name="request">The command as it was asked for.</param>
    /// <param name="commands">The command, or those of the batch in their order.</param>
    /// <param name="bodyHash">SHA-256 over the body of the request.</param>
    /// <param name="held">Why nothing may be sent at present; nothing when it may.</param>
    public CommandReply Execute(CommandRequest request, IReadOnlyList<LedgerCommand> commands, Digest bodyHash, Problem? held)
    {
        var trial = new CommandTrial(settings, state, batch.Heads.Journal.Position, now);
        foreach (var command in commands) trial.Decide(command);
        if (held is not null && trial.IsSending)
        {
            Note(request, trial.Name, $"held back, {held.Number}");
            return CommandReply.Troubled(held);
        }

        var reply = trial.Answer(request.IsBatch);
        Note(request, trial.Name, request.IsDryRun ? $"dry run: {trial.Noted}" : trial.Noted);
        if (request.IsDryRun) return reply;
        foreach (var entry in trial.Events) batch.Append(entry);
        tells.AddRange(trial.Messages);
        state = trial.After;
        var answer = new CommandAnswer(request.IdempotencyKey, bodyHash, reply.Answer, now);
        answers.Add(answer.Key, answer);
        batch.Answer(answer);
        return reply;
    }

    /// <summary>Decides what the deadline of a transfer brings about.</summary>
    /// <returns>Whether the transfer ended.</returns>
    public bool Expire(TransferId transfer)
    {
        if (RegistryLedger.Decide(state, settings, new ExpireTransfer(transfer), now) is not Outcome.Accepted accepted) return false;
        Take(accepted, [.. accepted.Events.Select(e => LedgerRows.Entry(e, now))]);
        batch.Note(new AuditEntry(now, "deadline", "Node", "expire-transfer", transfer.ToString(), "accepted", ""));
        return true;
    }

    /// <summary>Asks the partner for the state of transfers that were accepted and wait, where its node understands the question; and sets the time of the next one.</summary>
    public void AskStatus(IReadOnlyList<TransferId> transfers)
    {
        ImmutableArray<TransferId> waiting = [.. transfers.Where(id => state.Transfers.GetValueOrDefault(id) is { Role: TransferRole.Acquiring, State: TransferState.Accepted })];
        if (!waiting.IsEmpty && RegistryLedger.Decide(state, settings, new AskStatus(waiting, Heads: false), now) is Outcome.Accepted accepted)
        {
            Take(accepted, [.. accepted.Events.Select(e => LedgerRows.Entry(e, now))]);
            batch.Note(new AuditEntry(now, "deadline", "Node", "ask-status", configuration.Registry.ToString(), "accepted", ""));
        }

        foreach (var id in transfers) batch.Change(Deadlines.Again(id, state.Transfers.GetValueOrDefault(id), configuration, now));
    }

    /// <summary>Tells the partner what this node is. A hello that still waits for its delivery is not said twice.</summary>
    /// <param name="oldestWaiting">When the oldest message that waits for its delivery was recorded; nothing where none waits.</param>
    public void Greet(DateTimeOffset? oldestWaiting)
    {
        if (state.Announcements.GetValueOrDefault(settings.Party) is { Hello.AsksAnswer: true } told && oldestWaiting <= told.At) return;
        if (RegistryLedger.Decide(state, settings, new SayHello(), now) is Outcome.Accepted accepted) Take(accepted, [.. accepted.Events.Select(e => LedgerRows.Entry(e, now))]);
    }

    /// <summary>Places a genuine message of the partner, decides it and receipts it.</summary>
    /// <param name="message">The message, verified.</param>
    /// <param name="known">What is recorded under its id or number; nothing where neither is known.</param>
    /// <param name="fault">Why it was not recorded.</param>
    public MessageReply Receive(SignedMessage message, ReceivedMessage? known, out WireFault? fault)
    {
        fault = null;
        IsPartnerThere = true;
        var recorded = known is null ? null : new RecordedMessage(known.MessageId, known.Sequence, known.Hash);
        switch (IncomingMessages.Place(batch.Heads.Incoming, message, recorded))
        {
            case MessagePlacing.Repeated:
                return MessageReply.Receipted(known!.Receipt);
            case MessagePlacing.Refused refused:
                fault = refused.Fault;
                if (fault.IsAlarm) NoteAlarm(message, fault);
                return MessageReply.Faulty(NodeProblems.Of(fault));
            default:
                var receipt = Record(message);
                fault = alarm;
                return MessageReply.Receipted(receipt);
        }
    }

    /// <summary>Signs what is to be told, turns the changes of the state into rows, and closes the batch.</summary>
    /// <returns>The batch; nothing when there is nothing to write.</returns>
    public CommitBatch? Finish()
    {
        foreach (var message in MessageBatching.Coalesce(tells.ToImmutable())) Send(message);
        var changes = state.Changes.ToArray();
        foreach (var row in LedgerRows.Of(changes)) batch.Change(row);
        foreach (var id in changes.Select(c => c.Item).OfType<Transfer>().Where(t => t.Role == TransferRole.Transferring || t.State != TransferState.Proposed).Select(t => t.Offer.Id).Distinct())
            batch.Change(Deadlines.Of(state.Transfers[id], configuration, now));
        isDue = IsCheckpointDue();
        return batch.IsEmpty ? null : batch.Build();
    }

    private void Take(Outcome.Accepted accepted, IReadOnlyList<JournalEntry> events)
    {
        foreach (var entry in events) batch.Append(entry);
        tells.AddRange(accepted.Messages);
        state = accepted.After;
    }

    private ReadOnlyMemory<byte> Record(SignedMessage message)
    {
        var envelope = message.Envelope;
        var refusal = MessageBodies.TryRead(envelope, out var body, out var unreadable) ? Decide(message, body!) : unreadable!.ToRefusal();
        var receipt = ReceiptExchange.Sign(Receipt.For(message, now, refusal), RegistryKeys.Signing(configuration, state, now));
        var row = new ReceivedMessage(envelope.Sequence, envelope.Id, message.Hash, envelope.SentAt, message.Bytes, receipt.Bytes, now);
        batch.Receive(row, MessageRow.Received(message, receipt));
        received.Add(row);
        if (body is not null) Link(body, MessageDirection.Incoming, envelope.Sequence);
        return receipt.Bytes;
    }

    private Refusal? Decide(SignedMessage message, PartnerMessage body)
    {
        var verified = Verify(body, out var unacceptable);
        if (unacceptable is not null) return Refuse(unacceptable);
        if (body is KeyIntroduction or KeyWithdrawal && KeyMessages.Check(message, body, RegistryKeys.Of(configuration, state).Partner, now) is { } unproven)
            return unproven.ToRefusal();
        switch (RegistryLedger.Receive(state, settings, body, now, body is StatusQuery ? Heads() : null, verified))
        {
            case Outcome.Accepted accepted:
                Take(accepted, [.. accepted.Events.Select(e => LedgerRows.Entry(e, now))]);
                return accepted.Objection;
            case Outcome.Refused { Refusal: var refusal }:
                return refusal;
            default:
                throw new LedgerDefectException("A message has neither been accepted nor refused.");
        }
    }

    private void Send(PartnerMessage message)
    {
        var body = MessageBodies.Write(message);
        if (body.Length > OutgoingLimits.BodyBytesMax && MessageSubjects.Halves(message) is var (first, second))
        {
            Send(first);
            Send(second);
            return;
        }

        var signed = OutgoingMessages.Compose(
            configuration.Outgoing, batch.Heads.Outgoing, ids.Next(), now, MessageBodies.TypeOf(message), body, Signing(message));
        batch.Send(new OutgoingMessage(signed.Envelope.Sequence, signed.Envelope.Id, signed.Hash, signed.Envelope.SentAt, signed.Bytes, now), MessageRow.Sent(signed));
        Link(message, MessageDirection.Outgoing, signed.Envelope.Sequence);
        IsSending = true;
    }

    // A new key signs its own introduction too; a key never signs its own withdrawal.
    private IReadOnlyList<SigningKey> Signing(PartnerMessage message) => message switch
    {
        KeyIntroduction { KeyId: var added } => [.. RegistryKeys.Signing(configuration, state, now).Take(Jws.SignaturesMax - 1), RegistryKeys.Private(configuration, added)!],
        KeyWithdrawal { KeyId: var ended } => RegistryKeys.Signing(configuration, state, now, except: ended),
        _ => RegistryKeys.Signing(configuration, state, now),
    };

    private ReportedHeads Heads() => new(Reported(batch.Heads.Outgoing), Reported(batch.Heads.Incoming));

    private static ReportedHead Reported(DirectionHead head) => new(head.Sequence, head.Hash.IsNone ? "" : head.Hash.ToBase64Url());

    private void Link(PartnerMessage message, MessageDirection direction, long sequence)
    {
        // A message that names one transfer twice is refused by rule, but its bytes are evidence of that transfer all the same.
        foreach (var transfer in MessageSubjects.Transfers(message).Distinct()) batch.Link(new TransferMessageLink(transfer.ToString(), direction, sequence));
    }

    private void Note(CommandRequest request, string command, string outcome) =>
        batch.Note(new AuditEntry(now, request.Person, request.Role, command, configuration.Registry.ToString(), outcome, request.RequestId));

    private void NoteAlarm(SignedMessage message, WireFault fault) => batch.Note(new AuditEntry(
        now, message.Envelope.From.Code, "Partner", "message", configuration.Registry.ToString(), $"alarm, rule {fault.Rule}", message.Envelope.Id.ToString()));
}
