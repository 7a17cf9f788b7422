using System.Diagnostics;

namespace JcmInterop.Messages.Tests.Fuzzing;

/// <summary>Looks for inputs that reach new branches, and for one that breaks a bound. Runs in the copy of the assemblies that counts branches.</summary>
internal static class FuzzLoop
{
    /// <summary>Fuzzes every target for a share of the time, and keeps what reached something.</summary>
    /// <param name="seconds">How long in all.</param>
    /// <returns>What was found, one sentence and the input each, then the figures.</returns>
    public static (string[] Found, string[] Figures) Run(int seconds)
    {
        Coverage.Start();
        var (found, figures) = (new List<string>(), new List<string>());
        foreach (var target in FuzzTargets.All)
        {
            var until = Stopwatch.GetTimestamp() + (Stopwatch.Frequency * seconds / FuzzTargets.All.Count);
            var coverage = new Coverage();
            List<byte[]> corpus = [];
            foreach (var seed in target.Seeds().Concat(FuzzCorpus.Of(target)).Append([])) Try(target, seed, coverage, corpus, found);
            if (corpus.Count == 0) corpus.Add([]);
            var (mutator, runs, before) = (new Mutator(Environment.TickCount), 0, corpus.Count);
            for (; Stopwatch.GetTimestamp() < until; runs++) Try(target, mutator.Next(corpus), coverage, corpus, found);
            figures.Add($"{target.Name}: {runs} runs, {before} inputs at first and {corpus.Count} at the end");
            FuzzCorpus.Keep(target, Smallest(target, corpus));
        }

        return ([.. found.Distinct()], [.. figures]);
    }

    private static void Try(FuzzTarget target, byte[] input, Coverage coverage, List<byte[]> corpus, List<string> found)
    {
        Coverage.Clear();
        if (target.Violation(input) is { } violation) found.Add($"{violation}{Environment.NewLine}{Convert.ToBase64String(input)}");
        if (coverage.IsNew()) corpus.Add(input);
    }

    /// <summary>Few short inputs that together reach what all of them reach.</summary>
    private static List<byte[]> Smallest(FuzzTarget target, List<byte[]> corpus)
    {
        var coverage = new Coverage();
        List<byte[]> kept = [];
        foreach (var input in corpus.OrderBy(i => i.Length)) Try(target, input, coverage, kept, []);
        return kept;
    }
}
