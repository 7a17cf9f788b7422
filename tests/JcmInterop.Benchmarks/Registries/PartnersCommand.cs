using JcmInterop.Server.Configuration;
using JcmInterop.Server.Hosting;
using Microsoft.Extensions.Logging;

namespace JcmInterop.Benchmarks.Registries;

/// <summary>Runs the nodes of all partners in this process until its input ends: as processes of their own each would compile the whole program, which is not what is measured.</summary>
internal static class PartnersCommand
{
    /// <param name="configurations">The configuration of each node; its address is told in a line when it takes requests.</param>
    public static async Task<int> RunAsync(string[] configurations)
    {
        var nodes = new List<NodeHost>();
        // One after the other, because each looks for ports nobody listens on and listens there a moment later.
        foreach (var configuration in configurations)
        {
            var node = NodeHost.Build(NodeConfigurationFile.Read(configuration), builder => builder.Logging.ClearProviders());
            nodes.Add(node);
            await node.StartAsync();
            Console.WriteLine(node.Urls[0]);
        }

        await Console.OpenStandardInput().CopyToAsync(Stream.Null);
        await Task.WhenAll(nodes.Select(StopAsync));
        return 0;
    }

    private static async Task StopAsync(NodeHost node)
    {
        await node.StopAsync();
        await node.DisposeAsync();
    }
}
