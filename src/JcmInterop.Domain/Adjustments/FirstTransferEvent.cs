namespace JcmInterop.Domain.Adjustments;

/// <summary>The event that is the first transfer of a block of mitigation outcomes, whoever tracks it.</summary>
/// <remarks>Wider than what a JCM ledger does itself: records of other systems have the last ones too. Source: 2/CMA.3 annex, paragraph 2; 4/CMA.6, paragraphs 12 to 17.</remarks>
public enum FirstTransferEvent
{
    /// <summary>The first international transfer: 2/CMA.3 annex, paragraph 2(a).</summary>
    InternationalTransfer,

    /// <summary>The authorization, where the Party chose it: paragraph 2(b).</summary>
    Authorization,

    /// <summary>The issuance, where the Party chose it: paragraph 2(b).</summary>
    Issuance,

    /// <summary>The use or cancellation, where the Party chose it: paragraph 2(b).</summary>
    UseOrCancellation,

    /// <summary>A transfer to the Adaptation Fund: 4/CMA.6, paragraph 16.</summary>
    AdaptationFund,

    /// <summary>A cancellation for overall mitigation: 4/CMA.6, paragraph 17.</summary>
    OverallMitigation,

    /// <summary>The last day for other international mitigation purposes, under the rule that counts unused units then: 4/CMA.6, paragraph 14.</summary>
    CutOff,
}
