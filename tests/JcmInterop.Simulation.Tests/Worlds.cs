using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using JcmInterop.Grains.Configuration;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Simulation.Tests;

/// <summary>Makes a node on a disk.</summary>
internal delegate Node NodeOf(RegistryConfiguration configuration, Beginning beginning, Disk disk, Network network, SkewedClock clock);

/// <summary>Makes worlds that all start from the same beginning.</summary>
/// <param name="keys">The keys of both sides.</param>
internal sealed class Worlds(Keys keys)
{
    private readonly Lazy<(Beginning Japan, Beginning Thailand)> beginning = new(() => Begin(keys));

    /// <summary>A world of honest nodes on honest disks.</summary>
    /// <param name="seed">Every tenth checks its records from the first row on.</param>
    public World New(int seed) => Make<Disk>(keys, (c, b, d, n, t) => new Node(c, b, d, n, t), beginning.Value.Japan, beginning.Value.Thailand, seed % 10 == 0);

    /// <summary>A world of other nodes or disks, for planting bugs.</summary>
    public World New<TDisk>(NodeOf node)
        where TDisk : Disk =>
        Make<TDisk>(keys, node, beginning.Value.Japan, beginning.Value.Thailand);

    private static World Make<TDisk>(Keys keys, NodeOf node, Beginning japan, Beginning thailand, bool isThorough = true)
        where TDisk : Disk
    {
        return new World(keys, (w, n) => Place(w, n, PartyCode.Japan, japan), (w, n) => Place(w, n, Setting.Thailand, thailand)) { IsThorough = isThorough };

        Node Place(World world, Network network, PartyCode party, Beginning beginning) =>
            node(Configuration(keys, party), beginning, Disk.Of<TDisk>(beginning.Content), network, new SkewedClock(() => world.Time));
    }

    private static RegistryConfiguration Configuration(Keys keys, PartyCode party)
    {
        var settings = Setting.Of(party);
        return new RegistryConfiguration(
            settings, new Uri("http://partner.invalid"), new PartnerKeyRing(settings.Partner, new PinnedKey(keys.Of(settings.Partner, 0).Public, DateTimeOffset.MinValue)), [keys.Of(party, 0)]);
    }

    private static (Beginning Japan, Beginning Thailand) Begin(Keys keys)
    {
        var world = Make<Disk>(keys, (c, b, d, n, t) => new Node(c, b, d, n, t), Beginning.Nothing, Beginning.Nothing);
        world.Time = Setting.Start.AddDays(-1);
        foreach (var node in world.Nodes)
        {
            foreach (var command in Setting.Beginnings(node.Party)) node.Ask(command);
        }

        world.Heal().ShouldBeNull();
        world.Time = Setting.Start.AddHours(-1);
        var id = Setting.Transfer(99);
        world.Thailand.Ask(new ProposeTransfer(id, [new UnitSelection(Setting.Account(Setting.Thailand, 101), Setting.Serials(Setting.Thailand, 1, 80))], null, Setting.Open, null, Setting.Start.AddDays(1)));
        world.Heal().ShouldBeNull();
        world.Japan.Ask(new AcceptTransfer(id, Setting.Account(PartyCode.Japan, 101), null));
        world.Heal().ShouldBeNull();
        world.Japan.State.Blocks.Sum(b => b.Quantity.Tonnes).ShouldBe(80);
        world.Japan.State.Authorizations.Count.ShouldBe(3);
        world.Thailand.State.Blocks.Sum(b => b.Quantity.Tonnes).ShouldBe(300);
        Records.Violation(world, isThorough: true).ShouldBeNull();
        return (new Beginning(world.Japan.Disk.Durable), new Beginning(world.Thailand.Disk.Durable));
    }
}
