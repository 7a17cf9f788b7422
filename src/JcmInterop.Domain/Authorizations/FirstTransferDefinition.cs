namespace JcmInterop.Domain.Authorizations;

/// <summary>The event a Party specifies as first transfer for other international mitigation purposes.</summary>
/// <remarks>Source: decision 2/CMA.3 annex, paragraph 2(b). Constant within one cooperative approach (4/CMA.6, paragraph 15).</remarks>
public enum FirstTransferDefinition
{
    /// <summary>The authorization.</summary>
    Authorization,

    /// <summary>The issuance.</summary>
    Issuance,

    /// <summary>The use or cancellation.</summary>
    UseOrCancellation,
}
