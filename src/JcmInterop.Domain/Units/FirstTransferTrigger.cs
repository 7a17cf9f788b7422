namespace JcmInterop.Domain.Units;

/// <summary>The event that made units first transferred.</summary>
/// <remarks>Source: decision 2/CMA.3 annex, paragraph 2; decision 4/CMA.6, paragraphs 12, 14, 16 and 17.</remarks>
public enum FirstTransferTrigger
{
    /// <summary>The first international transfer (2/CMA.3 annex 2(a)).</summary>
    InternationalTransfer,

    /// <summary>The authorization, where the Party chose it for other international mitigation purposes (2(b)).</summary>
    Authorization,

    /// <summary>The issuance, where the Party chose it (2(b)).</summary>
    Issuance,

    /// <summary>The use or cancellation, where the Party chose it (2(b)).</summary>
    UseOrCancellation,

    /// <summary>Cancellation for overall mitigation in global emissions (4/CMA.6, paragraph 17).</summary>
    OverallMitigation,

    /// <summary>A voluntary transfer to the Adaptation Fund (4/CMA.6, paragraph 16).</summary>
    AdaptationFund,

    /// <summary>The last day for other international mitigation purposes, where the Party counts unused units then (4/CMA.6, paragraph 14).</summary>
    CutOff,
}
