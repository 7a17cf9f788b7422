using JcmInterop.Domain.Parties;

namespace JcmInterop.Storage.State;

/// <summary>A block of units as people and reports read it.</summary>
/// <param name="Registry">The bilateral registry it belongs to.</param>
/// <param name="Key">Its key among the unit blocks of that registry.</param>
/// <param name="Columns">What it is found by.</param>
/// <param name="Body">The whole block as UTF-8 JSON.</param>
public sealed record UnitBlockEntry(BilateralRegistryId Registry, string Key, UnitBlockColumns Columns, ReadOnlyMemory<byte> Body)
{
    /// <summary>Where the next page starts when this block is the last of its page.</summary>
    public UnitBlockCursor Cursor => new(Columns.Prefix, Columns.Suffix, Columns.First, Key);
}
