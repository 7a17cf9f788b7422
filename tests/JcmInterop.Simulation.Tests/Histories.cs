namespace JcmInterop.Simulation.Tests;

/// <summary>Makes the history of a seed: the same seed gives the same steps for ever.</summary>
internal static class Histories
{
    private const int StepsMin = 30;
    private const int StepsMax = 160;
    private const int RestoredStepsMin = 120;
    private const int RestoredStepsMax = 240;

    private static readonly (StepKind Kind, int Weight)[] Weights =
    [
        (StepKind.Command, 60), (StepKind.Repeat, 5), (StepKind.Sweep, 5), (StepKind.Commit, 20), (StepKind.Send, 40), (StepKind.Deliver, 110), (StepKind.Duplicate, 10),
        (StepKind.Lose, 4), (StepKind.TimeOut, 16), (StepKind.Retry, 4), (StepKind.Forge, 4), (StepKind.Rotate, 1), (StepKind.Partition, 3), (StepKind.Crash, 2),
        (StepKind.CrashAt, 6), (StepKind.Restart, 26), (StepKind.DiskFull, 3), (StepKind.ClockJump, 4), (StepKind.Wait, 4),
    ];

    private static readonly StepKind[] Wheel = [.. Weights.SelectMany(w => Enumerable.Repeat(w.Kind, w.Weight))];

    // Keys of the simulation rotate by configuration, and what is configured does not come back from a backup of the store.
    private static readonly StepKind[] RestoredWheel =
        [.. Wheel.Where(kind => kind != StepKind.Rotate), .. Enumerable.Repeat(StepKind.Sweep, 10), .. Enumerable.Repeat(StepKind.Deliver, 60), .. Enumerable.Repeat(StepKind.Send, 20)];

    /// <summary>The history of a seed.</summary>
    public static List<Step> Of(int seed)
    {
        var random = new Random(seed);
        return Of(random, Wheel, random.Next(StepsMin, StepsMax));
    }

    /// <summary>The history of a seed in which one side or both are restored from a backup taken well before, each once or twice.</summary>
    public static List<Step> Restored(int seed)
    {
        var random = new Random(seed);
        var steps = Of(random, RestoredWheel, random.Next(RestoredStepsMin, RestoredStepsMax));
        // Two sides that know what the other understands show each other checkpoints.
        steps.InsertRange(0, new[] { true, false }.SelectMany(side => new[] { new Step(StepKind.Command, side, Commands.Hello, 0, 0), new Step(StepKind.Commit, side, 0, 0, 0) }));
        for (var times = 1 + random.Next(2); times > 0; times--)
        {
            var (side, copied) = (random.Next(2) == 0, random.Next(steps.Count / 2));
            steps.Insert(random.Next(copied + (steps.Count / 4), steps.Count), new Step(StepKind.SetBack, side, 0, 0, 0));
            steps.Insert(copied, new Step(StepKind.BackUp, side, 0, 0, 0));
        }

        return steps;
    }

    private static List<Step> Of(Random random, StepKind[] wheel, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new Step(wheel[random.Next(wheel.Length)], random.Next(2) == 0, random.Next(1_000), random.Next(1_000), random.Next(1_000)))];
}
