namespace JcmInterop.Storage.State;

/// <summary>An account as people and reports read it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Columns">What it is found by.</param>
/// <param name="Tonnes">Units it holds, in whole tonnes.</param>
/// <param name="Body">The whole account as UTF-8 JSON.</param>
public sealed record AccountEntry(string Number, AccountColumns Columns, long Tonnes, ReadOnlyMemory<byte> Body);
