namespace JcmInterop.Storage.State;

/// <summary>One item of the ledger state.</summary>
/// <param name="Kind">What it is, for example <see cref="StateKinds.UnitBlock"/>.</param>
/// <param name="Key">Names the item among those of its kind; compared byte by byte.</param>
/// <param name="Body">The item as UTF-8 JSON, byte for byte as it was committed.</param>
public sealed record StateItem(string Kind, string Key, ReadOnlyMemory<byte> Body);
