namespace JcmInterop.Grains.Registries;

/// <summary>What became of a message of the partner.</summary>
public enum MessageReplyKind
{
    /// <summary>It is recorded, now or earlier, and receipted.</summary>
    Receipted,

    /// <summary>It is not acceptable; nothing of it was kept.</summary>
    Faulty,

    /// <summary>The outside world failed; nothing was kept, and the same message may be sent again.</summary>
    Troubled,
}
