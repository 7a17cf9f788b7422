using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Links;
using JcmInterop.Grains.Registries;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace JcmInterop.Grains.Hosting;

/// <summary>Puts the grains of a node into a silo.</summary>
public static class GrainHosting
{
    /// <summary>Name of the grain storage that keeps documents such as the state of a link.</summary>
    public const string DocumentStorage = PartnerLinkGrain.StorageName;

    /// <summary>Adds what the grains need besides the registries' configuration, the store and the connection to partners.</summary>
    public static IServiceCollection AddRegistryGrains(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IMessageIds, RandomMessageIds>();
        services.TryAddSingleton<RegistryConditions>();
        services.TryAddSingleton(new LinkOptions());
        return services;
    }

    /// <summary>Keeps the grains' documents in the node's own SQLite file.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="invariant">The name under which Orleans knows the database driver.</param>
    /// <param name="connectionString">Says the node's database; asked when the silo is put together.</param>
    public static ISiloBuilder AddDocumentStorage(this ISiloBuilder silo, string invariant, Func<string> connectionString) =>
        silo.AddAdoNetGrainStorage(DocumentStorage, options =>
        {
            options.Invariant = invariant;
            options.ConnectionString = connectionString();
        });
}
