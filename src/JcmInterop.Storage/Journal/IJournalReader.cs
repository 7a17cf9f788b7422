using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;

namespace JcmInterop.Storage.Journal;

/// <summary>Reads a journal back, in order.</summary>
public interface IJournalReader
{
    /// <summary>Most rows in one page.</summary>
    const int PageRowsMax = 1000;

    /// <summary>Rows behind a position, in order.</summary>
    /// <param name="registry">Whose journal.</param>
    /// <param name="afterPosition">The position before the first row wanted; zero for the start.</param>
    /// <param name="rowsMax">Most rows wanted, 1 to <see cref="PageRowsMax"/>.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rowsMax"/> is out of range.</exception>
    Task<IReadOnlyList<JournalRow>> ReadJournalAsync(
        BilateralRegistryId registry, long afterPosition, int rowsMax, CancellationToken cancellation = default);

    /// <summary>The hashes of the rows behind a position, in order; <paramref name="rowsMax"/> is 1 to <see cref="PageRowsMax"/>.</summary>
    Task<IReadOnlyList<Digest>> ReadRowHashesAsync(
        BilateralRegistryId registry, long afterPosition, int rowsMax, CancellationToken cancellation = default);

    /// <summary>Most nodes in one request.</summary>
    const int NodesMax = 1000;

    /// <summary>Nodes of the Merkle tree over the rows, in no particular order; one that is not there is left out.</summary>
    /// <param name="registry">Whose journal.</param>
    /// <param name="keys">The nodes wanted, each of at least <see cref="LogNode.LevelMin"/>; at most <see cref="NodesMax"/>.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<IReadOnlyList<LogNode>> ReadLogNodesAsync(
        BilateralRegistryId registry, IReadOnlyCollection<LogNodeKey> keys, CancellationToken cancellation = default);

    /// <summary>The bilateral registries that have been written to, in order of their ids.</summary>
    Task<IReadOnlyList<BilateralRegistryId>> RegistriesAsync(CancellationToken cancellation = default);
}
