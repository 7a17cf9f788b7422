using System.Globalization;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Reporting.StructuredSummary;

/// <summary>The structured summary: common tabular format, table 4 (decision 5/CMA.3 annex II).</summary>
/// <param name="Party">The Party.</param>
/// <param name="Result">The figures behind the rows.</param>
/// <param name="Options">How it is presented, and what the Party provided.</param>
/// <param name="ProgressRows">The rows on indicators, total emissions and land use, before those on Article 6.</param>
/// <param name="Rows">The sixteen rows on Article 6 in printed order.</param>
public sealed record StructuredSummaryReport(
    PartyCode Party, AdjustmentResult Result, StructuredSummaryOptions Options, IReadOnlyList<SummaryRow> ProgressRows, IReadOnlyList<SummaryRow> Rows)
{
    /// <summary>What stands in a cell whose figure the Party has not provided.</summary>
    public const string ToBeProvided = "to be provided by the Party";

    /// <summary>The amounts behind rows 6 to 8, broken down; those of years that are not reported are left out.</summary>
    public required IReadOnlyList<AdjustmentShare> Shares { get; init; }

    /// <summary>All rows in printed order.</summary>
    public IEnumerable<SummaryRow> AllRows => [.. ProgressRows, .. Rows];

    /// <summary>Paragraph of the method, for example <c>7(a)(i)</c>.</summary>
    public string MethodReference => Result.Inputs.Method.Paragraph();

    /// <summary>Whether a cell can have a figure: the row applies, has figures in that year, and the year is reported.</summary>
    public bool HasFigure(SummaryRow row, int index) =>
        row.Applies && !(Result.Years[index].Year > Options.ThroughYear) && row.Cells switch
        {
            SummaryCells.EachYear => true,
            SummaryCells.LastYear => index == Result.Years.Count - 1,
            _ => false,
        };

    /// <summary>How a cell is printed: the rounded figure, NA, that the Party has to provide it, or nothing where no figure belongs.</summary>
    public string Text(SummaryRow row, int index)
    {
        if (!row.Applies) return "NA";
        if (!HasFigure(row, index)) return "";
        return row.Values[index] is { } value ? Options.Rounding.Round(value).ToString(CultureInfo.InvariantCulture) : ToBeProvided;
    }
}
