using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Grains.Configuration;

/// <summary>The bilateral registries of one node.</summary>
public sealed class NodeRegistries
{
    private readonly FrozenDictionary<string, RegistryConfiguration> byId;

    /// <summary>Creates the set.</summary>
    /// <param name="party">The Party this node belongs to.</param>
    /// <param name="registries">Its bilateral registries.</param>
    /// <exception cref="ArgumentException">A registry is there twice, or is another Party's.</exception>
    public NodeRegistries(PartyCode party, params IReadOnlyList<RegistryConfiguration> registries)
    {
        if (registries.FirstOrDefault(r => r.Settings.Party != party) is { } foreign)
            throw new ArgumentException($"The registry {foreign.Registry} is configured for {foreign.Settings.Party}, not for {party}.", nameof(registries));
        Party = party;
        All = registries;
        byId = registries.ToFrozenDictionary(r => r.Registry.ToString(), StringComparer.Ordinal);
    }

    /// <summary>The Party this node belongs to.</summary>
    public PartyCode Party { get; }

    /// <summary>All registries, in the order of the configuration.</summary>
    public IReadOnlyList<RegistryConfiguration> All { get; }

    /// <summary>Finds a registry by its id, for example <c>JPN-THA</c>.</summary>
    public bool TryFind(string id, [NotNullWhen(true)] out RegistryConfiguration? registry) => byId.TryGetValue(id, out registry);

    /// <summary>The registry with an id.</summary>
    /// <exception cref="InvalidOperationException">This node has no such registry.</exception>
    public RegistryConfiguration Find(string id) =>
        TryFind(id, out var registry) ? registry : throw new InvalidOperationException($"This node has no bilateral registry {id}.");
}
