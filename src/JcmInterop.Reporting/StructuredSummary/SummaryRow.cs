using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.StructuredSummary;

/// <summary>One row of the structured summary, in the metric of the calculation unless <see cref="Unit"/> says another.</summary>
/// <param name="Number">Number in printed order of the rows on Article 6, from 1; 0 for the rows on indicators before them.</param>
/// <param name="Label">What the row shows.</param>
/// <param name="Reference">Paragraph behind it.</param>
/// <param name="Values">One figure per calendar year of the period; nothing where the Party has to provide it.</param>
/// <param name="Applies">Whether the row applies under the chosen method; others are printed as NA.</param>
/// <param name="Note">Reading of an open rule, or other information.</param>
public sealed record SummaryRow(int Number, BilingualText Label, string Reference, IReadOnlyList<decimal?> Values, bool Applies, string Note)
{
    /// <summary>Which years can have a figure.</summary>
    public SummaryCells Cells { get; init; }

    /// <summary>Unit of the figures.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Reference point, in words.</summary>
    public string ReferencePoint { get; init; } = "";

    /// <summary>Target level, in words.</summary>
    public string TargetLevel { get; init; } = "";

    /// <summary>Target year or period, in words.</summary>
    public string TargetPeriod { get; init; } = "";

    /// <summary>Progress made, in words.</summary>
    public string Progress { get; init; } = "";
}
