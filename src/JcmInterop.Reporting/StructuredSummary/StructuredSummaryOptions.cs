namespace JcmInterop.Reporting.StructuredSummary;

/// <summary>What may differ between two structured summaries of the same record.</summary>
public sealed record StructuredSummaryOptions
{
    /// <summary>How first transfers for other international mitigation purposes are filed.</summary>
    public OimpPresentation Presentation { get; init; } = OimpPresentation.RowsAddUp;

    /// <summary>How figures are rounded on output.</summary>
    public SummaryRounding Rounding { get; init; } = SummaryRounding.ThreeDecimals;

    /// <summary>What the Party itself provides.</summary>
    public PartyFigures Figures { get; init; } = PartyFigures.None;

    /// <summary>Last calendar year that is filled, included; all of the period where nothing is said.</summary>
    public int? ThroughYear { get; init; }

    /// <summary>Identification numbers of the entities authorized to use units for other international mitigation purposes: 2/CMA.3 annex, paragraph 23(d).</summary>
    public IReadOnlyList<string> EntitiesForOtherPurposes { get; init; } = [];
}
