using JcmInterop.Domain.Parties;

namespace JcmInterop.Storage.State;

/// <summary>Reads the state for people and reports. It never waits for the writer of a registry, and sees every commit that has been answered.</summary>
public interface IStateReader
{
    /// <summary>Most items in one page.</summary>
    const int PageItemsMax = 1000;

    /// <summary>One item, or nothing.</summary>
    Task<StateItem?> FindItemAsync(BilateralRegistryId registry, string kind, string key, CancellationToken cancellation = default);

    /// <summary>Items of a kind behind a key, in order of their keys.</summary>
    /// <param name="registry">Which registry.</param>
    /// <param name="kind">Which kind.</param>
    /// <param name="afterKey">The key before the first item wanted; empty for the start.</param>
    /// <param name="itemsMax">Most items wanted, 1 to <see cref="PageItemsMax"/>.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<IReadOnlyList<StateItem>> ReadItemsAsync(
        BilateralRegistryId registry, string kind, string afterKey, int itemsMax, CancellationToken cancellation = default);

    /// <summary>Accounts behind a number, in order, each with the units it holds.</summary>
    Task<IReadOnlyList<AccountEntry>> ReadAccountsAsync(
        BilateralRegistryId registry, string afterNumber, int itemsMax, CancellationToken cancellation = default);

    /// <summary>Blocks in an account behind a cursor, in order of prefix, suffix and first serial number.</summary>
    Task<IReadOnlyList<UnitBlockEntry>> ReadUnitsOfAccountAsync(
        BilateralRegistryId registry, string account, UnitBlockCursor after, int itemsMax, CancellationToken cancellation = default);

    /// <summary>Blocks of a project and vintage behind a cursor, in order of prefix, suffix and first serial number.</summary>
    Task<IReadOnlyList<UnitBlockEntry>> ReadUnitsOfProjectAsync(
        BilateralRegistryId registry, string project, int vintage, UnitBlockCursor after, int itemsMax, CancellationToken cancellation = default);

    /// <summary>The blocks with one serial number, in any registry of this node; more than one is a finding.</summary>
    Task<IReadOnlyList<UnitBlockEntry>> FindSerialAsync(string prefix, long number, string suffix, CancellationToken cancellation = default);

    /// <summary>The blocks with one ITMO id, in any registry of this node; more than one is a finding.</summary>
    /// <param name="stem">Elements before the serial, for example <c>CA0001-THA01-THA</c>.</param>
    /// <param name="serial">The serial.</param>
    /// <param name="vintage">Calendar year of the mitigation.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<IReadOnlyList<UnitBlockEntry>> FindItmoAsync(string stem, long serial, int vintage, CancellationToken cancellation = default);

    /// <summary>Units by project, vintage, account and status, in that order.</summary>
    Task<IReadOnlyList<VintageTotal>> TotalsAsync(BilateralRegistryId registry, CancellationToken cancellation = default);
}
