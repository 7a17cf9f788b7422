namespace JcmInterop.Simulation.Tests;

/// <summary>Runs seeds, side by side, and tells the first failure as a seed with its shortest history.</summary>
internal static class Simulation
{
    private const int SeedsAtFirst = 4;
    private const int SeedsAtOnce = 256;

    /// <summary>The lowest failing seed, with its shrunk history in words; nothing where all pass.</summary>
    /// <param name="seeds">The seeds.</param>
    /// <param name="world">The world of a seed.</param>
    /// <param name="history">The history of a seed; <see cref="Histories.Of(int)"/> where nothing is said.</param>
    public static string? FirstFailure(IEnumerable<int> seeds, Func<int, World> world, Func<int, List<Step>>? history = null)
    {
        history ??= Histories.Of;
        foreach (var chunk in Growing(seeds))
        {
            var failed = chunk.AsParallel().Where(seed => Outcome(world(seed), history(seed)) is not null).ToList();
            if (failed.Count == 0) continue;
            var seed = failed.Min();
            var shortest = Shrinker.Shrink(history(seed), candidate => Outcome(world(seed), candidate) is not null);
            return $"Seed {seed} fails, {shortest.Count} steps suffice: {Outcome(world(seed), shortest)}{string.Concat(shortest.Select((s, i) => $"{Environment.NewLine}{i,4}  {s}"))}";
        }

        return null;
    }

    /// <summary>Few seeds first, so that a bug that every seed meets is told at once.</summary>
    private static IEnumerable<int[]> Growing(IEnumerable<int> seeds)
    {
        var all = seeds.ToArray();
        for (var (at, size) = (0, SeedsAtFirst); at < all.Length; at += size, size = Math.Min(size * 2, SeedsAtOnce))
            yield return all[at..Math.Min(all.Length, at + size)];
    }

    private static string? Outcome(World world, IReadOnlyList<Step> steps)
    {
        // The link's continuations run where its answers are given: nothing may carry them to another thread.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return world.Run(steps);
        }
        catch (Domain.Ledger.LedgerDefectException defect)
        {
            return $"defect: {defect.Message}";
        }
        catch (Storage.Journal.JournalForkedException fork)
        {
            return $"defect: {fork.Message}";
        }
        catch (InvalidOperationException defect)
        {
            return $"defect: {defect.Message}";
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
