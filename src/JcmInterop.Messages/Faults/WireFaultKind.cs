namespace JcmInterop.Messages.Faults;

/// <summary>Everything that can be wrong with what a partner sent, in the order in which it is checked; the number is the rule number.</summary>
public enum WireFaultKind
{
    /// <summary>More bytes than accepted.</summary>
    Oversized = 9001,

    /// <summary>The text ends before its JSON does.</summary>
    Truncated = 9002,

    /// <summary>The text is not acceptable JSON.</summary>
    NotJson = 9003,

    /// <summary>The JSON is not a JWS in the general serialization.</summary>
    NotJws = 9004,

    /// <summary>There is no signature, or the algorithm is <c>none</c>.</summary>
    Unsigned = 9005,

    /// <summary>The header has a member that could bring its own key or change the meaning of the signature.</summary>
    ForbiddenHeader = 9006,

    /// <summary>The algorithm is not one of the protocol, or not the key's.</summary>
    UnknownAlgorithm = 9007,

    /// <summary>The signed document is of another type, for example a receipt where a message is expected.</summary>
    WrongDocumentType = 9008,

    /// <summary>No signature is by a key pinned for the partner.</summary>
    UnknownKey = 9009,

    /// <summary>The partner's key is not valid any more, or not yet.</summary>
    KeyOutOfValidity = 9010,

    /// <summary>A signature does not match the bytes.</summary>
    WrongSignature = 9011,

    /// <summary>The payload is not in canonical form.</summary>
    NotCanonical = 9012,

    /// <summary>The protocol version is not spoken here.</summary>
    UnknownProtocolVersion = 9013,

    /// <summary>A member of the signed document is missing, unknown or malformed.</summary>
    MalformedDocument = 9014,

    /// <summary>The document names another sender than the owner of the key.</summary>
    WrongSender = 9015,

    /// <summary>The document is for somebody else.</summary>
    WrongRecipient = 9016,

    /// <summary>The document is about another bilateral registry.</summary>
    WrongRegistry = 9017,

    /// <summary>A message is ahead of its turn: an earlier one is missing.</summary>
    SequenceGap = 9018,

    /// <summary>The id or sequence number was used before, with other bytes.</summary>
    AlteredReplay = 9019,

    /// <summary>The message does not continue the chain from the message before.</summary>
    PreviousMismatch = 9020,

    /// <summary>The sending time is too far in the future.</summary>
    SentInFuture = 9021,

    /// <summary>The sending time is before that of the message before.</summary>
    SentBeforePrevious = 9022,

    /// <summary>The message type is not known here; the message is chained and receipted as refused.</summary>
    UnknownMessageType = 9023,

    /// <summary>The body does not have the form of its type; the message is chained and receipted as refused.</summary>
    MalformedBody = 9024,

    /// <summary>A receipt is for another message.</summary>
    ReceiptMismatch = 9025,

    /// <summary>A checkpoint does not continue the one shown before: the journal was rewritten, or another one is shown.</summary>
    CheckpointInconsistent = 9031,

    /// <summary>The consistency proof of a checkpoint starts elsewhere than at the last checkpoint that was cosigned.</summary>
    ConsistencyStart = 9032,

    /// <summary>A cosignature is for no checkpoint that waits for one.</summary>
    CosignatureUnknown = 9033,

    /// <summary>An introduced key is not what it says, or did not sign its own introduction; the message is chained and receipted as refused.</summary>
    KeyUnproven = 9041,

    /// <summary>A key is withdrawn by itself alone; the message is chained and receipted as refused.</summary>
    WithdrawnByItself = 9042,
}
