using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Links;
using JcmInterop.Grains.Registries;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Configuration;

namespace JcmInterop.Grains.Hosting;

/// <summary>Puts the grains of a node into a silo.</summary>
public static class GrainHosting
{
    /// <summary>Name of the grain storage that keeps documents such as the state of a link.</summary>
    public const string DocumentStorage = PartnerLinkGrain.StorageName;

    /// <summary>Ids from a clock and the operating system's random numbers.</summary>
    public static IMessageIds MessageIds(TimeProvider time) => new RandomMessageIds(time);

    /// <summary>Adds what the grains need besides the registries' configuration, the store and the connection to partners.</summary>
    public static IServiceCollection AddRegistryGrains(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IMessageIds, RandomMessageIds>();
        services.TryAddSingleton<RegistryConditions>();
        services.TryAddSingleton<RegistryTails>();
        services.TryAddSingleton(new LinkOptions());
        return services;
    }

    /// <summary>Keeps the grains' documents in the node's own database.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="useDatabase">Names the database.</param>
    public static ISiloBuilder AddDocumentStorage(this ISiloBuilder silo, Action<AdoNetGrainStorageOptions> useDatabase) =>
        silo.AddAdoNetGrainStorage(DocumentStorage, useDatabase);
}
