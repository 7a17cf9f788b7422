using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Checkpoints;

/// <summary>What events about checkpoints do to the state.</summary>
internal static class CheckpointEffects
{
    public static LedgerState Apply(LedgerState state, LogSetBack e)
    {
        // What was stated after the backup can no longer be cosigned; only the side whose log it is has such an item.
        state = state.RemoveCheckpoint(CheckpointRecord.Key(e.Party, CheckpointStage.Stated));
        return e.From is { } from ? state.Put(from) : state.RemoveCheckpoint(CheckpointRecord.Key(e.Party, CheckpointStage.Witnessed));
    }
}
