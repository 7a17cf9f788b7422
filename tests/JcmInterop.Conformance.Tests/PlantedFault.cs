using JcmInterop.Conformance.Tests.World;

namespace JcmInterop.Conformance.Tests;

/// <summary>One way an endpoint can be wrong, and the cases that must find it.</summary>
/// <param name="Name">The fault in words.</param>
/// <param name="Plant">Plants it.</param>
/// <param name="FoundBy">The cases that fail, all of them and no other.</param>
public sealed record PlantedFault(string Name, string[] FoundBy)
{
    internal Action<EndpointBehaviour, Kit> Plant { get; init; } = (_, _) => { };

    public override string ToString() => Name;
}
