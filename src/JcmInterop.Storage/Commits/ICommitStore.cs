using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Canonical;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.Troubles;

namespace JcmInterop.Storage.Commits;

/// <summary>Loads a bilateral registry and makes its steps durable.</summary>
public interface ICommitStore
{
    /// <summary>Heads and state of a registry, as of one instant; empty for one that was never written to. Takes little more memory than the state itself.</summary>
    /// <exception cref="MalformedJsonException">An item is not one this version knows.</exception>
    /// <exception cref="LedgerDefectException">Two blocks share a serial.</exception>
    Task<LoadedRegistry> LoadStateAsync(BilateralRegistryId registry, CancellationToken cancellation = default);

    /// <summary>How far a registry has come; nothing at all for one that was never written to.</summary>
    Task<RegistryHeads> HeadsAsync(BilateralRegistryId registry, CancellationToken cancellation = default);

    /// <summary>Heads and every stored item of a registry, byte for byte, as of one instant; empty for one that was never written to. For checks: all of it is held in memory.</summary>
    Task<RegistryImage> LoadAsync(BilateralRegistryId registry, CancellationToken cancellation = default);

    /// <summary>Waits until everything the store shows of a registry is as durable as what was acknowledged. A database whose commits wait for a standby may show
    /// a commit that the standby does not have, after a crash or a wait given up; a writer that built upon it could acknowledge what a fail-over loses.</summary>
    /// <exception cref="StoreUnavailableException">It is not yet, or the storage failed.</exception>
    Task SettleAsync(BilateralRegistryId registry);

    /// <summary>Makes a batch durable, as a whole or not at all. When the task completes, the batch survives a crash of process or machine.</summary>
    /// <remarks>There is no cancellation: once handed over, a batch is either kept or refused. After any exception the caller loads again.</remarks>
    /// <exception cref="JournalForkedException">Another writer has moved the registry on.</exception>
    /// <exception cref="StoreUnavailableException">The storage failed, for example because the disk is full.</exception>
    Task CommitAsync(CommitBatch batch);

    /// <summary>The answer once given under an idempotency key, or nothing.</summary>
    Task<CommandAnswer?> FindAnswerAsync(BilateralRegistryId registry, string key, CancellationToken cancellation = default);
}
