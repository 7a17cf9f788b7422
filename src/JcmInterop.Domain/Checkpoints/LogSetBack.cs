using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Domain.Checkpoints;

/// <summary>The log of one side goes on from an earlier checkpoint, because its store was restored from an old backup; people of both sides approved it.</summary>
/// <remarks>The checkpoints in between were genuine and stay evidence of what they covered. Both sides record this in their own logs.</remarks>
/// <param name="Party">The side whose log it is.</param>
/// <param name="From">The cosigned checkpoint that both sides still hold; absent where there is none, and the log is compared from its beginning.</param>
/// <param name="Ended">The last checkpoint that no longer counts; absent where none is known.</param>
/// <param name="Person">Who approved it on this side.</param>
/// <param name="At">When.</param>
public sealed record LogSetBack(PartyCode Party, CheckpointRecord? From, CheckpointRecord? Ended, string Person, DateTimeOffset At) : LedgerEvent;
