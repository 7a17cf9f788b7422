using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Links;
using JcmInterop.Grains.Registries;

namespace JcmInterop.Server.Hosting;

/// <summary>Takes up the work where the last run of the node left it: loads the registries and re-arms their links.</summary>
internal sealed class NodeStart(NodeRegistries registries, IGrainFactory grains) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.WhenAll(registries.All.SelectMany(registry => new Task[]
    {
        grains.GetGrain<IBilateralRegistryGrain>(registry.Registry.ToString()).Prepare(),
        grains.GetGrain<IPartnerLinkGrain>(registry.Registry.ToString()).Start(),
    }));

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
