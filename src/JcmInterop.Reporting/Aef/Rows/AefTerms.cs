namespace JcmInterop.Reporting.Aef.Rows;

/// <summary>Metric of a quantity.</summary>
public enum AefMetric
{
    /// <summary>t CO2 eq.</summary>
    Ghg,

    /// <summary>Another metric.</summary>
    NonGhg,
}

/// <summary>What kind of mitigation the units stand for.</summary>
public enum AefMitigationType
{
    /// <summary>Emission reductions.</summary>
    EmissionReductions,

    /// <summary>Removals.</summary>
    Removals,

    /// <summary>Both; not in the table as printed by decision 4/CMA.6.</summary>
    ReductionsAndRemovals,
}

/// <summary>Purposes an authorization covers.</summary>
public enum AefPurpose
{
    /// <summary>Use towards an NDC.</summary>
    Ndc,

    /// <summary>Other international mitigation purposes, without saying which.</summary>
    Oimp,

    /// <summary>International mitigation purposes.</summary>
    Imp,

    /// <summary>Other purposes.</summary>
    Op,

    /// <summary>NDC and other international mitigation purposes.</summary>
    NdcAndOimp,

    /// <summary>NDC and international mitigation purposes.</summary>
    NdcAndImp,

    /// <summary>NDC and other purposes.</summary>
    NdcAndOp,
}

/// <summary>The event a Party defines as first transfer for other international mitigation purposes: 2/CMA.3 annex, paragraph 2(b).</summary>
public enum AefFirstTransferDefinition
{
    /// <summary>The authorization.</summary>
    Authorization,

    /// <summary>The issuance.</summary>
    Issuance,

    /// <summary>The use or cancellation.</summary>
    UseOrCancellation,
}

/// <summary>Type of an action.</summary>
public enum AefActionType
{
    /// <summary>Authorization.</summary>
    Authorization,

    /// <summary>First transfer: at most once in the life of a unit.</summary>
    FirstTransfer,

    /// <summary>Onward transfer.</summary>
    Transfer,

    /// <summary>Acquisition: the mirror of a transfer or first transfer.</summary>
    Acquisition,

    /// <summary>Use towards an NDC, or for other international mitigation purposes.</summary>
    Use,

    /// <summary>Cancellation.</summary>
    Cancellation,

    /// <summary>Voluntary cancellation.</summary>
    VoluntaryCancellation,
}

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
