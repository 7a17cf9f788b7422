namespace JcmInterop.Domain.Adjustments;

/// <summary>Computes corresponding adjustments and balances. Source: decision 2/CMA.3 annex, paragraphs 7 to 10 and 23.</summary>
/// <remarks>A function of its inputs alone: neither the order of the records nor how blocks are split changes a figure. Nothing is rounded here: no
/// rounding rule is adopted, so rounding belongs to the presentation. An acquisition is not a term; only use subtracts.</remarks>
public static class CorrespondingAdjustments
{
    /// <summary>Computes every year of the period.</summary>
    /// <exception cref="ArgumentException">An indicator is asked for in t CO2 eq, or emissions in another metric.</exception>
    public static AdjustmentResult Calculate(AdjustmentInputs inputs)
    {
        if (inputs.Metric.IsNonGhg != (inputs.Basis == AdjustmentBasis.NonGhgIndicator))
            throw new ArgumentException($"An NDC with the basis {inputs.Basis} is not adjusted in {inputs.Metric}: paragraph 9 is for other metrics than t CO2 eq, paragraphs 8 and 10 for t CO2 eq.", nameof(inputs));
        var transfers = inputs.FirstTransfers.ToLookup(t => RecordStandings.Of(inputs, t));
        var uses = inputs.Uses.ToLookup(u => RecordStandings.Of(inputs, u));
        return new AdjustmentResult(
            inputs,
            Years(inputs, transfers[RecordStanding.Counted], uses[RecordStanding.Counted]),
            [.. transfers[RecordStanding.OutsidePeriod]],
            [.. uses[RecordStanding.OutsidePeriod]])
        {
            FirstTransfersInOtherMetric = [.. transfers[RecordStanding.InOtherMetric]],
            UsesInOtherMetric = [.. uses[RecordStanding.InOtherMetric]],
        };
    }

    /// <summary>The adjusted indicator of an NDC in a non-GHG metric, in that metric: the signs are the reverse of the emissions balance (paragraph 9).</summary>
    public static decimal AdjustedIndicator(decimal indicator, decimal firstTransferred, decimal used) => indicator - firstTransferred + used;

    private static List<AdjustmentYear> Years(AdjustmentInputs inputs, IEnumerable<FirstTransferRecord> transfers, IEnumerable<UseRecord> uses)
    {
        var period = inputs.Period;
        var (ndc, oimp, used) = (new decimal[period.Years], new decimal[period.Years], new decimal[period.Years]);
        foreach (var transfer in transfers)
            (transfer.Purpose == FirstTransferPurpose.Ndc ? ndc : oimp)[transfer.Vintage.Year - period.FirstYear] += transfer.Quantity.Tonnes;
        foreach (var use in uses) used[use.UsedForYear - period.FirstYear] += use.Quantity.Tonnes;

        var years = new List<AdjustmentYear>(period.Years);
        var cumulative = 0m;
        foreach (var year in period.EachYear())
        {
            var i = year - period.FirstYear;
            var net = ndc[i] + oimp[i] - used[i];
            cumulative += net;
            var average = cumulative / period.ElapsedAtEndOf(year);
            var amount = inputs.Method == AdjustmentMethod.SingleYearAveraging ? average : net;
            years.Add(new AdjustmentYear(
                year, ndc[i], oimp[i], used[i], cumulative, average, Signed(inputs, amount), Find(inputs.Emissions, year), Find(inputs.Trajectory, year))
            {
                Basis = inputs.Basis,
                Indicator = Find(inputs.Indicator, year),
            });
        }

        return years;
    }

    private static decimal Signed(AdjustmentInputs inputs, decimal net) => inputs.Basis == AdjustmentBasis.NonGhgIndicator ? -net : net;

    private static decimal? Find(IReadOnlyDictionary<int, decimal> byYear, int year) => byYear.TryGetValue(year, out var value) ? value : null;
}
