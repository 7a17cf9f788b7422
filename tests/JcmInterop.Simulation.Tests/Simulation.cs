namespace JcmInterop.Simulation.Tests;

/// <summary>Runs seeds and tells the first failure as a seed with its shortest history.</summary>
internal static class Simulation
{
    /// <summary>The first failing seed, with its shrunk history in words; nothing where all pass.</summary>
    public static string? FirstFailure(IEnumerable<int> seeds, Func<World> world)
    {
        foreach (var seed in seeds)
        {
            var steps = Histories.Of(seed);
            if (Outcome(world, steps) is null) continue;
            var shortest = Shrinker.Shrink(steps, candidate => Outcome(world, candidate) is not null);
            return $"Seed {seed} fails, {shortest.Count} steps suffice: {Outcome(world, shortest)}{string.Concat(shortest.Select((s, i) => $"{Environment.NewLine}{i,4}  {s}"))}";
        }

        return null;
    }

    private static string? Outcome(Func<World> world, IReadOnlyList<Step> steps)
    {
        try
        {
            return world().Run(steps);
        }
        catch (Domain.Ledger.LedgerDefectException defect)
        {
            return $"defect: {defect.Message}";
        }
    }
}
