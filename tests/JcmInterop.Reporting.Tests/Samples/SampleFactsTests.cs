using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Samples;

namespace JcmInterop.Reporting.Tests.Samples;

public sealed class SampleFactsTests
{
    private static readonly PartyCode Mongolia = new("MNG");

    [Fact]
    public void There_are_31_partners_and_the_first_17_signed_in_this_order()
    {
        var partners = SampleFacts.Partners();

        partners.Select(partner => partner.Order).ShouldBe(Enumerable.Range(1, 31));
        partners.Take(17).Select(partner => partner.Instruments[0].SignedOn.ShouldNotBeNull()).ShouldBeInOrder();
        partners[12].Country.ShouldBe("Saudi Arabia");
        partners[12].Instruments[0].Place.ShouldBeNull();
    }

    [Fact]
    public void Conflicting_and_missing_days_of_signing_stay_visible()
    {
        var open = SampleFacts.Partners().Where(partner => partner.Instruments[0].SignedOn is null).ToList();

        open.Select(partner => partner.Alpha2).ShouldBe(["AE", "UA"]);
        open.ShouldAllBe(partner => partner.Instruments[0].SignedText.Contains('('));
    }

    [Fact]
    public void The_Mongolian_issuances_add_up_to_the_published_totals()
    {
        var legs = SampleFacts.Decisions(SampleFile.IssuancesMongolia).SelectMany(decision => decision.Legs).ToList();

        legs.Count.ShouldBe(24);
        Notified(legs).ShouldBe(129_320);
        Notified(legs.Where(leg => leg.Side == Mongolia)).ShouldBe(25_869);
        Notified(legs.Where(leg => leg.State == LegState.Pending)).ShouldBe(6_158);
        legs.GroupBy(leg => leg.Project.ToString()).Select(project => (project.Key, Notified(project))).ShouldBe(
            [("MN001", 307), ("MN002", 637), ("MN003", 44_299), ("MN004", 53_764), ("MN005", 1), ("MN006", 30_312)], ignoreOrder: true);
    }

    [Fact]
    public void A_quantity_issued_on_an_unknown_day_is_issued()
    {
        var leg = SampleFacts.Decisions(SampleFile.IssuancesMongolia).SelectMany(decision => decision.Legs).First(leg => leg.Side == Mongolia && leg.IssuedOn is null);

        leg.State.ShouldBe(LegState.Issued);
        leg.Notified.Tonnes.ShouldBe(24);
        leg.IssueInto(new AccountNumber(Mongolia, 1)).ShouldNotBeNull().IssuedOn.ShouldBeNull();
    }

    [Fact]
    public void The_first_ITMOs_are_of_2021_and_the_first_credits_keep_their_holders()
    {
        var decisions = SampleFacts.Decisions(SampleFile.IssuancesOther);

        var thailand = decisions.Single(decision => decision.Decision.Id.ToString() == "TH-2025-10-30").Decision.Lines[0].Of(PartyCode.Japan);
        thailand.Notified.Tonnes.ShouldBe(1_009);
        thailand.Postings[0].Vintage.IsParisEra.ShouldBeTrue();
        var indonesia = decisions[0].Decision.Lines[0];
        indonesia.Sides.SelectMany(side => side.Postings).Select(posting => posting.Quantity.Tonnes).ShouldBe([5, 4, 27, 4]);
    }

    [Fact]
    public void Invented_files_say_so_in_every_row()
    {
        SampleFacts.Authorizations().ShouldAllBe(command => command.Authorization.SourceNote.StartsWith("INVENTED"));
        SampleFacts.Decisions(SampleFile.InventedIssuances).ShouldAllBe(decision => decision.Decision.SourceNote.StartsWith("INVENTED"));
        SampleFacts.Projects().Single(command => command.Project.Reference.ToString() == "TH901").Project.SourceNote.ShouldStartWith("INVENTED");
    }

    [Fact]
    public void The_invented_accounts_serve_both_sides_of_three_pairs() =>
        SampleFacts.Accounts().Where(account => account.Kind == AccountKind.GovernmentHolding)
            .Select(account => account.Number.ShouldNotBeNull().Party.ToString()).ShouldBe(["JPN", "MNG", "THA"]);

    private static long Notified(IEnumerable<Reporting.Imports.ImportedLeg> legs) => legs.Sum(leg => leg.Notified.Tonnes);
}
