using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Domain.Checkpoints;

/// <summary>The latest checkpoint of one side's journal at one stage. Earlier ones are in the journal.</summary>
/// <param name="Party">The side whose journal it is.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="TreeSize">Number of rows.</param>
/// <param name="Root">Root of the Merkle tree over the rows: SHA-256, base64url.</param>
/// <param name="At">When it was stated.</param>
/// <param name="Document">The signed checkpoint.</param>
public sealed record CheckpointRecord(
    PartyCode Party, CheckpointStage Stage, long TreeSize, string Root, DateTimeOffset At, SignedText Document) : LedgerItem
{
    /// <inheritdoc/>
    public override string ItemKey() => Key(Party, Stage);

    /// <summary>The key of an item.</summary>
    public static string Key(PartyCode party, CheckpointStage stage) => $"{party}/{(stage == CheckpointStage.Stated ? "stated" : "witnessed")}";
}
