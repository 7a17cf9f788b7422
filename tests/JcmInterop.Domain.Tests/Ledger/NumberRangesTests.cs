using CsCheck;
using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Tests.Ledger;

public sealed class NumberRangesTests
{
    private static readonly Gen<(long First, long Final)[]> Runs = Gen.Select(Gen.Long[1, 120], Gen.Long[0, 9]).Select((first, length) => (first, first + length)).Array[0, 40];

    [Fact]
    public void Exactly_the_numbers_that_were_added_are_taken() => Runs.Sample(runs =>
    {
        var oneByOne = runs.Aggregate(NumberRanges.Empty, (ranges, run) => ranges.Add("a", run.First, run.Final));
        var atOnce = NumberRanges.Of([("a", [.. runs.Select(run => new NumberRun(run.First, run.Final))])]);
        for (var number = 1L; number <= 131; number++)
        {
            var isTaken = runs.Any(run => run.First <= number && number <= run.Final);
            oneByOne.Overlaps("a", number, number).ShouldBe(isTaken);
            atOnce.Overlaps("a", number, number).ShouldBe(isTaken);
            oneByOne.Overlaps("a", number, number + 3).ShouldBe(runs.Any(run => run.First <= number + 3 && number <= run.Final));
            oneByOne.Overlaps("b", number, number).ShouldBeFalse();
        }
    }, iter: 100);
}
