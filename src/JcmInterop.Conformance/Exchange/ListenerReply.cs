namespace JcmInterop.Conformance.Exchange;

/// <summary>How the kit answers a message of the endpoint.</summary>
internal enum ListenerReply
{
    /// <summary>With its receipt.</summary>
    Receipt,

    /// <summary>With status 503.</summary>
    Unavailable,

    /// <summary>Not at all; the connection ends.</summary>
    Silence,

    /// <summary>With a receipt for another message.</summary>
    ReceiptForAnother,

    /// <summary>With a receipt by a key the endpoint has not pinned.</summary>
    ReceiptByStranger,

    /// <summary>With 409 that asks for the message before.</summary>
    ExpectsEarlier,
}
