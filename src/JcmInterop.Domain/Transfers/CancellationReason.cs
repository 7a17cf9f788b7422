namespace JcmInterop.Domain.Transfers;

/// <summary>Why the transferring side cancelled a transfer.</summary>
public enum CancellationReason
{
    /// <summary>No acceptance arrived by the deadline.</summary>
    DeadlinePassed,

    /// <summary>Its administrator withdrew it.</summary>
    Withdrawn,

    /// <summary>It could no longer be completed, for example because the authorization was revoked.</summary>
    NoLongerAllowed,
}
