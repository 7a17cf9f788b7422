using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Tests.World;

/// <summary>The usual acts, from offer to completion.</summary>
internal static class Flows
{
    public static readonly ProjectReference Th014 = new("TH014");
    public static readonly DecisionId Decision014 = new("TH-2025-10-30");
    public static readonly AuthorizationId Authorization014 = new("THA-TH014");

    public static ProposeTransfer Proposal(TwoSides sides, TransferId id, params UnitSelection[] units) =>
        new(id, [.. units], null, Sample.ThaiAuthorization, null, sides.Now.AddDays(10));

    /// <summary>Thailand proposes some of its 10,000 units of TH901 to Japan.</summary>
    public static TransferId Propose(this TwoSides sides, long first, long final)
    {
        var id = sides.NewId();
        sides.Do(sides.Partner, Proposal(sides, id, Sample.Of901(first, final)));
        return id;
    }

    /// <summary>Japan accepts into its account 101.</summary>
    public static TwoSides Accept(this TwoSides sides, TransferId id) => sides.Do(sides.Japan, new AcceptTransfer(id, Sample.Account(Sample.Jpn, 101), null));

    /// <summary>Thailand proposes, Japan accepts, Thailand completes.</summary>
    public static TransferId Transfer(this TwoSides sides, long first, long final)
    {
        var id = sides.Propose(first, final);
        sides.Accept(id);
        return id;
    }

    /// <summary>The decision of 30 October 2025 on TH014, with an authorization of 1,009 t; Thailand has issued 2,017 units, 1,009 of them set aside for Japan.</summary>
    public static TwoSides Th014Issued()
    {
        var sides = Th014Decided();
        return sides.Do(sides.Partner, new IssueLeg(Decision014, "TH014", new DateOnly(2025, 11, 4),
        [
            new LegPosting(Sample.Account(Sample.Tha, 1), new Vintage(2021), new UnitQuantity(1_008), Sample.Tha),
            new LegPosting(Sample.Account(Sample.Tha, 4), new Vintage(2021), new UnitQuantity(1_009), Sample.Jpn),
        ]));
    }

    public static TwoSides Th014Decided()
    {
        var sides = Sample.Bare(Sample.Tha);
        foreach (var side in new[] { sides.Japan, sides.Partner })
        {
            sides.Do(side, new RegisterProject(Sample.Project(Th014)));
            sides.Do(side, new RecordDecision(Sample.Decision(
                Decision014, Sample.Tha, new DateOnly(2025, 10, 30), Sample.Line(Th014, Sample.Period(2021, 2021), Sample.Tha, 1_008, 1_009, 2021))));
        }

        sides.Do(sides.Partner, new RecordAuthorization(
            Sample.Authorization(Sample.Tha, Authorization014, Sample.Jpn, cap: 1_009) with { AuthorizedOn = new DateOnly(2025, 10, 30), VintageFinal = new Vintage(2021), Projects = [Th014] }));
        return sides.Do(sides.Japan, new RecordAuthorization(Sample.Authorization(Sample.Jpn, Sample.JapaneseAuthorization, Sample.Tha)));
    }

    public static ApproveTransfer Approval(TwoSides sides, TransferId id) =>
        new(id, Decision014, "TH014", Authorization014, new DateOnly(2025, 11, 10), sides.Now.AddDays(30));

    public static RecordAcquisition Acquisition(long account = 1) => new(Decision014, "TH014", Sample.Account(Sample.Jpn, account), new DateOnly(2025, 11, 11));

    public static UseTowardsNdc Use(SerialRange serials, int year = 2025, DateOnly? on = null) =>
        new(new UnitSelection(Sample.Account(Sample.Jpn, 101), serials), Sample.Account(Sample.Jpn, 2), year, on);

    public static CancelUnits Cancel(AccountNumber from, SerialRange serials, CancellationPurpose purpose, AuthorizationId? authorization = null) =>
        new(new UnitSelection(from, serials), Sample.Account(from.Party, 3), purpose, null, null, authorization, null);

    /// <summary>Runs of units as the transferring side offered them.</summary>
    public static TransferOffer OfferOf(this Side side, TransferId id) => side.State.Transfers[id].Offer;
}
