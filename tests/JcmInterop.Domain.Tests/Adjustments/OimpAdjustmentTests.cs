using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Units;
using static JcmInterop.Domain.Tests.Adjustments.AdjustmentSamples;

namespace JcmInterop.Domain.Tests.Adjustments;

/// <summary>Authorized for airlines: 30,000 of 2024 and 20,000 of 2025; issued 28,000 and 19,000; cancelled by the end of 2031: 28,000 and 7,000.</summary>
public sealed class OimpAdjustmentTests
{
    private static readonly DateOnly Authorized = new(2024, 5, 10);
    private static readonly DateOnly Issued = new(2026, 9, 1);
    private static readonly DateOnly Cancelled = new(2029, 7, 1);

    private static readonly (int Vintage, long Tonnes, DateOnly? IssuedOn, DateOnly? CancelledOn)[] Blocks =
    [
        (2024, 28_000, Issued, Cancelled), (2024, 2_000, null, null),
        (2025, 7_000, Issued, Cancelled), (2025, 12_000, Issued, null), (2025, 1_000, null, null),
    ];

    [Theory]
    [InlineData(FirstTransferDefinition.Authorization, 30_000, 20_000, 1_015_000, 1_020_000, 5_000)]
    [InlineData(FirstTransferDefinition.Issuance, 28_000, 19_000, 1_013_000, 1_019_000, 4_700)]
    [InlineData(FirstTransferDefinition.UseOrCancellation, 28_000, 7_000, 1_013_000, 1_007_000, 3_500)]
    public void The_definition_decides_how_much_is_added_and_the_vintage_decides_where(
        FirstTransferDefinition definition, int first2024, int first2025, int balance2024, int balance2025, int average)
    {
        var records = Records(definition, null);
        var together = CorrespondingAdjustments.Calculate(new AdjustmentInputs(
            Period, AdjustmentMethod.SingleYearTrajectory, [.. records, Transferred(2025, 2026, 20_000)], [])
        {
            Emissions = new Dictionary<int, decimal> { [2024] = 985_000, [2025] = 980_000 },
        });
        var alone = CorrespondingAdjustments.Calculate(new AdjustmentInputs(Period, AdjustmentMethod.SingleYearAveraging, records, []));

        (together[2024].FirstTransferredForOimp, together[2025].FirstTransferredForOimp).ShouldBe((first2024, first2025));
        (together[2024].EmissionsBalance, together[2025].EmissionsBalance).ShouldBe((balance2024, balance2025));
        alone[2030].CorrespondingAdjustment.ShouldBe(average);
    }

    [Theory]
    [InlineData(OimpCutOffRule.NoLaterUse, 35_000)]
    [InlineData(OimpCutOffRule.CountedOnLastDay, 47_000)]
    public void Unused_units_are_left_or_counted_on_the_last_day_by_the_chosen_rule(OimpCutOffRule rule, int total) =>
        Records(FirstTransferDefinition.UseOrCancellation, OimpCutOff.BeforeReportOf(2032, rule)).Sum(r => r.Quantity.Tonnes).ShouldBe(total);

    [Fact]
    public void The_definition_decides_from_when_a_report_shows_it()
    {
        DateOnly[] days = [Authorized.AddDays(-1), Authorized, Issued, Cancelled];

        Seen(FirstTransferDefinition.Authorization, days).ShouldBe([0, 50_000, 50_000, 50_000]);
        Seen(FirstTransferDefinition.Issuance, days).ShouldBe([0, 0, 47_000, 47_000]);
        Seen(FirstTransferDefinition.UseOrCancellation, days).ShouldBe([0, 0, 0, 35_000]);
    }

    private static IEnumerable<decimal> Seen(FirstTransferDefinition definition, DateOnly[] days) => days.Select(day => CorrespondingAdjustments.Calculate(
        new AdjustmentInputs(Period, AdjustmentMethod.MultiYear, Records(definition, null), []) { EffectiveUntil = day }).PeriodNet);

    private static List<FirstTransferRecord> Records(FirstTransferDefinition definition, OimpCutOff? cutOff) =>
    [
        .. from block in Blocks
           let dates = new MitigationOutcomeDates(AuthorizedUses.InternationalMitigation, definition, Authorized) { IssuedOn = block.IssuedOn, UsedOrCancelledOn = block.CancelledOn }
           let first = FirstTransferDates.Of(dates, cutOff) as FirstTransferDated
           where first is not null
           select new FirstTransferRecord(new Vintage(block.Vintage), new UnitQuantity(block.Tonnes), first.Purpose, first.On, first.On),
    ];
}
