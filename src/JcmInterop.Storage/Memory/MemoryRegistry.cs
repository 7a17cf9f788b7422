using System.Collections.Immutable;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Exchange;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.State;

namespace JcmInterop.Storage.Memory;

/// <summary>Everything recorded about one bilateral registry, as one value.</summary>
internal sealed record MemoryRegistry
{
    public static MemoryRegistry Empty { get; } = new();

    public RegistryHeads Heads { get; init; } = RegistryHeads.Empty;

    public ImmutableList<JournalRow> Journal { get; init; } = [];

    public ImmutableDictionary<LogNodeKey, LogNode> Nodes { get; init; } = ImmutableDictionary<LogNodeKey, LogNode>.Empty;

    public ImmutableSortedDictionary<(string Kind, string Key), StateChange> State { get; init; } =
        ImmutableSortedDictionary.Create<(string Kind, string Key), StateChange>(StateOrder.Instance);

    public ImmutableList<ReceivedMessage> Received { get; init; } = [];

    public ImmutableList<SentMessage> Sent { get; init; } = [];

    public ImmutableList<TransferMessageLink> Links { get; init; } = [];

    public ImmutableDictionary<string, CommandAnswer> Answers { get; init; } = ImmutableDictionary.Create<string, CommandAnswer>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, DateTimeOffset> Deadlines { get; init; } =
        ImmutableSortedDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);

    /// <summary>This registry after a batch.</summary>
    /// <exception cref="JournalForkedException">The registry is not where the batch starts from.</exception>
    public MemoryRegistry With(CommitBatch batch)
    {
        if (!StartsHere(batch.Before)) throw new JournalForkedException(batch.Registry, CommitPlace.Heads(batch.Before));
        CheckIds(batch);
        var state = State.ToBuilder();
        foreach (var change in batch.State)
        {
            if (change.Body is null) state.Remove((change.Kind, change.Key));
            else state[(change.Kind, change.Key)] = change;
        }
        var deadlines = Deadlines.ToBuilder();
        foreach (var change in batch.Deadlines)
        {
            if (change.DueAt is { } dueAt) deadlines[change.Id] = dueAt;
            else deadlines.Remove(change.Id);
        }
        return this with
        {
            Heads = batch.After,
            Journal = Journal.AddRange(batch.Journal),
            State = state.ToImmutable(),
            Received = Received.AddRange(batch.Received),
            Nodes = Nodes.AddRange(batch.Nodes.Select(node => KeyValuePair.Create(new LogNodeKey(node.Level, node.Place), node))),
            Sent = Delivered(Sent.AddRange(batch.Outgoing.Select(message => new SentMessage(message, DeliveryState.New))), batch),
            Links = Links.AddRange(batch.Links),
            Answers = Answers.AddRange(batch.Answers.Select(answer => KeyValuePair.Create(answer.Key, answer))),
            Deadlines = deadlines.ToImmutable(),
        };
    }

    private static ImmutableList<SentMessage> Delivered(ImmutableList<SentMessage> sent, CommitBatch batch)
    {
        foreach (var delivered in batch.Delivered)
        {
            var at = (int)delivered.Sequence - 1;
            if (sent[at].Delivery.IsDelivered) throw new JournalForkedException(batch.Registry, CommitPlace.Delivered(delivered));
            var delivery = sent[at].Delivery with
            {
                DeliveredAt = delivered.At, Receipt = delivered.Receipt, ReceiptPosition = delivered.JournalPosition, ParkedReason = null, NextAttemptAt = null,
            };
            sent = sent.SetItem(at, sent[at] with { Delivery = delivery });
        }

        return sent;
    }

    private bool StartsHere(RegistryHeads before) =>
        before.Journal.Position == Heads.Journal.Position && before.Journal.Hash == Heads.Journal.Hash
        && before.Outgoing.Sequence == Heads.Outgoing.Sequence && before.Incoming.Sequence == Heads.Incoming.Sequence;

    private void CheckIds(CommitBatch batch)
    {
        var received = Received.Select(m => m.MessageId).ToHashSet();
        if (batch.Received.FirstOrDefault(m => !received.Add(m.MessageId)) is { } incoming)
            throw new JournalForkedException(batch.Registry, CommitPlace.Received(incoming));
        var sent = Sent.Select(m => m.Message.MessageId).ToHashSet();
        if (batch.Outgoing.FirstOrDefault(m => !sent.Add(m.MessageId)) is { } outgoing)
            throw new JournalForkedException(batch.Registry, CommitPlace.Outgoing(outgoing));
        var answered = Answers.Keys.ToHashSet(StringComparer.Ordinal);
        if (batch.Answers.FirstOrDefault(a => !answered.Add(a.Key)) is { } answer)
            throw new JournalForkedException(batch.Registry, CommitPlace.Answer(answer));
    }

    private sealed class StateOrder : IComparer<(string Kind, string Key)>
    {
        public static StateOrder Instance { get; } = new();

        public int Compare((string Kind, string Key) x, (string Kind, string Key) y)
        {
            var byKind = string.CompareOrdinal(x.Kind, y.Kind);
            return byKind != 0 ? byKind : string.CompareOrdinal(x.Key, y.Key);
        }
    }
}
