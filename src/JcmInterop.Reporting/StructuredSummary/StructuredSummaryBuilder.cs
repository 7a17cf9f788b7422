using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.StructuredSummary;

/// <summary>Lays computed adjustments out in the rows of table 4.</summary>
public static class StructuredSummaryBuilder
{
    /// <summary>Builds the report of a Party.</summary>
    public static StructuredSummaryReport Build(
        PartyCode party, AdjustmentResult result, OimpPresentation presentation = OimpPresentation.RowsAddUp, SummaryRounding? rounding = null) =>
        new(party, result, presentation, rounding ?? SummaryRounding.ThreeDecimals, [.. Rows(result, presentation)]);

    private static IEnumerable<SummaryRow> Rows(AdjustmentResult result, OimpPresentation presentation)
    {
        var method = result.Inputs.Method;
        var basis = result.Inputs.Basis;
        var isEmissions = basis != AdjustmentBasis.NonGhgIndicator;
        var isSubset = presentation == OimpPresentation.PartOfFirstTransfers;
        yield return Row(result, 1, "Indicative multi-year trajectory, trajectories or budget", "示唆的な複数年の排出経路または予算", "7(a)(i)", y => y.Trajectory, method == AdjustmentMethod.SingleYearTrajectory);
        yield return Row(result, 2, "Multi-year trajectory, trajectories or budget", "複数年の排出経路または予算", "7(b)", y => y.Trajectory, method == AdjustmentMethod.MultiYear);
        yield return Row(result, 3, "Annual emissions and removals covered by the NDC", "NDC対象の年間排出量・吸収量", "23(a), 77(d)(i)", y => y.Emissions, isEmissions, basis == AdjustmentBasis.PoliciesAndMeasures ? "Of the categories affected by the policies and measures." : "");
        yield return Row(result, 4, "Annual emissions and removals covered by the portion of the NDC per paragraph 10", "第10項に基づくNDC部分の年間排出量・吸収量", "23(b)", _ => null, basis == AdjustmentBasis.PoliciesAndMeasures, "Only for an NDC of unquantified policies and measures.");
        yield return Row(result, 5, "Annual level of the non-GHG indicator", "温室効果ガス以外の指標の年間水準", "23(i)", y => y.Indicator, !isEmissions, "Only for an NDC in a non-GHG metric.");
        yield return Row(result, 6, "Annual quantity of ITMOs first transferred", "最初の移転の年間数量", "23(c), 77(d)(ii)", y => isSubset ? y.FirstTransferred : y.FirstTransferredForNdc, note: isSubset ? "Includes other international mitigation purposes." : "For use towards NDCs.");
        yield return Row(result, 7, "Annual quantity of mitigation outcomes authorized for other international mitigation purposes", "その他の国際緩和目的に承認された年間数量", "23(d), 77(d)(ii)", y => y.FirstTransferredForOimp, note: isSubset ? "Part of 23(c)." : "First transferred; not in 23(c).");
        yield return Row(result, 8, "Annual quantity of ITMOs used towards the NDC", "NDCに使用した年間数量", "23(e), 77(d)(ii)", y => y.Used);
        yield return Row(result, 9, "Net annual quantity of ITMOs", "年間純数量", "23(f)", y => y.Net, note: isSubset ? "23(c) - 23(e)" : "23(c) + 23(d) - 23(e)");
        yield return Row(result, 10, "Cumulative amount divided by the number of elapsed years", "累積量を経過年数で除した値", "7(a)(ii)", y => y.AverageNet, method == AdjustmentMethod.SingleYearAveraging);
        yield return Row(result, 11, "Total quantitative corresponding adjustment", "相当調整の総量", "23(g)", y => y.CorrespondingAdjustment);
        yield return Row(result, 12, "Cumulative information on 23(f)", "23(f)の累積", "23(h)", y => y.CumulativeNet);
        yield return Row(result, 13, "Annual emissions balance", "年間排出収支", "23(k)(i), 77(d)(ii)", y => y.EmissionsBalance, isEmissions);
        yield return Row(result, 14, "Annual adjusted indicator", "年間調整後指標", "23(k)(ii)", y => y.AdjustedIndicator, !isEmissions, "Only for an NDC in a non-GHG metric.");
        yield return Row(result, 15, "Any other information", "その他の情報", "77(d)(iii)", _ => null, note: OtherInformation(result));
        yield return new SummaryRow(16, new BilingualText("End-of-period assessment", "期間末の評価"), "23(l), 70", EndOfPeriod(result), method == AdjustmentMethod.MultiYear && isEmissions,
            "In the last year: the sum of the emissions balances, to be compared with the sum of the trajectory or budget.");
    }

    private static SummaryRow Row(
        AdjustmentResult result, int number, string english, string japanese, string reference, Func<AdjustmentYear, decimal?> value, bool applies = true, string note = "") =>
        new(number, new BilingualText(english, japanese), reference, [.. result.Years.Select(value)], applies, note);

    private static decimal?[] EndOfPeriod(AdjustmentResult result) => [.. result.Years.Select((_, i) => i == result.Years.Count - 1 ? result.BalanceSum : null)];

    private static string OtherInformation(AdjustmentResult result)
    {
        var metric = result.Inputs.Metric;
        var transfers = result.FirstTransfersOutsidePeriod.Sum(t => t.Quantity.Tonnes);
        var uses = result.UsesOutsidePeriod.Sum(u => u.Quantity.Tonnes);
        var others = result.FirstTransfersInOtherMetric.Count + result.UsesInOtherMetric.Count;
        var outside = transfers == 0 && uses == 0
            ? ""
            : $"Not counted here: {transfers} {metric} first transferred and {uses} {metric} used whose year is outside {result.Inputs.Period}. ";
        return $"{outside}{(others == 0 ? "" : $"Not counted here: {others} records in another metric than {metric}.")}".TrimEnd();
    }
}
