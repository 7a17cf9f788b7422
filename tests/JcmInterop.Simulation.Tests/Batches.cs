using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Exchange;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.State;

namespace JcmInterop.Simulation.Tests;

/// <summary>Batches with something left out, for planting bugs.</summary>
internal static class Batches
{
    public static bool IsCompletion(JournalRow row) => row.Entry.Kind == "transfer-completed";

    public static CommitBatch With(
        this CommitBatch batch, RegistryHeads after, IReadOnlyList<JournalRow> journal, IReadOnlyList<StateChange> state, IReadOnlyList<OutgoingMessage>? outgoing = null) => new(batch.Registry, batch.Before, after)
    {
        Journal = journal,
        State = state,
        Received = batch.Received,
        Outgoing = outgoing ?? batch.Outgoing,
        Delivered = batch.Delivered,
        Nodes = journal.Count == 0 ? [] : batch.Nodes,
        Links = batch.Links,
        Answers = batch.Answers,
        Deadlines = batch.Deadlines,
        Audit = batch.Audit,
    };
}
