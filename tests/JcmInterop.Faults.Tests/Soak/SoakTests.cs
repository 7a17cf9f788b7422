using System.Globalization;
using JcmInterop.Faults.Tests.World;

namespace JcmInterop.Faults.Tests.Soak;

/// <summary>Faults at random under load from both sides. A long run: set JCM_FAULTS to the number of faults, JCM_FAULT_SEED to repeat one, JCM_FAULT_KIND for
/// faults of one kind only, and JCM_FAULT_MINUTES to end sooner.</summary>
[Collection(nameof(SharedWorld))]
public sealed class SoakTests(SharedWorld shared, ITestOutputHelper output)
{
    private const int FaultsByDefault = 6;
    private const int TransfersBetween = 3;
    private const int MinutesByDefault = 24 * 60;

    // A journal that is checked from its first row after every fault must not grow for ever.
    private const int FaultsOfWorld = 25;

    private DateTimeOffset end;

    [Fact]
    public async Task Faults_under_load_lose_nothing_double_nothing_and_break_no_law()
    {
        var count = Number("JCM_FAULTS", FaultsByDefault);
        var seed = Number("JCM_FAULT_SEED", 1);
        var (report, random) = (new SoakReport(seed), new Random(seed));
        end = TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(Number("JCM_FAULT_MINUTES", MinutesByDefault));
        try
        {
            if (count <= FaultsByDefault) await StrikeAsync(await shared.StartedAsync(output.Say), count, report, random);
            while (report.Count < count && TimeProvider.System.GetUtcNow() < end)
            {
                await using var world = await FaultWorld.StartAsync(output.Say);
                await StrikeAsync(world, Math.Min(count, report.Count + FaultsOfWorld), report, random);
                report.EndWorld();
            }
        }
        finally
        {
            output.Say(report.Markdown());
            output.Say(report.Write());
        }
    }

    private async Task StrikeAsync(FaultWorld world, int until, SoakReport report, Random random)
    {
        // The kinds follow each other in a new order each time, so that none is missed in a short run.
        var possible = Strikes.Possible(world);
        if (Environment.GetEnvironmentVariable("JCM_FAULT_KIND") is { } kind) possible = [Enum.Parse<Fault>(kind)];
        var kinds = new Queue<Fault>();
        while (report.Count < until && TimeProvider.System.GetUtcNow() < end)
        {
            if (kinds.Count == 0) kinds = new Queue<Fault>(until <= FaultsByDefault ? possible : possible.OrderBy(_ => random.Next()));
            report.Add(await StrikeAsync(world, report.Count + 1, kinds.Dequeue(), random));
        }
    }

    private async Task<StruckFault> StrikeAsync(FaultWorld world, int number, Fault fault, Random random)
    {
        world.Load.Begin();
        await world.ProgressAsync(TransfersBetween);
        world.Load.ForgetPauses();
        await Strikes.StrikeAsync(world, fault, random);
        var recovery = await world.ProgressAsync(TransfersBetween);
        var pause = world.Load.LongestPause;
        await world.AllReadyAsync();
        var verified = await world.ShouldHaveKeptEverythingAsync();
        output.Say(string.Create(CultureInfo.InvariantCulture, $"{number}. {fault}: back after {recovery.TotalSeconds:0.0} s, longest pause {pause.TotalSeconds:0.0} s, {verified} transfers verified"));
        return new StruckFault(number, fault.ToString(), Math.Round(recovery.TotalSeconds, 1), Math.Round(pause.TotalSeconds, 1), verified);
    }

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
