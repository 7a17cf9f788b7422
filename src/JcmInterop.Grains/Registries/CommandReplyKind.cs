namespace JcmInterop.Grains.Registries;

/// <summary>What became of a command.</summary>
public enum CommandReplyKind
{
    /// <summary>It was carried out, or would have been in a dry run.</summary>
    Accepted,

    /// <summary>A rule of the ledger refused it; nothing changed.</summary>
    Refused,

    /// <summary>Its body is not a command; the problem names the place.</summary>
    Malformed,

    /// <summary>Its idempotency key was used for another request; nothing changed.</summary>
    KeyReused,

    /// <summary>The role of the person does not allow it; nothing changed.</summary>
    Forbidden,

    /// <summary>The outside world failed; nothing was kept, and the same request may be sent again.</summary>
    Troubled,
}
