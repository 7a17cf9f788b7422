using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Checkpoints;

/// <summary>A checkpoint was stated by this side, cosigned by the partner, or shown by the partner and cosigned here.</summary>
/// <param name="Checkpoint">The checkpoint.</param>
public sealed record CheckpointRecorded(CheckpointRecord Checkpoint) : LedgerEvent;
