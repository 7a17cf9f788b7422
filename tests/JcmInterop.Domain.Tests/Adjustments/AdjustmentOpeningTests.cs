using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;
using static JcmInterop.Domain.Tests.Adjustments.AdjustmentSamples;

namespace JcmInterop.Domain.Tests.Adjustments;

public sealed class AdjustmentOpeningTests
{
    [Fact]
    public void An_average_opens_to_every_record_of_the_years_before()
    {
        var inputs = new AdjustmentInputs(Period, AdjustmentMethod.SingleYearAveraging, [Transferred(2022, 2024, 12_000), Transferred(2023, 2024, 15_000), Transferred(2025, 2026, 20_000)], []);

        var opening = AdjustmentOpening.Of(CorrespondingAdjustments.Calculate(inputs), 2023, AdjustmentFigure.CorrespondingAdjustment);

        opening.Value.ShouldBe(9_000);
        opening.Divisor.ShouldBe(3);
        opening.Contributions.Select(c => c.Quantity.Tonnes).ShouldBe([12_000, 15_000]);
    }

    [Fact]
    public void A_figure_names_the_blocks_behind_it()
    {
        var block = new SerialRange("JC-THA-", 101, 200);
        var record = Transferred(2023, 2024, 100) with { Origin = new AdjustmentOrigin { Serials = block, TransferringParty = new PartyCode("THA") } };

        var opening = AdjustmentOpening.Of(
            CorrespondingAdjustments.Calculate(new AdjustmentInputs(Period, AdjustmentMethod.MultiYear, [record], [])), 2023, AdjustmentFigure.FirstTransferredForNdc);

        opening.Contributions.ShouldHaveSingleItem().Origin.Serials.ShouldBe(block);
    }

    [Fact]
    public void A_year_outside_the_period_cannot_be_opened() =>
        Should.Throw<ArgumentOutOfRangeException>(() => AdjustmentOpening.Of(
            CorrespondingAdjustments.Calculate(new AdjustmentInputs(Period, AdjustmentMethod.MultiYear, [], [])), 2031, AdjustmentFigure.Net));

    [Fact]
    public void Units_in_two_first_transfers_are_named_once_each()
    {
        var result = CorrespondingAdjustments.Calculate(new AdjustmentInputs(
            Period, AdjustmentMethod.MultiYear, [Block(1, 100), Block(51, 60), Block(90, 120), Block(121, 130)], [UseOf(1, 10)]));

        AdjustmentOverlap.Find(result).Select(o => o.Serials.ToString()).ShouldBe(["A-51..A-60", "A-90..A-100"]);
    }

    [Fact]
    public void A_unit_first_transferred_and_then_used_is_not_counted_twice()
    {
        var result = CorrespondingAdjustments.Calculate(new AdjustmentInputs(Period, AdjustmentMethod.MultiYear, [Block(1, 100)], [UseOf(1, 100)]));

        AdjustmentOverlap.Find(result).ShouldBeEmpty();
        result.PeriodNet.ShouldBe(0);
    }

    private static FirstTransferRecord Block(long first, long final) =>
        Transferred(2023, 2024, final - first + 1) with { Origin = new AdjustmentOrigin { Serials = new SerialRange("A-", first, final) } };

    private static UseRecord UseOf(long first, long final) =>
        Used(2025, final - first + 1) with { Origin = new AdjustmentOrigin { Serials = new SerialRange("A-", first, final) } };
}
