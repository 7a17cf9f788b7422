using JcmInterop.Cli.Processes;
using JcmInterop.Domain.Parties;
using JcmInterop.Server.Configuration;

namespace JcmInterop.Cli.Clusters;

/// <summary>Plans the silos of a cluster on this machine from the configuration of one node: each gets an address of its own, and ports it keeps.</summary>
internal static class SiloPlace
{
    private const int PortsPerSilo = 3;

    /// <summary>Folder of the silos' configurations and logs in the node's data directory.</summary>
    private const string Folder = "silos";

    /// <summary>Writes a configuration for each silo.</summary>
    /// <param name="options">The node's configuration.</param>
    /// <param name="count">Number of silos.</param>
    /// <param name="random">Chooses the ports.</param>
    public static IReadOnlyList<NodePlace> Prepare(NodeOptions options, int count, Random random)
    {
        var ports = LoopbackPorts.Free(count * PortsPerSilo, random);
        return [.. ports.Chunk(PortsPerSilo).Select((own, i) => Write(options, i + 1, own))];
    }

    private static NodePlace Write(NodeOptions options, int number, int[] ports)
    {
        var place = new NodePlace(new PartyCode(options.Party), new Uri($"http://127.0.0.1:{ports[0]}"), Path.Combine(options.DataDirectory, Folder, $"{number}"));
        Directory.CreateDirectory(place.Folder);
        var own = options with
        {
            Urls = [place.Url.GetLeftPart(UriPartial.Authority)],
            Cluster = options.Cluster with { Address = "127.0.0.1", SiloPort = ports[1], GatewayPort = ports[2] },
        };
        File.WriteAllText(place.ConfigurationFile, NodeConfigurationFile.Write(own));
        return place;
    }
}
