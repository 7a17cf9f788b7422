using JcmInterop.Domain.Ledger;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Problems;
using JcmInterop.Storage;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Journal;

namespace JcmInterop.Grains.Registries;

/// <summary>Decides a group of requests as one step and has it written.</summary>
/// <remarks>Whether a request was taken before is first left to the store, which keeps one answer under a key and one message under an id: nearly every request is
/// new. Only a step that the store does not take, or in which a request is not simply taken, looks it up and is decided again, from the same position.</remarks>
internal sealed class GroupStep(RegistryConfiguration configuration, IRegistryStore store, IMessageIds ids)
{
    private readonly LedgerSettings settings = configuration.LedgerSettings;

    /// <summary>Whether another writer has written to the journal beyond where this one stands.</summary>
    public async Task<bool> IsLeftBehindAsync(RegistryHeads heads) =>
        (await store.HeadsAsync(configuration.Registry)).Journal.Position > heads.Journal.Position;

    /// <summary>Decides the group and writes the step, unless there is nothing to write.</summary>
    /// <param name="group">The requests, in the order of their arrival.</param>
    /// <param name="position">Where the registry stands.</param>
    /// <param name="now">The time of every decision.</param>
    /// <param name="held">Why nothing may be sent at present; nothing when it may.</param>
    /// <param name="write">Makes the batch of a step durable.</param>
    /// <returns>The step that was written.</returns>
    /// <exception cref="JournalForkedException">Another writer has moved the registry on.</exception>
    public async Task<RegistryStep> RunAsync(
        IReadOnlyList<RegistryWork> group, RegistryPosition position, DateTimeOffset now, Problem? held, Func<RegistryStep, CommitBatch, Task> write)
    {
        foreach (var work in group) await work.PrepareAsync(store, configuration.Registry);
        // The link sends what the store has, so a message that is unknown here was written by somebody else.
        if (group.OfType<ReceiptWork>().FirstOrDefault(work => work.LastSequence > position.Heads.Outgoing.Sequence) is { LastSequence: var sent })
            throw new JournalForkedException(configuration.Registry, $"there is a receipt for message {sent}, and {position.Heads.Outgoing.Sequence} were sent from here");
        var step = Decide();
        if (group.Any(work => work.IsDoubtful)) return await LookUpAndWriteAsync();
        try
        {
            await WriteAsync(step);
            return step;
        }
        catch (JournalForkedException)
        {
            return await LookUpAndWriteAsync();
        }

        RegistryStep Decide()
        {
            var made = new RegistryStep(configuration, settings, ids, position, now);
            foreach (var work in group) work.Decide(made, held);
            return made;
        }

        async Task<RegistryStep> LookUpAndWriteAsync()
        {
            // A writer that another one has left behind would refuse what it does not understand.
            if (await IsLeftBehindAsync(position.Heads)) throw new JournalForkedException(configuration.Registry, $"the journal goes on after {position.Heads.Journal.Position}");
            await Task.WhenAll(group.Select(work => work.LookUpAsync(store, configuration.Registry)));
            var again = Decide();
            await WriteAsync(again);
            return again;
        }

        async Task WriteAsync(RegistryStep made)
        {
            if (made.Finish() is { } batch) await write(made, batch);
        }
    }
}
