using JcmInterop.Domain.Parties;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Problems;
using JcmInterop.Grains.Registries;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Troubles;

namespace JcmInterop.Server.Hosting;

/// <summary>Whether commits of this node can finish: looked at when somebody asks, at most once in <see cref="LookEvery"/> however many ask.</summary>
/// <param name="store">Where commits go.</param>
/// <param name="registries">The registries of the node.</param>
/// <param name="conditions">How they are doing on this silo.</param>
/// <param name="time">The clock.</param>
internal sealed class StoreLook(IStoreProof store, NodeRegistries registries, RegistryConditions conditions, TimeProvider time)
{
    /// <summary>How long an answer is given again.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>How long a write of no consequence may take; whoever asks must be answered before the patience of a load balancer ends.</summary>
    public static readonly TimeSpan KeepsWithin = TimeSpan.FromSeconds(1);

    private readonly Lock asking = new();
    private readonly Dictionary<BilateralRegistryId, Problem> told = [];
    private Task<string?> look = Task.FromResult<string?>(null);
    private long? lookedAt;
    private long commits;

    /// <summary>Why commits do not finish, in English and Japanese and without any address; nothing while they do.</summary>
    public Task<string?> TroubleAsync()
    {
        lock (asking)
        {
            if (!look.IsCompleted || (lookedAt is { } at && time.GetElapsedTime(at) < LookEvery)) return look;
            return look = LookAsync();
        }
    }

    private async Task<string?> LookAsync()
    {
        try
        {
            // A commit that was kept since the last look proves as much.
            if (NewTrouble() is { } problem) return Said(problem);
            if (HasCommitted()) return null;
            await store.ProveAsync(KeepsWithin, time);
            return null;
        }
        catch (StoreUnavailableException trouble)
        {
            return $"{trouble.Trouble.English}. / {trouble.Trouble.Japanese}";
        }
        finally
        {
            lock (asking) lookedAt = time.GetTimestamp();
        }
    }

    // A commit that failed is told of once, because the registry may live on another silo since; after that, the store itself is asked.
    private Problem? NewTrouble()
    {
        Problem? found = null;
        foreach (var registry in registries.All.Select(r => r.Registry))
        {
            if (conditions.Of(registry).StoreTrouble is not { } trouble || ReferenceEquals(told.GetValueOrDefault(registry), trouble)) continue;
            found ??= trouble;
            told[registry] = trouble;
        }

        return found;
    }

    private bool HasCommitted()
    {
        var before = commits;
        commits = registries.All.Sum(r => conditions.Of(r.Registry).Commits);
        return commits > before;
    }

    // Where the store is, is nobody's business who may ask this.
    private static string Said(Problem problem) =>
        $"{problem.English.Split($" ({problem.Place})", 2)[0]}. / {problem.Japanese.Split('。', 2)[0]}。";
}
