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

    private const int WritesMax = 12;

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task Nodes_killed_at_any_moment_change_no_figure(int seed)
    {
        var random = new Random(seed);
        var moments = Enumerable.Range(FirstStep, FinalStep - FirstStep + 1).OrderBy(_ => random.Next()).Take(KillsPerRun).ToHashSet();
        await using var run = new DemoRun(seed);
        var killed = new HashSet<int>();
        var next = run.Process.NextLineAsync();
        while (await next is { } line)
        {
            next = run.Process.NextLineAsync();
            if (StepOf(line) is not { } step || !moments.Contains(step)) continue;
            var (name, processId) = run.Nodes().Where(node => !killed.Contains(node.ProcessId)).OrderBy(_ => random.Next()).First();
            if (step < FinalStepsAtOnce) await WrittenAsync(run[$"out/nodes/{name}/data"], 1 + random.Next(WritesMax), next);
            killed.Add(Kill(processId));
        }

        (await run.Process.EndAsync()).ShouldBe(0, run.Process.Output + run.Process.Errors);
        killed.Count.ShouldBe(KillsPerRun);
        run.Restarts.ShouldBe(KillsPerRun);
        run.Figures.ShouldAllBe(figure => figure.Expected == figure.Actual);
    }

    /// <summary>Waits for the n-th write to the log of a node's store, or for the end of the step where the node writes less.</summary>
    private static async Task WrittenAsync(string data, int writes, Task<string?> endOfStep)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(data, "*.db-wal") { NotifyFilter = NotifyFilters.LastWrite };
        watcher.Changed += (_, _) =>
        {
            if (Interlocked.Decrement(ref writes) == 0) seen.TrySetResult();
        };
        watcher.EnableRaisingEvents = true;
        await Task.WhenAny(seen.Task, endOfStep);
    }

    private static int Kill(int processId)
    {
        using var node = Process.GetProcessById(processId);
        node.Kill();
        return processId;
    }

    private static int? StepOf(string line) =>
        line.StartsWith('[') && int.TryParse(line.AsSpan(1, 2).Trim(), out var step) ? step : null;
}
