using CsCheck;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Tests.Adjustments;

public sealed class AdjustmentPropertyTests
{
    [Fact]
    public void Splitting_blocks_changes_no_figure() =>
        Gen.Select(AdjustmentSamples.Inputs, Gen.Int[1, 1_000_000]).Sample((inputs, cut) =>
        {
            var split = inputs with { FirstTransfers = [.. inputs.FirstTransfers.SelectMany(t => Split(t, cut))], Uses = [.. inputs.Uses.SelectMany(u => Split(u, cut))] };

            CorrespondingAdjustments.Calculate(split).Years.ShouldBe(CorrespondingAdjustments.Calculate(inputs).Years);
            Shares(split).ShouldBe(Shares(inputs));
        });

    [Fact]
    public void The_order_of_the_records_changes_nothing_that_is_shown() =>
        Gen.Select(AdjustmentSamples.Inputs, Gen.Int).Sample((inputs, seed) =>
        {
            var shuffled = inputs with { FirstTransfers = Shuffled(inputs.FirstTransfers, seed), Uses = Shuffled(inputs.Uses, seed) };
            var (one, other) = (CorrespondingAdjustments.Calculate(inputs), CorrespondingAdjustments.Calculate(shuffled));

            other.Years.ShouldBe(one.Years);
            AdjustmentOpening.Of(other, 2030, AdjustmentFigure.CumulativeNet).Contributions
                .ShouldBe(AdjustmentOpening.Of(one, 2030, AdjustmentFigure.CumulativeNet).Contributions);
            AdjustmentShare.Of(other).ShouldBe(AdjustmentShare.Of(one));
        });

    [Fact]
    public void Every_figure_is_the_sum_of_the_records_it_opens_to() =>
        Gen.Select(AdjustmentSamples.Inputs, Gen.Int[2021, 2030], Gen.Enum<AdjustmentFigure>()).Sample((inputs, year, figure) =>
        {
            var opening = AdjustmentOpening.Of(CorrespondingAdjustments.Calculate(inputs), year, figure);
            var sum = opening.Contributions.Sum(c => c.Net);

            opening.Value.ShouldBe((figure == AdjustmentFigure.Used ? -sum : sum) / opening.Divisor);
        });

    [Fact]
    public void The_shares_add_up_to_the_years() =>
        AdjustmentSamples.Inputs.Sample(inputs =>
        {
            var result = CorrespondingAdjustments.Calculate(inputs);
            var shares = AdjustmentShare.Of(result);

            foreach (var year in result.Years)
            {
                shares.Where(s => s.Key.Year == year.Year && s.Key.Term == AdjustmentTerm.FirstTransfer).Sum(s => (decimal)s.Quantity.Tonnes).ShouldBe(year.FirstTransferred);
                shares.Where(s => s.Key.Year == year.Year && s.Key.Term == AdjustmentTerm.Use).Sum(s => (decimal)s.Quantity.Tonnes).ShouldBe(year.Used);
            }
        });

    [Fact]
    public void No_record_that_counts_by_its_dates_is_lost() =>
        AdjustmentSamples.Inputs.Sample(inputs =>
        {
            var result = CorrespondingAdjustments.Calculate(inputs);
            var due = inputs.FirstTransfers.Where(t => t.EffectiveOn <= inputs.EffectiveUntil && t.RecordedOn <= inputs.RecordedUntil).Sum(t => t.Quantity.Tonnes);

            (result.Years.Sum(y => y.FirstTransferred) + result.FirstTransfersOutsidePeriod.Sum(t => t.Quantity.Tonnes)).ShouldBe(due);
        });

    [Fact]
    public void The_records_that_came_and_went_explain_every_change_of_a_year() =>
        Gen.Select(AdjustmentSamples.Inputs, Gen.Int[0, 3000]).Sample((inputs, days) =>
        {
            var later = inputs with { RecordedUntil = inputs.RecordedUntil!.Value.AddDays(days) };
            var difference = AdjustmentDifference.Between(inputs, later);

            foreach (var change in difference.Years)
                (change.After.Net - change.Before.Net).ShouldBe(change.Came.Sum(c => c.Net) - change.Gone.Sum(c => c.Net));
            difference.Years.SelectMany(y => y.Gone).ShouldBeEmpty();
            difference.Years.Sum(y => y.After.Net - y.Before.Net).ShouldBe(difference.After.PeriodNet - difference.Before.PeriodNet);
        });

    [Fact]
    public void Partners_computed_together_are_the_sum_of_the_partners_alone() =>
        AdjustmentSamples.Inputs.Sample(inputs =>
        {
            var alone = inputs.FirstTransfers.Select(t => t.Origin.CooperativeApproach).Concat(inputs.Uses.Select(u => u.Origin.CooperativeApproach)).Distinct()
                .Select(ca => CorrespondingAdjustments.Calculate(inputs with
                {
                    FirstTransfers = [.. inputs.FirstTransfers.Where(t => t.Origin.CooperativeApproach == ca)],
                    Uses = [.. inputs.Uses.Where(u => u.Origin.CooperativeApproach == ca)],
                })).ToList();

            foreach (var year in CorrespondingAdjustments.Calculate(inputs).Years)
            {
                year.Net.ShouldBe(alone.Sum(a => a[year.Year].Net));
                year.CumulativeNet.ShouldBe(alone.Sum(a => a[year.Year].CumulativeNet));
            }
        });

    [Fact]
    public void Equal_records_read_twice_are_no_change() =>
        AdjustmentSamples.Inputs.Sample(inputs =>
        {
            var again = inputs with { FirstTransfers = [.. inputs.FirstTransfers.Reverse().Select(t => t with { })], Uses = [.. inputs.Uses.Select(u => u with { })] };

            AdjustmentDifference.Between(inputs, again).Years.ShouldBeEmpty();
        });

    [Fact]
    public void A_tonne_in_two_records_is_found_whenever_there_is_one() =>
        Gen.Select(Gen.Select(Gen.Int[1, 60], Gen.Int[0, 6], Gen.Bool).Array[0, 8], Gen.Int).Sample((blocks, seed) =>
        {
            var records = blocks.Select(b => AdjustmentSamples.Transferred(2023, 2024, b.Item2 + 1) with
            {
                Origin = new AdjustmentOrigin { Serials = new SerialRange(b.Item3 ? "A-" : "B-", b.Item1, b.Item1 + b.Item2) },
            }).ToList();
            var serials = records.Select(r => r.Origin.Serials!).ToList();
            var overlapped = serials.Select((one, i) => serials.Where((other, j) => j < i && one.Overlaps(other)).Any()).Any(found => found);
            var found = Overlaps(records);

            (found.Count > 0).ShouldBe(overlapped);
            Overlaps(Shuffled(records, seed)).ShouldBe(found);
        });

    private static IReadOnlyList<AdjustmentOverlap> Overlaps(IReadOnlyCollection<FirstTransferRecord> records) =>
        AdjustmentOverlap.Find(CorrespondingAdjustments.Calculate(new AdjustmentInputs(AdjustmentSamples.Period, AdjustmentMethod.MultiYear, records, [])));

    private static List<(AdjustmentShareKey, UnitQuantity)> Shares(AdjustmentInputs inputs) =>
        [.. AdjustmentShare.Of(CorrespondingAdjustments.Calculate(inputs)).Select(s => (s.Key, s.Quantity))];

    private static IEnumerable<FirstTransferRecord> Split(FirstTransferRecord record, int cut) => Parts(record.Origin.Serials!, cut)
        .Select(part => record with { Quantity = part.Quantity, Origin = record.Origin with { Serials = part } });

    private static IEnumerable<UseRecord> Split(UseRecord record, int cut) => Parts(record.Origin.Serials!, cut)
        .Select(part => record with { Quantity = part.Quantity, Origin = record.Origin with { Serials = part } });

    private static IEnumerable<SerialRange> Parts(SerialRange serials, int cut)
    {
        var at = serials.First + (cut % serials.Quantity.Tonnes);
        return at == serials.First ? [serials] : [serials.Slice(serials.First, at - 1), serials.Slice(at, serials.Final)];
    }

    private static List<T> Shuffled<T>(IReadOnlyCollection<T> items, int seed) =>
        [.. items.Select((item, i) => (item, Key: unchecked((uint)((i + 1) * 2_654_435_761L) ^ (uint)seed))).OrderBy(p => p.Key).Select(p => p.item)];
}
