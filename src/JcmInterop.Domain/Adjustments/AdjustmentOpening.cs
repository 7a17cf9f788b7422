namespace JcmInterop.Domain.Adjustments;

/// <summary>A figure with every record that makes it: <c>Value × Divisor</c> is the sum of the records, with the figure's sign.</summary>
/// <param name="Figure">Which figure.</param>
/// <param name="Year">Of which calendar year.</param>
/// <param name="Value">The figure, unrounded.</param>
/// <param name="Divisor">Elapsed years it is averaged over; 1 where it is a sum.</param>
/// <param name="Contributions">The records, in an order that does not depend on the order they were given in.</param>
public sealed record AdjustmentOpening(
    AdjustmentFigure Figure, int Year, decimal Value, int Divisor, IReadOnlyList<AdjustmentContribution> Contributions)
{
    /// <summary>Opens a figure of a result.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside the period.</exception>
    public static AdjustmentOpening Of(AdjustmentResult result, int year, AdjustmentFigure figure)
    {
        var figures = result[year];
        var isAverage = figure == AdjustmentFigure.AverageNet
            || (figure == AdjustmentFigure.CorrespondingAdjustment && result.Inputs.Method == AdjustmentMethod.SingleYearAveraging);
        var from = isAverage || figure == AdjustmentFigure.CumulativeNet ? result.Inputs.Period.FirstYear : year;
        var counted = RecordStandings.Counted(result.Inputs).Where(c => c.Year >= from && c.Year <= year && IsPartOf(figure, c));
        return new AdjustmentOpening(
            figure, year, Read(figures, figure), isAverage ? result.Inputs.Period.ElapsedAtEndOf(year) : 1, ContributionOrder.Sorted(counted));
    }

    private static bool IsPartOf(AdjustmentFigure figure, AdjustmentContribution c) => figure switch
    {
        AdjustmentFigure.FirstTransferredForNdc => c.Purpose == FirstTransferPurpose.Ndc,
        AdjustmentFigure.FirstTransferredForOimp => c.Purpose == FirstTransferPurpose.OtherInternationalMitigation,
        AdjustmentFigure.Used => c.Term == AdjustmentTerm.Use,
        _ => true,
    };

    private static decimal Read(AdjustmentYear year, AdjustmentFigure figure) => figure switch
    {
        AdjustmentFigure.FirstTransferredForNdc => year.FirstTransferredForNdc,
        AdjustmentFigure.FirstTransferredForOimp => year.FirstTransferredForOimp,
        AdjustmentFigure.Used => year.Used,
        AdjustmentFigure.Net => year.Net,
        AdjustmentFigure.CumulativeNet => year.CumulativeNet,
        AdjustmentFigure.AverageNet => year.AverageNet,
        AdjustmentFigure.CorrespondingAdjustment => year.CorrespondingAdjustment,
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, "Unknown figure."),
    };
}
