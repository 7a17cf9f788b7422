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

    /// <summary>Share of issued A6.4ERs for the Adaptation Fund.</summary>
    MandatoryAdaptationFundTransfer,

    /// <summary>Transfer to the Adaptation Fund on a Party's own decision.</summary>
    VoluntaryAdaptationFundTransfer,

    /// <summary>Cancellation of issued A6.4ERs to deliver overall mitigation in global emissions.</summary>
    MandatoryOmgeCancellation,

    /// <summary>Cancellation to deliver overall mitigation in global emissions, on a Party's own decision.</summary>
    VoluntaryOmgeCancellation,

    /// <summary>Any other cancellation.</summary>
    OtherCancellations,

    /// <summary>The nomenclature's value for what is not yet defined.</summary>
    NotYetDefined,
}
