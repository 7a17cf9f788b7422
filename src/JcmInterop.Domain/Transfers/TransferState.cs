namespace JcmInterop.Domain.Transfers;

/// <summary>Where a transfer stands, in the view of one side.</summary>
public enum TransferState
{
    /// <summary>Offered; the units are reserved on the transferring side and the acquiring side must act.</summary>
    Proposed,

    /// <summary>Accepted by the acquiring side, which waits for the transferring side's completion or cancellation. Never a state of the transferring side.</summary>
    Accepted,

    /// <summary>Completed: the units are on the acquiring side. Final.</summary>
    Completed,

    /// <summary>Refused by the acquiring side; the units are free again on the transferring side. Final.</summary>
    Refused,

    /// <summary>Cancelled by the transferring side, by hand or because the deadline passed; the units are free again. Final.</summary>
    Cancelled,
}
