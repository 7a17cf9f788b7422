using JcmInterop.Domain.Adjustments;
using static JcmInterop.Domain.Tests.Adjustments.AdjustmentSamples;

namespace JcmInterop.Domain.Tests.Adjustments;

public sealed class AdjustmentBasisTests
{
    private static readonly AdjustmentMetric Renewable = new("MWh renewable electricity");

    [Fact]
    public void A_host_with_another_metric_takes_first_transfers_from_its_indicator()
    {
        var result = Calculate([Transferred(2025, 2026, 50_000) with { Metric = Renewable }], [], 1_200_000);

        result[2025].AdjustedIndicator.ShouldBe(1_150_000);
        result[2025].CorrespondingAdjustment.ShouldBe(-50_000);
        result[2025].EmissionsBalance.ShouldBeNull();
    }

    [Fact]
    public void An_acquirer_with_another_metric_adds_what_it_uses() =>
        Calculate([], [Used(2025, 50_000) with { Metric = Renewable }], 800_000)[2025].AdjustedIndicator.ShouldBe(850_000);

    [Fact]
    public void Amounts_in_another_metric_are_named_and_not_counted()
    {
        var result = Calculate([Transferred(2025, 2026, 7)], [Used(2025, 9) with { Metric = new AdjustmentMetric("ha forest") }], 100);

        result[2025].AdjustedIndicator.ShouldBe(100);
        result.FirstTransfersInOtherMetric.ShouldHaveSingleItem().Quantity.Tonnes.ShouldBe(7);
        result.UsesInOtherMetric.ShouldHaveSingleItem().Quantity.Tonnes.ShouldBe(9);
    }

    [Fact]
    public void Policies_and_measures_are_adjusted_like_emissions()
    {
        var inputs = new AdjustmentInputs(Period, AdjustmentMethod.MultiYear, [Transferred(2025, 2026, 40)], [Used(2026, 15)])
        {
            Basis = AdjustmentBasis.PoliciesAndMeasures,
            Emissions = new Dictionary<int, decimal> { [2025] = 1_000, [2026] = 900 },
        };
        var result = CorrespondingAdjustments.Calculate(inputs);

        result[2025].EmissionsBalance.ShouldBe(1_040);
        result[2026].EmissionsBalance.ShouldBe(885);
        result[2025].AdjustedIndicator.ShouldBeNull();
    }

    [Theory]
    [InlineData(AdjustmentMethod.SingleYearTrajectory, 10_000)]
    [InlineData(AdjustmentMethod.SingleYearAveraging, 8_500)]
    [InlineData(AdjustmentMethod.MultiYear, 85_000)]
    public void The_period_ends_with_what_its_method_applies(AdjustmentMethod method, int adjustment) =>
        CorrespondingAdjustments.Calculate(new AdjustmentInputs(Period, method, [Transferred(2022, 2024, 75_000), Transferred(2030, 2031, 10_000)], []))
            .EndOfPeriodAdjustment.ShouldBe(adjustment);

    [Theory]
    [InlineData(AdjustmentBasis.CoveredEmissions, "MWh")]
    [InlineData(AdjustmentBasis.PoliciesAndMeasures, "MWh")]
    [InlineData(AdjustmentBasis.NonGhgIndicator, "t CO2 eq")]
    public void A_metric_that_does_not_fit_the_target_is_an_error(AdjustmentBasis basis, string metric) =>
        Should.Throw<ArgumentException>(() => CorrespondingAdjustments.Calculate(
            new AdjustmentInputs(Period, AdjustmentMethod.MultiYear, [], []) { Basis = basis, Metric = new AdjustmentMetric(metric) }));

    [Theory]
    [InlineData("")]
    [InlineData(" MWh")]
    public void A_metric_needs_a_name(string name) => Should.Throw<ArgumentException>(() => new AdjustmentMetric(name));

    private static AdjustmentResult Calculate(FirstTransferRecord[] transfers, UseRecord[] uses, decimal indicator) =>
        CorrespondingAdjustments.Calculate(new AdjustmentInputs(Period, AdjustmentMethod.SingleYearTrajectory, transfers, uses)
        {
            Basis = AdjustmentBasis.NonGhgIndicator,
            Metric = Renewable,
            Indicator = new Dictionary<int, decimal> { [2025] = indicator },
        });
}
