using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Reporting.StructuredSummary;

/// <summary>Article 6 rows of the structured summary: common tabular format, table 4 (decision 5/CMA.3 annex II).</summary>
/// <param name="Party">The Party.</param>
/// <param name="Result">The figures behind the rows.</param>
/// <param name="Presentation">How other international mitigation purposes are filed.</param>
/// <param name="Rounding">How figures are rounded on output.</param>
/// <param name="Rows">The rows in printed order.</param>
public sealed record StructuredSummaryReport(
    PartyCode Party, AdjustmentResult Result, OimpPresentation Presentation, SummaryRounding Rounding, IReadOnlyList<SummaryRow> Rows)
{
    /// <summary>What stands in a cell whose figure the Party has not provided.</summary>
    public const string ToBeProvided = "to be provided by the Party";

    /// <summary>Paragraph of the method, for example <c>7(a)(i)</c>.</summary>
    public string MethodReference => Result.Inputs.Method switch
    {
        AdjustmentMethod.SingleYearTrajectory => "7(a)(i)",
        AdjustmentMethod.SingleYearAveraging => "7(a)(ii)",
        AdjustmentMethod.MultiYear => "7(b)",
        _ => throw new InvalidOperationException("Unknown adjustment method."),
    };

    /// <summary>How a cell is printed: the rounded figure, NA, or that the Party has to provide it.</summary>
    public string Text(SummaryRow row, int index) => !row.Applies
        ? "NA"
        : row.Values[index] is { } value ? Rounding.Round(value).ToString(System.Globalization.CultureInfo.InvariantCulture) : ToBeProvided;
}
