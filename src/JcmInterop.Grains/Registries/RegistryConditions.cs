using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using JcmInterop.Domain.Parties;
using JcmInterop.Grains.Problems;
using JcmInterop.Storage.Journal;

namespace JcmInterop.Grains.Registries;

/// <summary>How the registries of this node are doing, readable at any moment without asking their writers.</summary>
public sealed class RegistryConditions : IDisposable
{
    private readonly ConcurrentDictionary<BilateralRegistryId, RegistryCondition> byRegistry = new();
    private readonly Meter meter = new("JcmInterop.Registries");
    private readonly Counter<long> alarms;
    private readonly Counter<long> commits;
    private readonly Counter<long> requests;

    /// <summary>Starts with every registry in good condition.</summary>
    public RegistryConditions()
    {
        alarms = meter.CreateCounter<long>("jcm.alarms", description: "Messages that may mean bad faith, and stopped registries");
        commits = meter.CreateCounter<long>("jcm.commits", description: "Group commits");
        requests = meter.CreateCounter<long>("jcm.requests", description: "Requests made durable by group commits");
    }

    /// <summary>The condition of a registry.</summary>
    public RegistryCondition Of(BilateralRegistryId registry) => byRegistry.GetValueOrDefault(registry, RegistryCondition.Good);

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    internal void Stop(BilateralRegistryId registry, Problem problem)
    {
        alarms.Add(1);
        Change(registry, c => c with { Stopped = problem, Alarms = c.Alarms + 1 });
    }

    internal void Alarm(BilateralRegistryId registry)
    {
        alarms.Add(1);
        Change(registry, c => c with { Alarms = c.Alarms + 1 });
    }

    internal void Hold(BilateralRegistryId registry, Problem? problem) => Change(registry, c => c with { SendingHeld = problem });

    internal void StoreFailed(BilateralRegistryId registry, Problem problem) => Change(registry, c => c with { StoreTrouble = problem });

    internal void Loaded(BilateralRegistryId registry, JournalHead journal) => Change(registry, c => c with { StoreTrouble = null, Journal = journal });

    internal void Committed(BilateralRegistryId registry, int count, JournalHead journal)
    {
        commits.Add(1);
        requests.Add(count);
        Change(registry, c => c with { StoreTrouble = null, Commits = c.Commits + 1, Requests = c.Requests + count, Journal = journal });
    }

    private void Change(BilateralRegistryId registry, Func<RegistryCondition, RegistryCondition> change) =>
        byRegistry.AddOrUpdate(registry, _ => change(RegistryCondition.Good), (_, condition) => change(condition));
}
