namespace JcmInterop.Messages.Receipts;

/// <summary>What became of a message at its receiver.</summary>
public enum ReceiptOutcome
{
    /// <summary>It was recorded and its content taken over.</summary>
    Recorded,

    /// <summary>It was recorded and counts in the sequence, but its content was refused and changed nothing.</summary>
    Refused,
}
