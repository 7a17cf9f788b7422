namespace JcmInterop.Domain.Units;

/// <summary>Where the units of a block stand in this side's registry.</summary>
public enum BlockStatus
{
    /// <summary>Held in an account and free to move, unless the account has a legal hold.</summary>
    Held,

    /// <summary>Still in the transferring account, set aside for one open transfer; released or transferred out, never both.</summary>
    Reserved,

    /// <summary>Left this side by a completed transfer; closed here, live on the other side.</summary>
    TransferredOut,

    /// <summary>In a retirement account, used towards an NDC. Terminal.</summary>
    UsedTowardsNdc,

    /// <summary>In a cancellation account. Terminal.</summary>
    Cancelled,
}
