using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Domain.Units;
using static JcmInterop.Domain.Tests.World.Sample;

namespace JcmInterop.Domain.Tests.Issuance;

public sealed class DecisionTests
{
    private static readonly DecisionId Id = new("TH-2024-01-15");
    private static readonly JcDecision Plain = Decision(Id, Tha, new DateOnly(2024, 1, 15), Line(Th902, Period(2022, 2023), Tha, 4, 6, 2023));

    [Fact]
    public void The_same_decision_recorded_again_changes_nothing()
    {
        var sides = Sample.Thailand();
        sides.Do(sides.Japan, new RecordDecision(Plain));
        var same = Plain with { Lines = [Plain.Lines[0] with { Sides = [.. Plain.Lines[0].Sides] }] };

        sides.Japan.Decide(new RecordDecision(same), sides.Now).Done().Events.ShouldBeEmpty();
        sides.Partner.Receive(new DecisionNotice(same), sides.Now).Done().Events.ShouldBeEmpty();
    }

    [Fact]
    public void A_period_that_crosses_years_is_divided_by_vintage()
    {
        var sides = Sample.Thailand();
        var toJapan = new SideNotification(Jpn, new UnitQuantity(6), [Posting(2022, 2), Posting(2023, 4)]);
        var divided = Plain with { Lines = [Plain.Lines[0] with { Sides = [Side(Tha, 4, 2022), toJapan] }] };
        sides.Do(sides.Japan, new RecordDecision(divided));
        sides.Do(sides.Japan, new IssueLeg(Id, "TH902", null,
            [new LegPosting(Account(Jpn, 1), new Vintage(2022), new UnitQuantity(2), Jpn), new LegPosting(Account(Jpn, 101), new Vintage(2023), new UnitQuantity(4), Jpn)]));

        sides.Japan.State.Blocks.Where(b => b.Project == Th902 && b.Vintage.IsParisEra).Select(b => b.Serials.ToString())
            .ShouldBe(["JPN-THA-TH902-2022-1..JPN-THA-TH902-2022-2", "JPN-THA-TH902-2023-1..JPN-THA-TH902-2023-4"], ignoreOrder: true);
        sides.LawsHold();
    }

    [Fact]
    public void Legs_are_numbered_without_gaps_across_decisions()
    {
        var sides = Sample.Thailand();
        var later = Decision(new("TH-2024-06-01"), Tha, new DateOnly(2024, 6, 1), Line(Th902, null, Tha, 1, 3, 2023));
        foreach (var decision in new[] { Plain, later })
        {
            sides.Do(sides.Japan, new RecordDecision(decision));
            sides.Do(sides.Japan, new IssueLeg(decision.Id, "TH902", null, [new LegPosting(Account(Jpn, 1), new Vintage(2023), decision.Lines[0].Of(Jpn).Notified, Jpn)]));
        }

        sides.Japan.State.Leg(later.Id, "TH902", Jpn)!.Blocks.ShouldHaveSingleItem().Serials.ShouldBe(new SerialRange("JPN-THA-TH902-2023-", 7, 9));
    }

    [Fact]
    public void A_leg_the_partner_reported_first_is_completed_by_the_decision()
    {
        var sides = Sample.Thailand();
        sides.Japan.Receive(new LegNotice(Id, "TH902", Th902, null, [new IssuedBlock(new SerialRange("THA-JPN-TH902-2023-", 1, 4), new Vintage(2023), Account(Tha, 1), Tha)]), sides.Now);
        sides.Do(sides.Japan, new RecordDecision(Plain));

        var leg = sides.Japan.State.Leg(Id, "TH902", Tha)!;
        (leg.State, leg.Notified.Tonnes, leg.Issued.Tonnes).ShouldBe((LegState.Issued, 4, 4));
    }

    [Theory]
    [InlineData("decision date", 0)]
    [InlineData("only at the partner", 1)]
    [InlineData("notified", 2)]
    [InlineData("vintages differ", 3)]
    [InlineData("monitoring period", 4)]
    [InlineData("project", 5)]
    public void Every_difference_between_the_two_records_is_a_sentence(string word, int change)
    {
        var line = Plain.Lines[0];
        JcDecision[] others =
        [
            Plain with { DecidedOn = null },
            Plain with { Lines = [line, line with { LineId = "X" }] },
            Plain with { Lines = [line with { Sides = [Side(Tha, 5, 2023), Side(Jpn, 5, 2023)] }] },
            Plain with { Lines = [line with { Sides = [Side(Tha, 4, 2022), Side(Jpn, 6, 2023)] }] },
            Plain with { Lines = [line with { Period = null }] },
            Plain with { Lines = [line with { Project = Th901 }] },
        ];

        DecisionComparison.Differences(Plain, others[change]).ShouldNotBeEmpty();
        DecisionComparison.Differences(Plain, others[change]).ShouldAllBe(d => d.Contains(word) || (change == 2 && d.Contains("vintages")));
        DecisionComparison.Differences(Plain, Plain with { SourceNote = "other words" }).ShouldBeEmpty();
    }

    private static NotifiedPosting Posting(int vintage, long tonnes) => new("government", new Vintage(vintage), new UnitQuantity(tonnes));
}
