using System.Collections.Immutable;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Storage.Audit;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Deadlines;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.State;

namespace JcmInterop.Storage.Memory;

/// <summary>A store that forgets everything when the process ends: for simulations, and as the yardstick the durable stores are measured by.</summary>
/// <remarks>Each registry is one immutable value, so a commit is kept as a whole or not at all, and a reader sees one instant.</remarks>
public sealed partial class MemoryRegistryStore : IRegistryStore
{
    private readonly Lock gate = new();
    private ImmutableSortedDictionary<BilateralRegistryId, MemoryRegistry> registries =
        ImmutableSortedDictionary<BilateralRegistryId, MemoryRegistry>.Empty;
    private ImmutableList<RecordedAct> acts = [];

    /// <summary>A store that holds the same now and goes its own way from here, like a copy of a disk.</summary>
    public MemoryRegistryStore Copy()
    {
        lock (gate) return new MemoryRegistryStore { registries = registries, acts = acts };
    }

    /// <inheritdoc/>
    public Task<RegistryImage> LoadAsync(BilateralRegistryId registry, CancellationToken cancellation = default)
    {
        var known = Known(registry);
        return Task.FromResult(new RegistryImage(known.Heads, [.. known.State.Values.Select(c => new StateItem(c.Kind, c.Key, c.Body!.Value))]));
    }

    /// <inheritdoc/>
    public Task<LoadedRegistry> LoadStateAsync(BilateralRegistryId registry, CancellationToken cancellation = default)
    {
        var known = Known(registry);
        var loading = new StateLoading();
        foreach (var change in known.State.Values) loading.Add(change.Body!.Value.Span);
        return Task.FromResult(new LoadedRegistry(known.Heads, loading.Build(), loading.Items));
    }

    /// <inheritdoc/>
    public Task<RegistryHeads> HeadsAsync(BilateralRegistryId registry, CancellationToken cancellation = default) => Task.FromResult(Known(registry).Heads);

    /// <inheritdoc/>
    public Task SettleAsync(BilateralRegistryId registry) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task ProveAsync(TimeSpan within, TimeProvider time) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task CommitAsync(CommitBatch batch)
    {
        lock (gate)
        {
            try
            {
                registries = registries.SetItem(batch.Registry, Known(batch.Registry).With(batch));
            }
            catch (JournalForkedException fork)
            {
                return Task.FromException(fork);
            }
            foreach (var entry in batch.Audit) acts = acts.Add(new RecordedAct(acts.Count + 1, entry));
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<CommandAnswer?> FindAnswerAsync(BilateralRegistryId registry, string key, CancellationToken cancellation = default) =>
        Task.FromResult(Known(registry).Answers.GetValueOrDefault(key));

    /// <inheritdoc/>
    public Task<IReadOnlyList<JournalRow>> ReadJournalAsync(
        BilateralRegistryId registry, long afterPosition, int rowsMax, CancellationToken cancellation = default)
    {
        PageSize.Check(rowsMax, IJournalReader.PageRowsMax);
        return Page(Known(registry).Journal.Where(row => row.Position > afterPosition).Take(rowsMax));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Digest>> ReadRowHashesAsync(
        BilateralRegistryId registry, long afterPosition, int rowsMax, CancellationToken cancellation = default)
    {
        PageSize.Check(rowsMax, IJournalReader.PageRowsMax);
        return Page(Known(registry).Journal.Where(row => row.Position > afterPosition).Take(rowsMax).Select(row => row.Hash));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<LogNode>> ReadLogNodesAsync(
        BilateralRegistryId registry, IReadOnlyCollection<LogNodeKey> keys, CancellationToken cancellation = default)
    {
        PageSize.CheckAtMost(keys.Count, IJournalReader.NodesMax);
        var nodes = Known(registry).Nodes;
        return Page(keys.Where(nodes.ContainsKey).Select(key => nodes[key]));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<BilateralRegistryId>> RegistriesAsync(CancellationToken cancellation = default) =>
        Page(registries.Keys.OrderBy(id => id.ToString(), StringComparer.Ordinal));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Deadline>> DueAsync(DateTimeOffset now, int deadlinesMax, CancellationToken cancellation = default)
    {
        PageSize.Check(deadlinesMax, IDeadlineStore.PageDeadlinesMax);
        return Page(AllDeadlines().Where(d => d.DueAt <= now).Take(deadlinesMax));
    }

    /// <inheritdoc/>
    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation = default) => Task.FromResult(AllDeadlines().FirstOrDefault()?.DueAt);

    /// <inheritdoc/>
    public Task RecordAsync(AuditEntry entry)
    {
        lock (gate) acts = acts.Add(new RecordedAct(acts.Count + 1, entry));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<RecordedAct>> ReadActsAsync(long? beforeNumber, int actsMax, CancellationToken cancellation = default)
    {
        PageSize.Check(actsMax, IAuditTrail.PageActsMax);
        return Page(acts.Where(a => a.Number < (beforeNumber ?? long.MaxValue)).Reverse().Take(actsMax));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Task<IReadOnlyList<T>> Page<T>(IEnumerable<T> entries) => Task.FromResult<IReadOnlyList<T>>([.. entries]);

    private MemoryRegistry Known(BilateralRegistryId registry) => registries.GetValueOrDefault(registry, MemoryRegistry.Empty);

    private IEnumerable<Deadline> AllDeadlines() =>
        from registry in registries
        from deadline in registry.Value.Deadlines
        orderby deadline.Value, registry.Key.ToString(), deadline.Key
        select new Deadline(registry.Key, deadline.Key, deadline.Value);
}
