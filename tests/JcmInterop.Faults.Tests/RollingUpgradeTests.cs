using System.Globalization;
using JcmInterop.EndToEnd.Tests;
using JcmInterop.Faults.Tests.Machines;
using JcmInterop.Faults.Tests.World;

namespace JcmInterop.Faults.Tests;

/// <summary>The silos of a node are replaced by those of another version, one after another, while both sides go on working.</summary>
[Collection(nameof(SharedWorld))]
public sealed class RollingUpgradeTests(SharedWorld shared, ITestOutputHelper output)
{
    private const int TransfersBetween = 5;

    // Seconds on a machine that has nothing else to do; this is what one that is overloaded may take.
    private static readonly TimeSpan PauseMax = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task An_upgrade_of_one_silo_after_another_refuses_and_loses_nothing()
    {
        var world = await shared.StartedAsync(output.Say);
        var folder = Path.Combine(world.Site.Root, "next");
        var next = Installation.Copy(folder);
        (await VersionOfAsync(next)).ShouldContain(Installation.NextVersion);
        await world.AllReadyAsync();
        world.Load.Begin();
        await world.ProgressAsync(TransfersBetween);
        foreach (var silo in world.Thailand.Silos)
        {
            var failedBefore = world.Thailand.Unanswered;
            world.Load.ForgetPauses();
            await UpgradeAsync(world, silo, next);
            await world.ProgressAsync(TransfersBetween);
            var pause = world.Load.LongestPause;
            output.Say(string.Create(
                CultureInfo.InvariantCulture, $"Longest pause {pause.TotalSeconds:0.0} s; {world.Thailand.Unanswered - failedBefore} requests asked to come again"));
            pause.ShouldBeLessThan(PauseMax);
        }

        var verified = await world.ShouldHaveKeptEverythingAsync();
        output.Say($"{verified} transfers verified");
        foreach (var silo in world.Thailand.Silos) (await File.ReadAllTextAsync($"/proc/{silo.ProcessId}/cmdline")).ShouldContain(folder);
    }

    private static async Task UpgradeAsync(FaultWorld world, FaultSilo silo, string program)
    {
        var starts = silo.Starts;
        silo.Program = program;
        await silo.SignalAsync("TERM");
        // First it says that it is not ready, then it stops to listen; in between it still answers everybody.
        await world.UntilAsync(async () => await world.Thailand.AskAsync(silo.Url, "health/ready") is not { Status: 200 }, "the silo to say that it stops");
        (await world.Thailand.AskAsync(silo.Url, "health/live"))?.Status.ShouldBe(200);
        (await world.Thailand.AskAsync(silo.Url, "health/ready"))?.Status.ShouldBe(503);
        await world.UntilAsync(() => Task.FromResult(silo.Starts > starts), "the silo to be started again");
        silo.LastExitCode.ShouldBe(0);
        await world.AllReadyAsync();
    }

    private static async Task<string> VersionOfAsync(string program)
    {
        await using var asked = JcmProcess.StartAs(["dotnet", program], "--version");
        (await asked.EndAsync()).ShouldBe(0);
        return asked.Output;
    }
}
