using System.Globalization;
using JcmInterop.Faults.Tests.World;

namespace JcmInterop.Faults.Tests;

/// <summary>The database server is lost for good under load, and its standby takes its place.</summary>
[Collection(nameof(SharedWorld))]
public sealed class FailOverTests(ITestOutputHelper output)
{
    private const int SilosOfThailand = 1;
    private const int TransfersBefore = 10;

    [Fact]
    public async Task No_acknowledged_transfer_is_lost_with_the_primary_when_its_standby_takes_over()
    {
        var site = await FaultSite.WithStandbyAsync();
        await using var world = await FaultWorld.StartAsync(site, SilosOfThailand, output.Say);
        await site.Standby!.InitializeAsync();
        site.Server.WaitForStandby();
        world.Load.Begin();
        await world.ProgressAsync(TransfersBefore);

        await site.Server.KillAsync();
        world.Load.ForgetPauses();
        site.Standby.Promote();
        await world.ProgressAsync(TransfersBefore);

        var pause = world.Load.LongestPause;
        await world.AllReadyAsync();
        var verified = await world.ShouldHaveKeptEverythingAsync();
        output.Say(string.Create(CultureInfo.InvariantCulture, $"Fail-over: longest pause {pause.TotalSeconds:0.0} s, {verified} transfers verified on the new primary"));
    }
}
