namespace JcmInterop.Conformance.Exchange;

/// <summary>How the kit answers a message of the endpoint.</summary>
internal enum ListenerReply
{
    /// <summary>With its receipt.</summary>
    Receipt,

    /// <summary>With status 503.</summary>
    Unavailable,

    /// <summary>With status 200 and an empty body.</summary>
    Empty,

    /// <summary>With a receipt for another message.</summary>
    ReceiptForAnother,

    /// <summary>With a receipt by a key the endpoint has not pinned.</summary>
    ReceiptByStranger,

    /// <summary>With 409 that asks for the message before.</summary>
    ExpectsEarlier,
}
