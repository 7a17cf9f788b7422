using JcmInterop.Domain.Ledger;

namespace JcmInterop.Storage.Commits;

/// <summary>A bilateral registry as of one instant, ready to go on with.</summary>
/// <param name="Heads">How far it has come.</param>
/// <param name="State">Its ledger, without pending changes.</param>
/// <param name="Items">Number of items of the ledger.</param>
public sealed record LoadedRegistry(RegistryHeads Heads, LedgerState State, long Items);
