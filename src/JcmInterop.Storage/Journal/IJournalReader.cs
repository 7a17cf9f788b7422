using JcmInterop.Domain.Parties;

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

    /// <summary>The bilateral registries that have been written to, in order of their ids.</summary>
    Task<IReadOnlyList<BilateralRegistryId>> RegistriesAsync(CancellationToken cancellation = default);
}
