using JcmInterop.Storage.Troubles;

namespace JcmInterop.Storage.Commits;

/// <summary>Shows that a store keeps what is written to it.</summary>
public interface IStoreProof
{
    /// <summary>Writes something of no consequence, as durably as a commit. One caller at a time; a write that is still on its way is waited for again.</summary>
    /// <param name="within">How long it may take.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="StoreUnavailableException">It could not be kept, or not in this time; one subclass per cause.</exception>
    Task ProveAsync(TimeSpan within, TimeProvider time);
}
