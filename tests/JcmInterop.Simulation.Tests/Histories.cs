namespace JcmInterop.Simulation.Tests;

/// <summary>Makes the history of a seed: the same seed gives the same steps for ever.</summary>
internal static class Histories
{
    private const int StepsMin = 30;
    private const int StepsMax = 160;

    private static readonly (StepKind Kind, int Weight)[] Weights =
    [
        (StepKind.Command, 60), (StepKind.Repeat, 5), (StepKind.Sweep, 5), (StepKind.Commit, 20), (StepKind.Send, 40), (StepKind.Deliver, 110), (StepKind.Duplicate, 10),
        (StepKind.Lose, 4), (StepKind.TimeOut, 16), (StepKind.Retry, 4), (StepKind.Forge, 4), (StepKind.Rotate, 1), (StepKind.Partition, 3), (StepKind.Crash, 2),
        (StepKind.CrashAt, 6), (StepKind.Restart, 26), (StepKind.DiskFull, 3), (StepKind.ClockJump, 4), (StepKind.Wait, 4),
    ];

    private static readonly StepKind[] Wheel = [.. Weights.SelectMany(w => Enumerable.Repeat(w.Kind, w.Weight))];

    public static List<Step> Of(int seed)
    {
        var random = new Random(seed);
        var count = random.Next(StepsMin, StepsMax);
        return [.. Enumerable.Range(0, count).Select(_ => new Step(Wheel[random.Next(Wheel.Length)], random.Next(2) == 0, random.Next(1_000), random.Next(1_000), random.Next(1_000)))];
    }
}
