namespace JcmInterop.Reporting.Aef.Rows;

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
