using System.Globalization;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.StructuredSummary;

/// <summary>Lays computed adjustments out in the rows of table 4.</summary>
public static class StructuredSummaryBuilder
{
    /// <summary>Builds the report of a Party; the figures the Party provided must already be in the calculation.</summary>
    public static StructuredSummaryReport Build(PartyCode party, AdjustmentResult result, StructuredSummaryOptions? options = null)
    {
        var rows = new Rows(result, options ?? new StructuredSummaryOptions());
        return new StructuredSummaryReport(party, result, rows.Options, [.. rows.Progress()], [.. rows.Article6()])
        {
            Shares = [.. AdjustmentShare.Of(result).Where(s => !(s.Key.Year > rows.Options.ThroughYear))],
        };
    }

    private sealed record Rows(AdjustmentResult Result, StructuredSummaryOptions Options)
    {
        private bool IsEmissions => Result.Inputs.Basis != AdjustmentBasis.NonGhgIndicator;

        private bool IsPolicies => Result.Inputs.Basis == AdjustmentBasis.PoliciesAndMeasures;

        private bool IsSubset => Options.Presentation == OimpPresentation.PartOfFirstTransfers;

        private string Metric => Result.Inputs.Metric.ToString();

        public IEnumerable<SummaryRow> Progress()
        {
            if (Options.Figures.Indicators.Count == 0)
                yield return Row(0, "Indicator selected to track progress", "進捗を追跡する指標", "65-68, 77(a)", _ => null) with { Unit = "" };
            foreach (var indicator in Options.Figures.Indicators)
            {
                yield return Of(0, new BilingualText(indicator.Name, indicator.Name), "65-68, 77(a)", indicator.Values) with
                {
                    Unit = indicator.Unit, ReferencePoint = indicator.ReferencePoint ?? "", TargetLevel = indicator.TargetLevel ?? "", TargetPeriod = indicator.TargetPeriod ?? "", Progress = indicator.Progress ?? "",
                };
            }

            var tonnes = AdjustmentMetric.TonnesCo2Equivalent.ToString();
            yield return Of(0, new("Total GHG emissions and removals consistent with the coverage of the NDC", "NDC の対象範囲に整合する温室効果ガスの総排出量・吸収量"), "77(b)", Options.Figures.TotalEmissions) with { Unit = tonnes };
            yield return Of(0, new("Contribution of the land-use sector, where not included above", "土地利用部門の寄与（上記に含まれない場合）"), "77(c)", Options.Figures.LandUse) with { Unit = tonnes, Note = "Only where it is not part of the row above." };
        }

        public IEnumerable<SummaryRow> Article6()
        {
            var method = Result.Inputs.Method;
            yield return Row(1, "Indicative multi-year trajectory, trajectories or budget", "示唆的な複数年の排出経路または予算", "7(a)(i)", y => y.Trajectory, method == AdjustmentMethod.SingleYearTrajectory);
            yield return Row(2, "Multi-year trajectory, trajectories or budget", "複数年の排出経路または予算", "7(b)", y => y.Trajectory, method == AdjustmentMethod.MultiYear);
            yield return Row(3, "Annual emissions and removals covered by the NDC", "NDC対象の年間排出量・吸収量", "23(a), 77(d)(i)", y => y.Emissions, IsEmissions, IsPolicies ? "Of the categories affected by the policies and measures." : "");
            yield return Of(4, new("Annual emissions and removals covered by the portion of the NDC per paragraph 10", "第10項に基づくNDC部分の年間排出量・吸収量"), "23(b)", Options.Figures.PortionEmissions) with
            {
                Applies = IsPolicies, Note = "Only for an NDC of unquantified policies and measures.",
            };
            yield return Row(5, "Annual level of the non-GHG indicator", "温室効果ガス以外の指標の年間水準", "23(i)", y => y.Indicator, !IsEmissions, "Only for an NDC in a non-GHG metric.");
            yield return Row(6, "Annual quantity of ITMOs first transferred", "最初の移転の年間数量", "23(c), 77(d)(ii)", y => IsSubset ? y.FirstTransferred : y.FirstTransferredForNdc, note: IsSubset ? "Includes other international mitigation purposes." : "For use towards NDCs.");
            yield return Row(7, "Annual quantity of mitigation outcomes authorized for other international mitigation purposes, and entities authorized to use them", "その他の国際緩和目的に承認された年間数量および使用を承認された事業体", "23(d), 77(d)(ii)", y => y.FirstTransferredForOimp, note: OtherPurposes());
            yield return Row(8, "Annual quantity of ITMOs used towards the NDC", "NDCに使用した年間数量", "23(e), 77(d)(ii)", y => y.Used);
            yield return Row(9, "Net annual quantity of ITMOs", "年間純数量", "23(f)", y => y.Net, note: IsSubset ? "23(c) - 23(e)" : "23(c) + 23(d) - 23(e)");
            yield return Row(10, "Cumulative amount divided by the number of elapsed years", "累積量を経過年数で除した値", "7(a)(ii)", y => y.AverageNet, method == AdjustmentMethod.SingleYearAveraging);
            yield return Row(11, "Total quantitative corresponding adjustment", "相当調整の総量", "23(g)", y => y.CorrespondingAdjustment);
            yield return Row(12, "Cumulative information on 23(f)", "23(f)の累積", "23(h)", y => y.CumulativeNet);
            yield return Row(13, "Annual emissions balance", "年間排出収支", "23(k)(i), 77(d)(ii)", y => y.EmissionsBalance, IsEmissions);
            yield return Row(14, "Annual adjusted indicator", "年間調整後指標", "23(k)(ii)", y => y.AdjustedIndicator, !IsEmissions, "Only for an NDC in a non-GHG metric.");
            yield return Row(15, "Any other information", "その他の情報", "77(d)(iii)", _ => null, note: OtherInformation()) with { Cells = SummaryCells.Text, Unit = "" };
            yield return EndOfPeriod();
        }

        private SummaryRow Row(int number, string english, string japanese, string reference, Func<AdjustmentYear, decimal?> value, bool applies = true, string note = "") =>
            new(number, new BilingualText(english, japanese), reference, [.. Result.Years.Select(value)], applies, note) { Unit = Metric };

        private SummaryRow Of(int number, BilingualText label, string reference, IReadOnlyDictionary<int, decimal> years) =>
            new(number, label, reference, [.. Result.Years.Select(y => years.TryGetValue(y.Year, out var value) ? value : (decimal?)null)], Applies: true, "") { Unit = Metric };

        private string OtherPurposes()
        {
            var reading = IsSubset ? "Part of 23(c)." : "First transferred; not in 23(c).";
            return Options.EntitiesForOtherPurposes.Count == 0 ? reading : $"{reading} Entities: {string.Join(", ", Options.EntitiesForOtherPurposes)}.";
        }

        // A single-year target is compared with the balance of its year, a multi-year one with the sum of the period.
        private SummaryRow EndOfPeriod()
        {
            var isMultiYear = Result.Inputs.Method == AdjustmentMethod.MultiYear;
            var last = Result.Years[^1];
            var outcome = !IsEmissions ? last.AdjustedIndicator : isMultiYear ? Result.BalanceSum : last.EmissionsBalance;
            var target = Options.Figures.Target;
            var level = target?.Level ?? (isMultiYear && IsEmissions ? Result.TrajectorySum : null);
            var what = !IsEmissions ? "The adjusted indicator of the last year" : isMultiYear ? "The sum of the emissions balances" : "The emissions balance of the last year";
            return new SummaryRow(16, new BilingualText("End-of-period assessment", "期間末の評価"), "23(l), 70", [.. Result.Years.Select((_, i) => i == Result.Years.Count - 1 ? outcome : null)], Applies: true, $"{what}, to be compared with the target. {Compared(outcome, level)}".TrimEnd())
            {
                Cells = SummaryCells.LastYear,
                Unit = Metric,
                ReferencePoint = target?.ReferencePoint ?? "",
                TargetLevel = level is { } known ? Options.Rounding.Round(known).ToString(CultureInfo.InvariantCulture) : StructuredSummaryReport.ToBeProvided,
                TargetPeriod = target?.Period ?? "",
                Progress = Options.Figures.Achievement ?? "",
            };
        }

        private string Compared(decimal? outcome, decimal? level)
        {
            if (outcome is not { } reached || level is not { } aimed) return "";
            var distance = Options.Rounding.Round(reached - aimed);
            return distance == 0 ? "It equals the target." : string.Create(CultureInfo.InvariantCulture, $"It is {Math.Abs(distance)} {(distance > 0 ? "above" : "below")} the target.");
        }

        private string OtherInformation()
        {
            var transfers = Result.FirstTransfersOutsidePeriod.Sum(t => t.Quantity.Tonnes);
            var uses = Result.UsesOutsidePeriod.Sum(u => u.Quantity.Tonnes);
            var others = Result.FirstTransfersInOtherMetric.Count + Result.UsesInOtherMetric.Count;
            string[] parts =
            [
                Options.Figures.OtherInformation ?? "",
                transfers == 0 && uses == 0 ? "" : $"Not counted here: {transfers} {Metric} first transferred and {uses} {Metric} used whose year is outside {Result.Inputs.Period}.",
                others == 0 ? "" : $"Not counted here: {others} records in another metric than {Metric}.",
            ];
            return string.Join(' ', parts.Where(p => p.Length > 0));
        }
    }
}
