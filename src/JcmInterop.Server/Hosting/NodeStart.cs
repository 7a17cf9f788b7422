using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Links;
using JcmInterop.Grains.Registries;
using JcmInterop.Server.Configuration;

namespace JcmInterop.Server.Hosting;

/// <summary>Takes up the work where the last run of the node left it: loads the registries and re-arms their links.</summary>
internal sealed class NodeStart(NodeRegistries registries, NodeSettings settings, IGrainFactory grains) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var all = Task.WhenAll(registries.All.SelectMany(registry => new Task[]
        {
            grains.GetGrain<IBilateralRegistryGrain>(registry.Registry.ToString()).Prepare(),
            grains.GetGrain<IPartnerLinkGrain>(registry.Registry.ToString()).Start(),
        }));
        // In a cluster another silo may be dying with what is asked for here; the sweep takes it up as soon as that is known.
        if (settings.Store.IsShared) await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        else await all;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
