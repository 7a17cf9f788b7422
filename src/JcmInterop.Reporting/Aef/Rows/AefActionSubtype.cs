namespace JcmInterop.Reporting.Aef.Rows;

/// <summary>Subtype of an action.</summary>
public enum AefActionSubtype
{
    /// <summary>First international transfer.</summary>
    FirstTransferToAnotherParty,

    /// <summary>First transfer at authorization.</summary>
    Authorization,

    /// <summary>First transfer at issuance.</summary>
    Issuance,

    /// <summary>First transfer at use or cancellation.</summary>
    UseOrCancellation,

    /// <summary>Cancellation to deliver overall mitigation in global emissions, on a Party's own decision.</summary>
    VoluntaryOmgeCancellation,

    /// <summary>Any other cancellation.</summary>
    OtherCancellations,
}
