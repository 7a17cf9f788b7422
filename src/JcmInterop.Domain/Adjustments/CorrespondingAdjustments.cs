namespace JcmInterop.Domain.Adjustments;

/// <summary>Computes corresponding adjustments and emissions balances. Source: decision 2/CMA.3 annex, paragraphs 7 to 10 and 23.</summary>
/// <remarks>Nothing is rounded here: no rounding rule is adopted, so rounding belongs to the presentation. An acquisition is not a term; only use subtracts.</remarks>
public static class CorrespondingAdjustments
{
    /// <summary>Computes every year of the period.</summary>
    public static AdjustmentResult Calculate(AdjustmentInputs inputs)
    {
        var transfers = inputs.FirstTransfers.Where(t => Counts(inputs, t.EffectiveOn, t.RecordedOn)).ToList();
        var uses = inputs.Uses.Where(u => Counts(inputs, u.EffectiveOn, u.RecordedOn)).ToList();
        var period = inputs.Period;
        var inside = transfers.Where(t => period.Contains(t.Vintage.Year)).ToLookup(t => t.Vintage.Year);
        var used = uses.Where(u => IsInside(period, u)).ToLookup(u => u.UsedForYear);
        var years = new List<AdjustmentYear>(period.Years);
        var cumulative = 0m;
        foreach (var year in period.EachYear())
        {
            var ndc = Sum(inside[year], FirstTransferPurpose.Ndc);
            var oimp = Sum(inside[year], FirstTransferPurpose.OtherInternationalMitigation);
            var use = used[year].Sum(u => (decimal)u.Quantity.Tonnes);
            var net = ndc + oimp - use;
            cumulative += net;
            var average = cumulative / period.ElapsedAtEndOf(year);
            var adjustment = inputs.Method == AdjustmentMethod.SingleYearAveraging ? average : net;
            years.Add(new AdjustmentYear(year, ndc, oimp, use, cumulative, average, adjustment, Find(inputs.Emissions, year), Find(inputs.Trajectory, year)));
        }

        return new AdjustmentResult(
            inputs,
            years,
            [.. transfers.Where(t => !period.Contains(t.Vintage.Year))],
            [.. uses.Where(u => !IsInside(period, u))]);
    }

    /// <summary>The adjusted indicator of an NDC in a non-GHG metric, in that metric: the signs are the reverse of the emissions balance (paragraph 9).</summary>
    public static decimal AdjustedIndicator(decimal indicator, decimal firstTransferred, decimal used) => indicator - firstTransferred + used;

    private static bool IsInside(NdcPeriod period, UseRecord use) => period.Contains(use.UsedForYear) && period.Contains(use.Vintage.Year);

    private static bool Counts(AdjustmentInputs inputs, DateOnly effective, DateOnly recorded) =>
        !(effective > inputs.EffectiveUntil) && !(recorded > inputs.RecordedUntil);

    private static decimal Sum(IEnumerable<FirstTransferRecord> transfers, FirstTransferPurpose purpose) =>
        transfers.Where(t => t.Purpose == purpose).Sum(t => (decimal)t.Quantity.Tonnes);

    private static decimal? Find(IReadOnlyDictionary<int, decimal> byYear, int year) => byYear.TryGetValue(year, out var value) ? value : null;
}
