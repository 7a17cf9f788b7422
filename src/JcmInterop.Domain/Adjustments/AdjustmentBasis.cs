namespace JcmInterop.Domain.Adjustments;

/// <summary>What the NDC is expressed in; decides what is adjusted and with which sign. Source: 2/CMA.3 annex, paragraphs 8 to 10.</summary>
public enum AdjustmentBasis
{
    /// <summary>Paragraph 8: t CO2 eq. Emissions of the sectors and gases covered; first transfers add, uses subtract.</summary>
    CoveredEmissions,

    /// <summary>Paragraph 9: a metric that is not a greenhouse gas. The level of its indicator; first transfers subtract, uses add.</summary>
    NonGhgIndicator,

    /// <summary>Paragraph 10: a first or first updated NDC of policies and measures that are not quantified. Emissions of the categories they affect; first
    /// transfers add, uses subtract.</summary>
    PoliciesAndMeasures,
}
