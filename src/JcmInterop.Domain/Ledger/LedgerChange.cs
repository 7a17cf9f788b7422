namespace JcmInterop.Domain.Ledger;

/// <summary>One row of state that an event wrote or removed; the store keeps its tables in step from these.</summary>
/// <param name="ItemType">Type of the item.</param>
/// <param name="Key">Key of the item.</param>
/// <param name="Item">The item as it now is, or nothing when it was removed.</param>
public sealed record LedgerChange(Type ItemType, string Key, LedgerItem? Item);
