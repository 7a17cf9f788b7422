namespace JcmInterop.Simulation.Tests;

/// <summary>Makes the history of a seed: the same seed gives the same steps for ever.</summary>
internal static class Histories
{
    private const int StepsMin = 40;
    private const int StepsMax = 240;

    private static readonly (StepKind Kind, int Weight)[] Weights =
    [
        (StepKind.Command, 60), (StepKind.Commit, 30), (StepKind.Send, 25), (StepKind.Deliver, 70), (StepKind.Duplicate, 8), (StepKind.Lose, 6),
        (StepKind.Partition, 3), (StepKind.Crash, 2), (StepKind.CrashAt, 4), (StepKind.Restart, 26), (StepKind.DiskFull, 2), (StepKind.ClockJump, 2), (StepKind.Wait, 4),
    ];

    private static readonly StepKind[] Wheel = [.. Weights.SelectMany(w => Enumerable.Repeat(w.Kind, w.Weight))];

    public static List<Step> Of(int seed)
    {
        var random = new Random(seed);
        var count = random.Next(StepsMin, StepsMax);
        return [.. Enumerable.Range(0, count).Select(_ => new Step(Wheel[random.Next(Wheel.Length)], random.Next(2) == 0, random.Next(1_000), random.Next(1_000), random.Next(1_000)))];
    }
}
