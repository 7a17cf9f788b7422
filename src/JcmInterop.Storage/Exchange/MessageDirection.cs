namespace JcmInterop.Storage.Exchange;

/// <summary>Which way a message of a bilateral registry goes, seen from this node.</summary>
public enum MessageDirection
{
    /// <summary>From this node to the partner.</summary>
    Outgoing = 0,

    /// <summary>From the partner to this node.</summary>
    Incoming = 1,
}
