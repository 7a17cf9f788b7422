using JcmInterop.Domain.Parties;

namespace JcmInterop.Storage.Integrity;

/// <summary>One thing that is not as it must be in a store.</summary>
/// <param name="Registry">The bilateral registry.</param>
/// <param name="Check">The check that found it.</param>
/// <param name="Place">Where: a journal position, a message number, a state item.</param>
/// <param name="English">One sentence in English.</param>
/// <param name="Japanese">The sentence in Japanese.</param>
public sealed record IntegrityFinding(BilateralRegistryId Registry, IntegrityCheck Check, string Place, string English, string Japanese)
{
    /// <summary>Registry, place and sentence.</summary>
    public override string ToString() => $"{Registry}, {Place}: {English}";
}
