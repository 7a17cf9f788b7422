namespace JcmInterop.Domain.Adjustments;

/// <summary>The two terms of a balance. An acquisition is none: only use counts. Source: 2/CMA.3 annex, paragraphs 8 to 10.</summary>
public enum AdjustmentTerm
{
    /// <summary>First transferred by this Party, in the year of the vintage.</summary>
    FirstTransfer,

    /// <summary>Used towards this Party's NDC, in the year for which it is used.</summary>
    Use,
}
