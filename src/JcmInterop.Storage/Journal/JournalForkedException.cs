using JcmInterop.Domain.Parties;

namespace JcmInterop.Storage.Journal;

/// <summary>Another writer has already moved this bilateral registry on, so the caller's view of it is out of date; nothing of the commit was kept.</summary>
/// <remarks>Two writers of one registry must never both succeed. The one that gets this stops, forgets its state and loads again.</remarks>
public sealed class JournalForkedException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="registry">The bilateral registry.</param>
    /// <param name="place">Which row was already there, or which head had moved.</param>
    /// <param name="cause">What the database said.</param>
    public JournalForkedException(BilateralRegistryId registry, string place, Exception? cause = null)
        : base($"Another writer has already moved {registry} on ({place}); nothing of this commit was kept. Load the registry again.", cause)
    {
        Registry = registry;
        Place = place;
    }

    /// <summary>The bilateral registry.</summary>
    public BilateralRegistryId Registry { get; }

    /// <summary>Which row was already there, or which head had moved.</summary>
    public string Place { get; }
}
