using System.Collections.Concurrent;
using JcmInterop.Grains.Registries;

namespace JcmInterop.Server.Hosting;

/// <summary>The writers of this node's registries, each looked for once: finding a grain by its name costs as much as a part of the request.</summary>
internal sealed class RegistryGrains(IGrainFactory grains)
{
    private readonly ConcurrentDictionary<string, IBilateralRegistryGrain> byRegistry = new(StringComparer.Ordinal);

    /// <summary>The writer of a registry of this node; ask only for one that is known.</summary>
    public IBilateralRegistryGrain Of(string registry) => byRegistry.GetOrAdd(registry, key => grains.GetGrain<IBilateralRegistryGrain>(key));
}
