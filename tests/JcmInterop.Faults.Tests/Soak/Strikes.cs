using JcmInterop.Faults.Tests.Machines;
using JcmInterop.Faults.Tests.World;

namespace JcmInterop.Faults.Tests.Soak;

/// <summary>Brings faults about, and lifts those that do not lift themselves.</summary>
internal static class Strikes
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(3);

    /// <summary>The faults that can be brought about here.</summary>
    public static IReadOnlyList<Fault> Possible(FaultWorld world) =>
    [
        .. Enum.GetValues<Fault>().Where(fault => fault switch
        {
            Fault.SilosCut or Fault.NodesCut or Fault.SiloUnplugged => world.Site.Network is not null,
            Fault.DiskFull => world.Site.Disk is not null,
            _ => true,
        }),
    ];

    /// <summary>Brings a fault about; done when it is lifted.</summary>
    public static async Task StrikeAsync(FaultWorld world, Fault fault, Random random)
    {
        // One that is killed writes the registry, which matters most; one of the others does every other time.
        var writer = await world.Thailand.WriterAsync();
        var silos = world.Thailand.Silos.OrderBy(_ => random.Next()).ToList();
        if ((random.Next(2) == 0 || fault == Fault.SiloKilled) && writer is not null) silos = [writer, .. silos.Where(silo => silo != writer)];
        await (fault switch
        {
            Fault.SiloKilled => silos[0].SignalAsync("KILL"),
            Fault.TwoSilosKilled => Task.WhenAll(silos.Take(2).Select(silo => silo.SignalAsync("KILL"))),
            Fault.PartnerKilled => world.Japan.Silos[0].SignalAsync("KILL"),
            Fault.SiloRestarted => silos[0].SignalAsync("TERM"),
            Fault.SiloPaused => PauseAsync(world, silos[0]),
            Fault.SilosCut => CutAsync(world, silos[0]),
            Fault.SiloUnplugged => UnplugAsync(world, silos[0]),
            Fault.NodesCut => CutNodesAsync(world),
            Fault.DatabaseKilled => KillDatabaseAsync(world),
            Fault.DiskFull => FillDiskAsync(world),
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
        });
    }

    private static async Task PauseAsync(FaultWorld world, FaultSilo silo)
    {
        var members = await world.Thailand.MembersAsync();
        await silo.SignalAsync("STOP");
        await world.OneDeclaredDeadAsync(members);
        await silo.SignalAsync("CONT");
    }

    private static async Task CutAsync(FaultWorld world, FaultSilo silo)
    {
        var members = await world.Thailand.MembersAsync();
        var others = world.Thailand.Silos.Where(other => other != silo).Select(other => other.Machine).ToList();
        await Task.WhenAll(others.Select(other => FaultNetwork.CutAsync(silo.Machine, other)));
        await world.OneDeclaredDeadAsync(members);
        await Task.WhenAll(others.Select(other => FaultNetwork.HealAsync(silo.Machine, other)));
    }

    private static async Task UnplugAsync(FaultWorld world, FaultSilo silo)
    {
        var members = await world.Thailand.MembersAsync();
        await FaultNetwork.PlugAsync(silo.Machine, isIn: false);
        await world.OneDeclaredDeadAsync(members);
        await FaultNetwork.PlugAsync(silo.Machine, isIn: true);
    }

    private static async Task CutNodesAsync(FaultWorld world)
    {
        List<(Machine Machine, string Address)> ways =
        [
            .. world.Thailand.Silos.Select(silo => (silo.Machine, world.Japan.Url.Host)),
            .. world.Japan.Silos.Select(silo => (silo.Machine, world.Thailand.Url.Host)),
        ];
        await Task.WhenAll(ways.Select(way => FaultNetwork.CutAsync(way.Machine, way.Address)));
        await WaitAsync(Short);
        await Task.WhenAll(ways.Select(way => FaultNetwork.HealAsync(way.Machine, way.Address)));
    }

    private static async Task KillDatabaseAsync(FaultWorld world)
    {
        await world.Site.Server.KillAsync();
        await world.Site.Server.StartAsync();
    }

    private static async Task FillDiskAsync(FaultWorld world)
    {
        await world.Site.Disk!.FillAsync();
        await WaitAsync(Short);
        world.Site.Disk.Free();
        // A server that finds no room for its log ends, as a rule; people start it again.
        await world.Site.Server.StopAsync();
        await world.Site.Server.StartAsync();
    }

    private static Task WaitAsync(TimeSpan time) => Task.Delay(time, TimeProvider.System, TestContext.Current.CancellationToken);
}
