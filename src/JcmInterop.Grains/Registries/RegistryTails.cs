using System.Collections.Concurrent;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Grains.Registries;

/// <summary>What the writers of this silo committed last, for those who follow them: the link to the partner and readers of the journal. What everybody is waiting for need not be read back from the store.</summary>
/// <remarks>Only what is durable is in here, so whoever reads it sees what the store would have told, or the beginning of it where another silo writes by now.</remarks>
public sealed class RegistryTails
{
    private readonly ConcurrentDictionary<BilateralRegistryId, RegistryTail> byRegistry = new();

    /// <summary>The end of a registry's record, empty where this silo does not write it.</summary>
    public RegistryTail Of(BilateralRegistryId registry) => byRegistry.GetOrAdd(registry, _ => new RegistryTail());
}
