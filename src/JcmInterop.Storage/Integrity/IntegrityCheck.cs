namespace JcmInterop.Storage.Integrity;

/// <summary>The checks of a store.</summary>
public enum IntegrityCheck
{
    /// <summary>Every journal row follows from the one before, and head and Merkle tree follow from the last: law 8.</summary>
    JournalChain,

    /// <summary>Every direction of messages is a chain without gaps, and its head follows from the last message.</summary>
    MessageChain,

    /// <summary>Every received or delivered message has the receipt for its very bytes.</summary>
    Receipts,

    /// <summary>The journal names every message and every receipt, and each as it is kept.</summary>
    MessageRows,

    /// <summary>Every checkpoint is as it was signed, by those who must have signed it, and continues the one before; those of this side have the root of the rows.</summary>
    Checkpoints,

    /// <summary>Replaying the journal gives the state tables: law 10.</summary>
    Replay,

    /// <summary>The state keeps the laws of the ledger.</summary>
    Laws,
}
