using System.Collections.Immutable;
using JcmInterop.Domain.Ledger;
using JcmInterop.Messages.Envelope;

namespace JcmInterop.Simulation.Tests;

/// <summary>Where a node stops.</summary>
internal enum CrashPoint
{
    None,
    BeforeCommit,
    AfterCommitBeforeAnswer,
    AfterReceiptBeforeMark,
}

/// <summary>One side: the real ledger in memory over a <see cref="Disk"/>, with group commit, inbox and outbox.</summary>
internal class Node
{
    private readonly Wire wire;
    private readonly MessageRoute outward;
    private readonly List<Pending> pending = [];
    private DirectionHead inHead;

    public Node(LedgerSettings settings, Wire wire, Disk disk)
    {
        (Settings, this.wire, Disk) = (settings, wire, disk);
        outward = new MessageRoute(settings.Registry, settings.Party);
        (State, inHead) = (disk.Read(), disk.InHead);
    }

    public LedgerSettings Settings { get; }

    public Disk Disk { get; }

    /// <summary>What it holds in memory, durable or not.</summary>
    public LedgerState State { get; private set; }

    public bool IsUp { get; private set; } = true;

    public CrashPoint CrashAt { get; set; }

    public TimeSpan ClockOffset { get; set; }

    /// <summary>What must never happen between two honest sides.</summary>
    public List<string> Alarms { get; } = [];

    public bool IsJapan => Settings.Party == Domain.Parties.PartyCode.Japan;

    public void Ask(LedgerCommand command, DateTimeOffset now)
    {
        if (IsUp && RegistryLedger.Decide(State, Settings, command, now) is Outcome.Accepted accepted) Keep(accepted, null, now);
    }

    public void Receive(Parcel parcel, DateTimeOffset now, Network network)
    {
        if (!IsUp) return;
        if (Disk.Inbox.TryGetValue(parcel.Sequence, out var recorded))
        {
            if (recorded.Parcel.Hash == parcel.Hash) network.Send(!IsJapan, recorded.Answer);
            else Alarms.Add($"Message {parcel.Sequence} came again with other content.");
            return;
        }

        if (pending.Exists(p => p.Received?.Parcel.Sequence == parcel.Sequence) || wire.Open(parcel, outward.Reverse(), now) is not { } body) return;
        switch (IncomingMessages.Place(inHead, parcel.Message, recorded: null))
        {
            case MessagePlacing.Next:
                Take(parcel, body, now);
                break;
            case MessagePlacing.Refused { Fault.ExpectedSequence: null } refused:
                Alarms.Add(refused.Fault.English);
                break;
        }
    }

    /// <summary>Makes everything decided durable; only then answers and tells.</summary>
    public void Commit(DateTimeOffset now, Network network)
    {
        if (!IsUp || pending.Count == 0 || CrashedAt(CrashPoint.BeforeCommit)) return;
        var head = Disk.OutHead;
        var outgoing = new List<Parcel>();
        foreach (var message in MessageBatching.Coalesce([.. pending.SelectMany(p => p.Messages)]))
        {
            outgoing.Add(wire.Pack(outward, head, now, message));
            head = outgoing[^1].Message.Head;
        }

        List<(Parcel, Answer Answer)> received = [.. pending.Select(p => p.Received).OfType<(Parcel, Answer)>()];
        if (!Disk.Commit(new Batch([.. pending.SelectMany(p => p.Events)], State, outgoing, received)))
        {
            Forget();
            return;
        }

        State = State.WithoutChanges();
        pending.Clear();
        if (CrashedAt(CrashPoint.AfterCommitBeforeAnswer)) return;
        foreach (var (_, answer) in received) network.Send(!IsJapan, answer);
    }

    public void Send(int count, Network network)
    {
        if (!IsUp) return;
        foreach (var parcel in Disk.Outbox.Skip(Disk.Delivered).Take(count)) network.Send(!IsJapan, parcel);
    }

    public void Answered(Answer answer, DateTimeOffset now)
    {
        if (!IsUp || answer.Sequence != Disk.Delivered + 1) return;
        if (answer.Sequence > Disk.Outbox.Count || !wire.IsFor(answer, Disk.Outbox[Disk.Delivered], now))
            Alarms.Add($"A receipt for message {answer.Sequence} is not for the message that was sent.");
        else if (!CrashedAt(CrashPoint.AfterReceiptBeforeMark)) Disk.Delivered++;
    }

    public void Crash()
    {
        IsUp = false;
        CrashAt = CrashPoint.None;
        Forget();
    }

    public virtual void Restart() => IsUp = true;

    /// <summary>What becomes of an accepted decision; a planted bug changes it.</summary>
    protected virtual Outcome.Accepted Kept(Outcome.Accepted accepted, LedgerState before) => accepted;

    /// <summary>Goes back to what is durable.</summary>
    protected void Forget()
    {
        pending.Clear();
        (State, inHead) = (Disk.Read(), Disk.InHead);
    }

    private void Take(Parcel parcel, PartnerMessage body, DateTimeOffset now)
    {
        inHead = parcel.Message.Head;
        switch (RegistryLedger.Receive(State, Settings, body, now))
        {
            case Outcome.Accepted accepted:
                if (accepted.Objection is { } objection) Alarms.Add($"An honest {body.GetType().Name} met a fault: {objection.English}");
                Keep(accepted, parcel, now);
                break;
            case Outcome.Refused refused:
                Alarms.Add($"An honest {body.GetType().Name} was refused: {refused.Refusal.English}");
                pending.Add(new Pending([], [], (parcel, wire.Receipt(parcel, now))));
                break;
        }
    }

    private void Keep(Outcome.Accepted accepted, Parcel? received, DateTimeOffset now)
    {
        var kept = Kept(accepted, State);
        State = kept.After;
        pending.Add(new Pending(kept.Events, kept.Messages, received is null ? null : (received, wire.Receipt(received, now))));
    }

    private bool CrashedAt(CrashPoint point)
    {
        if (CrashAt != point) return false;
        Crash();
        return true;
    }

    private sealed record Pending(ImmutableArray<LedgerEvent> Events, ImmutableArray<PartnerMessage> Messages, (Parcel Parcel, Answer Answer)? Received);
}
