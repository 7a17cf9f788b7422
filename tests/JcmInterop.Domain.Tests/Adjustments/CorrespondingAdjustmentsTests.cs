using CsCheck;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Tests.Adjustments;

public sealed class CorrespondingAdjustmentsTests
{
    private static readonly NdcPeriod Period = new(2021, 2030);

    private static readonly FirstTransferRecord[] HostTransfers =
    [
        Transfer(2022, 2024, 12_000), Transfer(2023, 2024, 15_000), Transfer(2023, 2026, 3_000),
        Transfer(2025, 2026, 20_000), Transfer(2028, 2029, 25_000), Transfer(2030, 2031, 10_000),
    ];

    private static readonly Dictionary<int, decimal> HostEmissions = Period.EachYear().ToDictionary(y => y, y => 1_000_000m - (5_000m * (y - 2021)));
    private static readonly Dictionary<int, decimal> AcquirerEmissions = Period.EachYear().ToDictionary(y => y, y => 5_000_000m - (20_000m * (y - 2021)));

    [Fact]
    public void A_trajectory_adjusts_the_vintage_year_and_never_the_year_of_the_action()
    {
        var result = Host(AdjustmentMethod.SingleYearTrajectory);

        result.Years.Select(y => y.FirstTransferred).ShouldBe([0, 12_000, 18_000, 0, 20_000, 0, 0, 25_000, 0, 10_000]);
        result.Years.Select(y => y.EmissionsBalance).ShouldBe(
            [1_000_000, 1_007_000, 1_008_000, 985_000, 1_000_000, 975_000, 970_000, 990_000, 960_000, 965_000]);
        result.PeriodNet.ShouldBe(85_000);
    }

    [Theory]
    [InlineData(2024, 27_000, "6750", 1_005_000)]
    [InlineData(2026, 50_000, "8333.333", 1_008_000)]
    [InlineData(2029, 75_000, "8333.333", 1_008_000)]
    [InlineData(2031, 85_000, "8500", 1_008_000)]
    public void A_report_as_of_a_day_sees_only_what_had_happened(int year, int cumulative, string average, int balance2023)
    {
        var result = CorrespondingAdjustments.Calculate(
            HostInputs(AdjustmentMethod.SingleYearTrajectory) with { EffectiveUntil = new DateOnly(year, 12, 31) });

        result.PeriodNet.ShouldBe(cumulative);
        decimal.Round(result.AverageToDate(year)!.Value, 3).ShouldBe(decimal.Parse(average));
        result[2023].EmissionsBalance.ShouldBe(balance2023);
    }

    [Fact]
    public void An_event_recorded_late_is_unknown_before_it_was_recorded()
    {
        var late = Transfer(2023, 2024, 100) with { RecordedOn = new DateOnly(2025, 2, 1) };
        var inputs = new AdjustmentInputs(Period, AdjustmentMethod.SingleYearTrajectory, [late], []) { EffectiveUntil = new DateOnly(2024, 12, 31) };

        CorrespondingAdjustments.Calculate(inputs with { RecordedUntil = new DateOnly(2024, 12, 31) }).PeriodNet.ShouldBe(0);
        CorrespondingAdjustments.Calculate(inputs with { RecordedUntil = new DateOnly(2025, 2, 1) }).PeriodNet.ShouldBe(100);
    }

    [Fact]
    public void An_acquirer_subtracts_in_the_year_it_uses_for_and_acquisition_changes_nothing()
    {
        var result = CorrespondingAdjustments.Calculate(new AdjustmentInputs(
            Period, AdjustmentMethod.SingleYearTrajectory, [], [Use(2030, 85_000)]) { Emissions = AcquirerEmissions });

        result[2030].EmissionsBalance.ShouldBe(4_735_000);
        result.Years.Where(y => y.Year < 2030).ShouldAllBe(y => y.EmissionsBalance == y.Emissions);
    }

    [Fact]
    public void Averaging_spreads_the_cumulative_amount_over_the_elapsed_years()
    {
        var result = Host(AdjustmentMethod.SingleYearAveraging);

        result.Years.Select(y => decimal.Round(y.CorrespondingAdjustment, 3)).ShouldBe(
            [0, 6_000, 10_000, 7_500, 10_000, 8_333.333m, 7_142.857m, 9_375, 8_333.333m, 8_500]);
        result.Years.Select(y => decimal.Round(y.EmissionsBalance!.Value, 3)).ShouldBe(
            [1_000_000, 1_001_000, 1_000_000, 992_500, 990_000, 983_333.333m, 977_142.857m, 974_375, 968_333.333m, 963_500]);
        result.Years.Select(y => y.DeviationFrom(8_500)).ShouldBe(
            [-8_500, 3_500, 9_500, -8_500, 11_500, -8_500, -8_500, 16_500, -8_500, 1_500]);
    }

    [Fact]
    public void Averaging_for_an_acquirer_subtracts_the_running_average()
    {
        var result = CorrespondingAdjustments.Calculate(new AdjustmentInputs(
            Period, AdjustmentMethod.SingleYearAveraging, [], [Use(2025, 10_000), Use(2026, 12_000), Use(2028, 20_000), Use(2029, 18_000), Use(2030, 25_000)])
        {
            Emissions = Period.EachYear().ToDictionary(y => y, y => 5_000_000m - (20_000m * (y - 2021))),
        });

        var last = result.Years.Where(y => y.Year >= 2025).ToList();
        last.Select(y => decimal.Round(-y.CorrespondingAdjustment, 3)).ShouldBe([2_000, 3_666.667m, 3_142.857m, 5_250, 6_666.667m, 8_500]);
        last.Select(y => decimal.Round(y.EmissionsBalance!.Value, 3)).ShouldBe(
            [4_918_000, 4_896_333.333m, 4_876_857.143m, 4_854_750, 4_833_333.333m, 4_811_500]);
    }

    [Theory]
    [InlineData(30_000, 20_000, 1_015_000, 1_020_000, 5_000)]
    [InlineData(28_000, 19_000, 1_013_000, 1_019_000, 4_700)]
    [InlineData(28_000, 7_000, 1_013_000, 1_007_000, 3_500)]
    public void Other_international_mitigation_adds_once_by_vintage(int first2024, int first2025, int balance2024, int balance2025, int average)
    {
        FirstTransferRecord[] oimp = [Oimp(2024, first2024), Oimp(2025, first2025)];
        var together = CorrespondingAdjustments.Calculate(
            HostInputs(AdjustmentMethod.SingleYearTrajectory) with { FirstTransfers = [.. HostTransfers, .. oimp] });
        var alone = CorrespondingAdjustments.Calculate(new AdjustmentInputs(Period, AdjustmentMethod.SingleYearAveraging, oimp, []));

        together[2024].EmissionsBalance.ShouldBe(balance2024);
        together[2025].EmissionsBalance.ShouldBe(balance2025);
        alone[2030].CorrespondingAdjustment.ShouldBe(average);
    }

    [Fact]
    public void A_multi_year_period_compares_the_sum_of_balances_with_the_budget()
    {
        var inputs = HostInputs(AdjustmentMethod.MultiYear) with { Trajectory = Period.EachYear().ToDictionary(y => y, _ => 990_000m) };
        var result = CorrespondingAdjustments.Calculate(inputs);

        result.BalanceSum.ShouldBe(HostEmissions.Values.Sum() + 85_000);
        result.TrajectorySum.ShouldBe(9_900_000);
    }

    [Fact]
    public void Missing_emissions_leave_the_balance_empty_and_the_adjustment_known()
    {
        var result = CorrespondingAdjustments.Calculate(new AdjustmentInputs(Period, AdjustmentMethod.MultiYear, HostTransfers, []));

        result[2023].CorrespondingAdjustment.ShouldBe(18_000);
        result[2023].EmissionsBalance.ShouldBeNull();
        result.BalanceSum.ShouldBeNull();
    }

    [Fact]
    public void What_belongs_to_another_period_is_named_and_not_counted()
    {
        var result = CorrespondingAdjustments.Calculate(new AdjustmentInputs(
            new NdcPeriod(2031, 2035), AdjustmentMethod.MultiYear, HostTransfers, [Use(2031, 5)]));

        result.PeriodNet.ShouldBe(0);
        result.FirstTransfersOutsidePeriod.Count.ShouldBe(HostTransfers.Length);
        result.UsesOutsidePeriod.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_non_greenhouse_gas_indicator_has_the_reverse_signs()
    {
        CorrespondingAdjustments.AdjustedIndicator(1_200_000, 50_000, 0).ShouldBe(1_150_000);
        CorrespondingAdjustments.AdjustedIndicator(800_000, 0, 50_000).ShouldBe(850_000);
    }

    [Fact]
    public void Host_and_acquirer_adjust_by_the_same_total_when_everything_is_used() =>
        Gen.Select(Gen.Int[2021, 2030], Gen.Int[2021, 2030], Gen.Long[0, 1_000_000_000]).Array[0, 20].Sample(moves =>
        {
            var host = moves.Select(m => Transfer(m.Item1, 2024, m.Item3)).ToList();
            var acquirer = moves.Select(m => Use(m.Item2, m.Item3)).ToList();
            var added = CorrespondingAdjustments.Calculate(new AdjustmentInputs(Period, AdjustmentMethod.MultiYear, host, []));
            var taken = CorrespondingAdjustments.Calculate(new AdjustmentInputs(Period, AdjustmentMethod.MultiYear, [], acquirer));
            (added.PeriodNet + taken.PeriodNet).ShouldBe(0);
        });

    private static AdjustmentInputs HostInputs(AdjustmentMethod method) => new(Period, method, HostTransfers, []) { Emissions = HostEmissions };

    private static AdjustmentResult Host(AdjustmentMethod method) => CorrespondingAdjustments.Calculate(HostInputs(method));

    private static FirstTransferRecord Transfer(int vintage, int year, long tonnes) =>
        new(new Vintage(vintage), new UnitQuantity(tonnes), FirstTransferPurpose.Ndc, new DateOnly(year, 6, 30), new DateOnly(year, 6, 30));

    private static FirstTransferRecord Oimp(int vintage, long tonnes) =>
        new(new Vintage(vintage), new UnitQuantity(tonnes), FirstTransferPurpose.OtherInternationalMitigation, new DateOnly(2026, 6, 30), new DateOnly(2026, 6, 30));

    private static UseRecord Use(int year, long tonnes) =>
        new(year, new Vintage(2025), new UnitQuantity(tonnes), new DateOnly(2031, 6, 30), new DateOnly(2031, 6, 30));
}
