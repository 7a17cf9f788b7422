using JcmInterop.Domain.Ledger;
using JcmInterop.Messages.Envelope;

namespace JcmInterop.Simulation.Tests;

/// <summary>What one transaction writes: all of it or nothing.</summary>
internal sealed record Batch(IReadOnlyList<LedgerEvent> Events, LedgerState State, IReadOnlyList<Parcel> Outgoing, IReadOnlyList<(Parcel Parcel, Answer Answer)> Received);

/// <summary>What one side has durably: journal, state rows, outbox, inbox.</summary>
internal class Disk
{
    public List<LedgerEvent> Journal { get; private set; } = [];

    public Dictionary<(Type Type, string Key), LedgerItem> Items { get; private set; } = [];

    public List<Parcel> Outbox { get; private set; } = [];

    public Dictionary<long, (Parcel Parcel, Answer Answer)> Inbox { get; protected set; } = [];

    /// <summary>How many messages of the outbox are known to be recorded by the partner.</summary>
    public int Delivered { get; set; }

    /// <summary>How many of the next commits fail.</summary>
    public int FullFor { get; set; }

    /// <summary>The state the rows mean, kept so that the laws need not be read from rows after every step.</summary>
    public LedgerState Known { get; private set; } = LedgerState.Empty;

    public DirectionHead OutHead => Outbox.Count == 0 ? DirectionHead.None : Outbox[^1].Message.Head;

    public DirectionHead InHead => Inbox.Count == 0 ? DirectionHead.None : Inbox[Inbox.Count].Parcel.Message.Head;

    /// <summary>Writes a batch whole, or nothing of it.</summary>
    /// <returns>Whether it is durable.</returns>
    public virtual bool Commit(Batch batch)
    {
        if (FullFor > 0)
        {
            FullFor--;
            return false;
        }

        Write(batch);
        return true;
    }

    /// <summary>What a node that starts finds. Called once per start.</summary>
    public virtual LedgerState Read() => LedgerState.FromItems(Items.Values);

    public T CopyTo<T>(T copy)
        where T : Disk
    {
        (copy.Journal, copy.Items, copy.Outbox, copy.Inbox, copy.Delivered, copy.Known) = ([.. Journal], new(Items), [.. Outbox], new(Inbox), Delivered, Known);
        return copy;
    }

    protected void Write(Batch batch)
    {
        Journal.AddRange(batch.Events);
        foreach (var change in batch.State.Changes)
        {
            if (change.Item is { } item) Items[(change.ItemType, change.Key)] = item;
            else Items.Remove((change.ItemType, change.Key));
        }

        Outbox.AddRange(batch.Outgoing);
        foreach (var received in batch.Received) Inbox.Add(received.Parcel.Sequence, received);
        Known = batch.State.WithoutChanges();
    }
}
