using System.Diagnostics;

namespace JcmInterop.EndToEnd.Tests;

public sealed class KilledNodeTests
{
    private const int KillsPerRun = 10;
    private const int FirstStep = 1;

    // After this step the nodes are stopped on purpose.
    private const int FinalStep = 14;

    // From here on a kill comes at once, so that none falls into that stop.
    private const int FinalStepsAtOnce = 12;

    private static readonly TimeSpan IntoTheNextSteps = TimeSpan.FromMilliseconds(400);

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task Nodes_killed_at_any_moment_change_no_figure(int seed)
    {
        var random = new Random(seed);
        var moments = Enumerable.Range(FirstStep, FinalStep - FirstStep + 1).OrderBy(_ => random.Next()).Take(KillsPerRun).ToHashSet();
        await using var run = new DemoRun(seed);
        var killed = new HashSet<int>();
        while (await run.Process.NextLineAsync() is { } line)
        {
            if (StepOf(line) is not { } step || !moments.Contains(step)) continue;
            if (step < FinalStepsAtOnce) await Task.Delay(IntoTheNextSteps * random.NextDouble(), TimeProvider.System);
            killed.Add(Kill(run, random, killed));
        }

        (await run.Process.EndAsync()).ShouldBe(0, run.Process.Output + run.Process.Errors);
        killed.Count.ShouldBe(KillsPerRun);
        run.Restarts.ShouldBe(KillsPerRun);
        run.Figures.ShouldAllBe(figure => figure.Expected == figure.Actual);
    }

    private static int Kill(DemoRun run, Random random, HashSet<int> killed)
    {
        var (_, processId) = run.Nodes().Where(node => !killed.Contains(node.ProcessId)).OrderBy(_ => random.Next()).First();
        using var node = Process.GetProcessById(processId);
        node.Kill();
        return processId;
    }

    private static int? StepOf(string line) =>
        line.StartsWith('[') && int.TryParse(line.AsSpan(1, 2).Trim(), out var step) ? step : null;
}
