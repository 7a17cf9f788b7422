using JcmInterop.Domain.Ledger;
using JcmInterop.Storage.Commits;

namespace JcmInterop.Grains.Registries;

/// <summary>Where a registry stands: its state, and the heads of its journal and of both directions of messages.</summary>
/// <param name="State">The ledger, without pending changes.</param>
/// <param name="Heads">The heads as the store knows them.</param>
/// <param name="IsCheckpointDue">Whether the deadline of the next checkpoint is known to be set.</param>
internal sealed record RegistryPosition(LedgerState State, RegistryHeads Heads, bool IsCheckpointDue = false);
