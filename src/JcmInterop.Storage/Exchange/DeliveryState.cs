namespace JcmInterop.Storage.Exchange;

/// <summary>What has become of the delivery of a message to the partner.</summary>
/// <param name="Attempts">How often delivery has failed.</param>
/// <param name="LastError">Why the last attempt failed; nothing before the first failure.</param>
/// <param name="NextAttemptAt">When to try again; nothing means at once.</param>
/// <param name="ParkedReason">Why delivery waits for a person; nothing while it does not.</param>
/// <param name="DeliveredAt">When the partner's receipt was recorded; nothing until then.</param>
/// <param name="Receipt">The partner's signed receipt, byte for byte; nothing until then.</param>
/// <param name="ReceiptPosition">The journal row that names the receipt; nothing until then, or where it was kept before the journal named receipts.</param>
public sealed record DeliveryState(
    int Attempts,
    string? LastError,
    DateTimeOffset? NextAttemptAt,
    string? ParkedReason,
    DateTimeOffset? DeliveredAt,
    ReadOnlyMemory<byte>? Receipt,
    long? ReceiptPosition = null)
{
    /// <summary>Longest error or reason kept, in characters; the rest is cut off.</summary>
    public const int TextLengthMax = 2000;

    /// <summary>A message nothing has been tried with.</summary>
    public static DeliveryState New { get; } = new(0, null, null, null, null, null);

    /// <summary>Whether the partner's receipt is there.</summary>
    public bool IsDelivered => DeliveredAt is not null;

    /// <summary>Whether delivery waits for a person.</summary>
    public bool IsParked => ParkedReason is not null;
}
