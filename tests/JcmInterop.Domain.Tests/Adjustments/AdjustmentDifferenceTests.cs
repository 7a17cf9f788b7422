using JcmInterop.Domain.Adjustments;
using static JcmInterop.Domain.Tests.Adjustments.AdjustmentSamples;

namespace JcmInterop.Domain.Tests.Adjustments;

public sealed class AdjustmentDifferenceTests
{
    private static readonly AdjustmentInputs Inputs = new(
        Period,
        AdjustmentMethod.SingleYearTrajectory,
        [
            Transferred(2022, 2024, 12_000), Transferred(2023, 2024, 15_000), Transferred(2023, 2026, 3_000),
            Transferred(2025, 2026, 20_000), Transferred(2028, 2029, 25_000), Transferred(2030, 2031, 10_000),
        ],
        [])
    {
        Emissions = Period.EachYear().ToDictionary(y => y, y => 1_000_000m - (5_000m * (y - 2021))),
    };

    [Fact]
    public void A_late_first_transfer_of_an_old_vintage_changes_that_year_and_is_named()
    {
        var difference = AdjustmentDifference.Between(AsOf(2024), AsOf(2026));

        difference.Years.Select(y => y.Year).ShouldBe([2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030]);
        difference.Years.Where(y => !y.IsCarriedOver).Select(y => y.Year).ShouldBe([2023, 2025]);
        difference.Years[0].Before.EmissionsBalance.ShouldBe(1_005_000);
        difference.Years[0].After.EmissionsBalance.ShouldBe(1_008_000);
        difference.Years[0].AdjustmentChange.ShouldBe(3_000);
        difference.Years[0].Came.ShouldHaveSingleItem().EffectiveOn.ShouldBe(new DateOnly(2026, 6, 30));
        difference.Years[0].Gone.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_recorded_late_is_a_change_of_what_was_known_and_not_of_what_happened()
    {
        var late = Transferred(2023, 2024, 100) with { RecordedOn = new DateOnly(2025, 2, 1) };
        var inputs = Inputs with { FirstTransfers = [late], EffectiveUntil = new DateOnly(2024, 12, 31), RecordedUntil = new DateOnly(2024, 12, 31) };

        AdjustmentDifference.Between(inputs, inputs with { RecordedUntil = new DateOnly(2025, 2, 1) }).Years[0].Came.ShouldHaveSingleItem().Quantity.Tonnes.ShouldBe(100);
        AdjustmentDifference.Between(inputs, inputs with { EffectiveUntil = new DateOnly(2025, 2, 1) }).Years.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_changes_between_a_calculation_and_itself() => AdjustmentDifference.Between(Inputs, Inputs).Years.ShouldBeEmpty();

    [Fact]
    public void What_would_be_is_the_same_function_over_supposed_records()
    {
        var difference = AdjustmentDifference.Supposing(Inputs, [Transferred(2029, 2030, 500)], [Used(2030, 200)]);

        difference.After.PeriodNet.ShouldBe(85_300);
        difference.Before.PeriodNet.ShouldBe(85_000);
        difference.Years.SelectMany(y => y.Came).ShouldAllBe(c => c.Origin.IsHypothetical);
        difference.Years.SelectMany(y => y.Came).Select(c => (c.Year, c.Net)).ShouldBe([(2029, 500), (2030, -200)]);
        Inputs.FirstTransfers.Count.ShouldBe(6);
    }

    [Fact]
    public void Two_equal_records_are_two_amounts()
    {
        var twice = Inputs with { FirstTransfers = [Transferred(2022, 2024, 7), Transferred(2022, 2024, 7)] };

        AdjustmentDifference.Between(twice with { FirstTransfers = [Transferred(2022, 2024, 7)] }, twice).Years[0].Came.ShouldHaveSingleItem();
    }

    [Fact]
    public void Calculations_by_different_methods_are_not_compared() =>
        Should.Throw<ArgumentException>(() => AdjustmentDifference.Between(Inputs, Inputs with { Method = AdjustmentMethod.MultiYear }));

    private static AdjustmentInputs AsOf(int year) => Inputs with { EffectiveUntil = new DateOnly(year, 12, 31) };
}
