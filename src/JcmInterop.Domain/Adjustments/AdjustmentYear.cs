namespace JcmInterop.Domain.Adjustments;

/// <summary>The figures of one calendar year, in t CO2 eq or the metric of the calculation; unrounded.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="FirstTransferredForNdc">Units of this vintage first transferred for NDC use: paragraph 23(c).</param>
/// <param name="FirstTransferredForOimp">Units of this vintage first transferred for other international mitigation purposes: paragraph 23(d).</param>
/// <param name="Used">Units used towards the NDC for this year: paragraph 23(e).</param>
/// <param name="CumulativeNet">Sum of <see cref="Net"/> from the first year of the period: paragraph 23(h).</param>
/// <param name="AverageNet"><see cref="CumulativeNet"/> divided by the elapsed years: paragraph 7(a)(ii).</param>
/// <param name="CorrespondingAdjustment">What the chosen method adds to the emissions, or to the indicator of another metric; negative when it subtracts:
/// paragraph 23(g).</param>
/// <param name="Emissions">Emissions and removals covered by the NDC, when the Party has provided them.</param>
/// <param name="Trajectory">Trajectory or budget of the year, when the Party has provided it.</param>
public sealed record AdjustmentYear(
    int Year,
    decimal FirstTransferredForNdc,
    decimal FirstTransferredForOimp,
    decimal Used,
    decimal CumulativeNet,
    decimal AverageNet,
    decimal CorrespondingAdjustment,
    decimal? Emissions,
    decimal? Trajectory)
{
    /// <summary>What the NDC is expressed in.</summary>
    public AdjustmentBasis Basis { get; init; } = AdjustmentBasis.CoveredEmissions;

    /// <summary>Level of the indicator of an NDC in another metric, when the Party has provided it: paragraph 23(i).</summary>
    public decimal? Indicator { get; init; }

    /// <summary>All units of this vintage first transferred.</summary>
    public decimal FirstTransferred => FirstTransferredForNdc + FirstTransferredForOimp;

    /// <summary>First transferred minus used: paragraph 23(f). OIMP first transfers are counted once, whichever row they are filed in.</summary>
    public decimal Net => FirstTransferred - Used;

    /// <summary>Emissions plus corresponding adjustment: paragraph 23(k)(i); absent while the emissions are, and for an NDC in another metric.</summary>
    public decimal? EmissionsBalance => Basis == AdjustmentBasis.NonGhgIndicator ? null : Emissions + CorrespondingAdjustment;

    /// <summary>Indicator plus corresponding adjustment, whose signs are reversed: paragraphs 9 and 23(k)(ii); absent while the indicator is, and for an NDC in t CO2 eq.</summary>
    public decimal? AdjustedIndicator => Basis == AdjustmentBasis.NonGhgIndicator ? Indicator + CorrespondingAdjustment : null;

    /// <summary>By how much the year's net volume differs from a period average: the representativeness asked for in 2/CMA.3, paragraph 3(b).</summary>
    public decimal DeviationFrom(decimal periodAverage) => Net - periodAverage;
}
