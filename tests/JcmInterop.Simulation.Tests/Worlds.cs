using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Simulation.Tests;

/// <summary>Makes worlds that all start from the same beginning.</summary>
/// <param name="wire">How messages travel.</param>
internal sealed class Worlds(Wire wire)
{
    private readonly Lazy<(Disk Japan, Disk Thailand)> beginning = new(() => Begin(wire));

    /// <summary>A world of honest nodes on honest disks.</summary>
    public World New() => New((settings, w, disk) => new Node(settings, w, disk), () => new Disk());

    /// <summary>A world of other nodes or disks, for planting bugs.</summary>
    public World New(Func<LedgerSettings, Wire, Disk, Node> node, Func<Disk> disk) => new(
        node(Setting.Of(PartyCode.Japan), wire, beginning.Value.Japan.CopyTo(disk())), node(Setting.Of(Setting.Thailand), wire, beginning.Value.Thailand.CopyTo(disk())));

    private static (Disk Japan, Disk Thailand) Begin(Wire wire)
    {
        var japan = new Node(Setting.Of(PartyCode.Japan), wire, new Disk());
        var thailand = new Node(Setting.Of(Setting.Thailand), wire, new Disk());
        var world = new World(japan, thailand);
        foreach (var node in new[] { japan, thailand })
        {
            foreach (var command in Setting.Beginnings(node.Settings.Party)) node.Ask(command, Setting.Start.AddDays(-1));
        }

        world.Heal().ShouldBeNull();
        var id = Setting.Transfer(99);
        thailand.Ask(new ProposeTransfer(id, [new UnitSelection(Setting.Account(Setting.Thailand, 101), Setting.Serials(Setting.Thailand, 1, 80))], null, Setting.Open, null, Setting.Start.AddDays(1)), Setting.Start);
        world.Heal().ShouldBeNull();
        japan.Ask(new AcceptTransfer(id, Setting.Account(PartyCode.Japan, 101), null), Setting.Start);
        world.Heal().ShouldBeNull();
        japan.Disk.Known.Blocks.Sum(b => b.Quantity.Tonnes).ShouldBe(80);
        japan.Disk.Known.Authorizations.Count.ShouldBe(3);
        thailand.Disk.Known.Blocks.Sum(b => b.Quantity.Tonnes).ShouldBe(300);
        return (japan.Disk, thailand.Disk);
    }
}
