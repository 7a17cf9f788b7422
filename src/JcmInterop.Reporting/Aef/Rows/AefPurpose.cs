namespace JcmInterop.Reporting.Aef.Rows;

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
