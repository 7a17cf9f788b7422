using JcmInterop.Domain.Parties;

namespace JcmInterop.Storage.Integrity;

/// <summary>Checks all that a store says about itself against itself.</summary>
/// <remarks>It may run beside a working node: everything is checked up to where a registry stood when its check began. Signatures are checked
/// by the offline verifier, which has the keys.</remarks>
public static class StoreCheck
{
    /// <summary>Most findings per registry; a check that has found so many stops.</summary>
    public const int FindingsMax = 100;

    /// <summary>Checks every registry of a store.</summary>
    /// <returns>What was found; nothing when all is well.</returns>
    public static async Task<IReadOnlyList<IntegrityFinding>> RunAsync(
        IRegistryStore store, CancellationToken cancellation = default)
    {
        var findings = new List<IntegrityFinding>();
        foreach (var registry in await store.RegistriesAsync(cancellation))
            findings.AddRange(await RunAsync(store, registry, cancellation));
        return findings;
    }

    /// <summary>Checks one registry of a store.</summary>
    /// <returns>What was found, at most <see cref="FindingsMax"/>; nothing when all is well.</returns>
    public static async Task<IReadOnlyList<IntegrityFinding>> RunAsync(
        IRegistryStore store, BilateralRegistryId registry, CancellationToken cancellation = default)
    {
        var image = await store.LoadAsync(registry, cancellation);
        var findings = new List<IntegrityFinding>();
        await Collect(JournalCheck.RunAsync(store, registry, image, cancellation), findings);
        await Collect(MessageCheck.RunAsync(store, registry, image.Heads, cancellation), findings);
        return findings;
    }

    private static async Task Collect(IAsyncEnumerable<IntegrityFinding> found, List<IntegrityFinding> findings)
    {
        await foreach (var finding in found)
        {
            if (findings.Count == FindingsMax) return;
            findings.Add(finding);
        }
    }
}
