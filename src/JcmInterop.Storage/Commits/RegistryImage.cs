using JcmInterop.Storage.State;

namespace JcmInterop.Storage.Commits;

/// <summary>Everything a writer needs to take up its work on a bilateral registry, as of one instant.</summary>
/// <param name="Heads">How far it has come.</param>
/// <param name="Items">Every item of the ledger state, in order of kind and key.</param>
public sealed record RegistryImage(RegistryHeads Heads, IReadOnlyList<StateItem> Items);
