using JcmInterop.Domain.Parties;
using JcmInterop.Storage.State;

namespace JcmInterop.Storage.Memory;

/// <content>The state, for people and reports.</content>
public sealed partial class MemoryRegistryStore
{
    /// <inheritdoc/>
    public Task<StateItem?> FindItemAsync(BilateralRegistryId registry, string kind, string key, CancellationToken cancellation = default) =>
        Task.FromResult(Known(registry).State.TryGetValue((kind, key), out var item) ? new StateItem(kind, key, item.Body!.Value) : null);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StateItem>> ReadItemsAsync(
        BilateralRegistryId registry, string kind, string afterKey, int itemsMax, CancellationToken cancellation = default)
    {
        PageSize.Check(itemsMax, IStateReader.PageItemsMax);
        return Page(Known(registry).State.Values
            .Where(item => item.Kind == kind && string.CompareOrdinal(item.Key, afterKey) > 0)
            .Take(itemsMax)
            .Select(item => new StateItem(kind, item.Key, item.Body!.Value)));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<AccountEntry>> ReadAccountsAsync(
        BilateralRegistryId registry, string afterNumber, int itemsMax, CancellationToken cancellation = default)
    {
        PageSize.Check(itemsMax, IStateReader.PageItemsMax);
        var tonnes = Units(registry).Where(u => u.Columns.IsInAccount).ToLookup(u => u.Columns.Account, u => u.Columns.Final - u.Columns.First + 1);
        return Page(Known(registry).State.Values
            .Where(item => item.Kind == StateKinds.Account && string.CompareOrdinal(item.Key, afterNumber) > 0)
            .Take(itemsMax)
            .Select(item => new AccountEntry(item.Key, (AccountColumns)item.Columns!, tonnes[item.Key].Sum(), item.Body!.Value)));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<UnitBlockEntry>> ReadUnitsOfAccountAsync(
        BilateralRegistryId registry, string account, UnitBlockCursor after, int itemsMax, CancellationToken cancellation = default)
    {
        PageSize.Check(itemsMax, IStateReader.PageItemsMax);
        return Page(Behind(Units(registry).Where(u => u.Columns.IsInAccount && u.Columns.Account == account), after).Take(itemsMax));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<UnitBlockEntry>> ReadUnitsOfProjectAsync(
        BilateralRegistryId registry, string project, int vintage, UnitBlockCursor after, int itemsMax, CancellationToken cancellation = default)
    {
        PageSize.Check(itemsMax, IStateReader.PageItemsMax);
        return Page(Behind(Units(registry).Where(u => u.Columns.Project == project && u.Columns.Vintage == vintage), after).Take(itemsMax));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<UnitBlockEntry>> FindSerialAsync(
        string prefix, long number, string suffix, CancellationToken cancellation = default) => Page(AllUnits().Where(u =>
            u.Columns.Prefix == prefix && u.Columns.Suffix == suffix && u.Columns.First <= number && number <= u.Columns.Final));

    /// <inheritdoc/>
    public Task<IReadOnlyList<UnitBlockEntry>> FindItmoAsync(
        string stem, long serial, int vintage, CancellationToken cancellation = default) => Page(AllUnits().Where(u =>
            u.Columns.ItmoStem == stem && u.Columns.Vintage == vintage && u.Columns.ItmoFirst <= serial && serial <= u.Columns.ItmoFinal));

    /// <inheritdoc/>
    public Task<IReadOnlyList<VintageTotal>> TotalsAsync(BilateralRegistryId registry, CancellationToken cancellation = default) => Page(
        from unit in Units(registry)
        let c = unit.Columns
        group c by (c.Project, c.Vintage, c.Account, c.Status) into same
        orderby same.Key
        select new VintageTotal(
            same.Key.Project, same.Key.Vintage, same.Key.Account, same.Key.Status, same.Count(), same.Sum(c => c.Final - c.First + 1)));

    private static IEnumerable<UnitBlockEntry> Behind(IEnumerable<UnitBlockEntry> units, UnitBlockCursor after) =>
        units.Where(u => Compare(u.Cursor, after) > 0).Order(Comparer<UnitBlockEntry>.Create((x, y) => Compare(x.Cursor, y.Cursor)));

    private static int Compare(UnitBlockCursor x, UnitBlockCursor y)
    {
        if (string.CompareOrdinal(x.Prefix, y.Prefix) is not 0 and var byPrefix) return byPrefix;
        if (string.CompareOrdinal(x.Suffix, y.Suffix) is not 0 and var bySuffix) return bySuffix;
        return x.First != y.First ? x.First.CompareTo(y.First) : string.CompareOrdinal(x.Key, y.Key);
    }

    private IEnumerable<UnitBlockEntry> AllUnits() => registries.Keys.SelectMany(Units);

    private IEnumerable<UnitBlockEntry> Units(BilateralRegistryId registry) => Known(registry).State.Values
        .Where(item => item.Kind == StateKinds.UnitBlock)
        .Select(item => new UnitBlockEntry(registry, item.Key, (UnitBlockColumns)item.Columns!, item.Body!.Value));
}
