using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.StructuredSummary;

/// <summary>One row of the structured summary, in the metric of the calculation.</summary>
/// <param name="Number">Number in printed order, from 1; 6 and 9 are years of the row's own formula.</param>
/// <param name="Label">What the row shows.</param>
/// <param name="Reference">Paragraph behind it.</param>
/// <param name="Values">One figure per calendar year of the period; nothing where the Party has to provide it.</param>
/// <param name="Applies">Whether the row applies under the chosen method; others are printed as NA.</param>
/// <param name="Note">Anything the reader must know; may be empty.</param>
public sealed record SummaryRow(int Number, BilingualText Label, string Reference, IReadOnlyList<decimal?> Values, bool Applies, string Note);
