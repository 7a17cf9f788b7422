namespace JcmInterop.Messages.Log;

/// <summary>What a row of the log says about a message.</summary>
public enum MessageRowKind
{
    /// <summary>This side signed the message and will send it.</summary>
    Sent,

    /// <summary>This side received the message and gave a receipt for it.</summary>
    Received,

    /// <summary>This side holds the partner's receipt for a message it sent.</summary>
    ReceiptReceived,
}
