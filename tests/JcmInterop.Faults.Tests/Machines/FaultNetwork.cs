using System.Globalization;
using Xunit.Sdk;

namespace JcmInterop.Faults.Tests.Machines;

/// <summary>Machines as network namespaces, joined by a bridge, so that their network can be cut without a word to either side.</summary>
internal sealed class FaultNetwork : IAsyncDisposable
{
    private const int FirstMachine = 10;
    private const int SubnetsPerProcess = 4;

    // Nobody has this hardware address: what is sent there is lost in silence, as on a cut network.
    private const string Nobody = "02:00:00:00:de:ad";

    private static int made;

    private readonly List<Machine> machines = [];
    private readonly string bridge;
    private readonly string subnet;
    private readonly string name;

    private FaultNetwork(int number)
    {
        var place = (Environment.ProcessId * SubnetsPerProcess) + (number % SubnetsPerProcess);
        subnet = string.Create(CultureInfo.InvariantCulture, $"10.{64 + (place / 256 % 128)}.{place % 256}");
        name = string.Create(CultureInfo.InvariantCulture, $"jcm{Environment.ProcessId}x{number}");
        bridge = $"{name}b";
    }

    /// <summary>Address of this machine from which clients come.</summary>
    public string Clients => Host(1);

    /// <summary>Makes a network, or says loudly why its faults are not tested here.</summary>
    public static async Task<FaultNetwork?> TryCreateAsync(Action<string> warn)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            warn("A CUT NETWORK IS NOT TESTED: namespaces need root on Linux. Run eng/test as root.");
            return null;
        }

        var network = new FaultNetwork(Interlocked.Increment(ref made));
        var hosts = Enumerable.Range(1, FirstMachine - 1).Select(host => $"ip addr add {network.Host(host)}/24 dev {network.bridge}");
        if (await Tool.TryAsync([$"ip link add {network.bridge} type bridge", .. hosts, $"ip link set {network.bridge} up"]) is not { } fault)
            return network;
        warn($"A CUT NETWORK IS NOT TESTED: namespaces cannot be made here. {fault}");
        return null;
    }

    /// <summary>Makes a network; without permission the test ends here, skipped.</summary>
    public static async Task<FaultNetwork> CreateAsync()
    {
        var why = "";
        return await TryCreateAsync(said => why = said) ?? throw SkipException.ForSkip(why);
    }

    /// <summary>An address on this machine that all machines of the network reach.</summary>
    /// <param name="number">1 to 9.</param>
    public string Host(int number) => $"{subnet}.{number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Adds a machine.</summary>
    public async Task<Machine> AddAsync()
    {
        var number = machines.Count;
        var machine = new Machine(Host(FirstMachine + number), $"{name}n{number}", $"{name}v{number}");
        machines.Add(machine);
        var inside = $"ip -n {machine.Namespace}";
        await Tool.RunAsync(
            $"ip netns add {machine.Namespace}",
            $"ip link add {machine.Cable} type veth peer name eth0 netns {machine.Namespace}",
            $"ip link set {machine.Cable} master {bridge} up",
            $"{inside} addr add {machine.Address}/24 dev eth0",
            $"{inside} link set eth0 up",
            $"{inside} link set lo up");
        return machine;
    }

    /// <summary>From now on nothing passes between two machines.</summary>
    public static Task CutAsync(Machine one, Machine other) => Tool.RunAsync(Lost(one, other.Address), Lost(other, one.Address));

    /// <summary>From now on nothing that a machine sends to an address arrives.</summary>
    public static Task CutAsync(Machine one, string address) => Tool.RunAsync(Lost(one, address));

    /// <summary>Takes back a cut.</summary>
    public static Task HealAsync(Machine one, Machine other) => Tool.RunAsync(Found(one, other.Address), Found(other, one.Address));

    /// <summary>Takes back a cut.</summary>
    public static Task HealAsync(Machine one, string address) => Tool.RunAsync(Found(one, address));

    /// <summary>Pulls the cable of a machine, or puts it back.</summary>
    public static Task PlugAsync(Machine machine, bool isIn) => Tool.RunAsync($"ip link set {machine.Cable} {(isIn ? "up" : "down")}");

    public async ValueTask DisposeAsync()
    {
        foreach (var machine in machines) await Tool.TryAsync($"ip netns del {machine.Namespace}");
        await Tool.TryAsync($"ip link del {bridge}");
    }

    private static string Lost(Machine one, string address) => $"ip -n {one.Namespace} neigh replace {address} lladdr {Nobody} nud permanent dev eth0";

    private static string Found(Machine one, string address) => $"ip -n {one.Namespace} neigh del {address} dev eth0";
}
