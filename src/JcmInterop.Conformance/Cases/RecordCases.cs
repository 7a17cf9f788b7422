using System.Text.Json.Nodes;
using JcmInterop.Conformance.Exchange;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Conformance.Cases;

/// <summary>Sections 9, 12 and 13: notices beyond their limits, questions for states, and changes of an authorization.</summary>
internal sealed class RecordCases
{
    private const int LinesMax = 1_000;
    private const int PostingsMax = 1_000;
    private const int PostingsOfDecisionMax = 10_000;
    private const int HolderLengthMax = 200;
    private const int NoteLengthMax = 4_000;
    private const int UnitsOfLegMax = 1_000;
    private const string QuantityBeyond = "1000000000000000";
    private const string Change = "authorization-change";
    private static readonly ProjectReference Project = new("TH999");

    private Authorization? told;

    public IEnumerable<ConformanceCase> All =>
    [
        ConformanceCase.Refused("lines-too-many", "9.5", $"a decision of {LinesMax + 1} lines", side => Decision(side, Enumerable.Range(0, LinesMax + 1).Select(i => Line(side, $"L{i}", 1)))),
        ConformanceCase.Refused("postings-too-many", "9.5", $"a decision with {PostingsMax + 1} postings on one side of a line", side => Decision(side, [Line(side, "L1", PostingsMax + 1)])),
        ConformanceCase.Refused("postings-of-decision-too-many", "9.6", $"a decision of {PostingsOfDecisionMax + 11} postings", side => Decision(side, Enumerable.Range(0, 11).Select(i => Line(side, $"L{i}", 910)))),
        ConformanceCase.Refused("holder-too-long", "9.7", $"a decision with a holder of {HolderLengthMax + 1} characters", side => Decision(side, [Line(side, "L1", 1, new string('h', HolderLengthMax + 1))])),
        ConformanceCase.Refused("note-too-long", "9.8", $"a decision with a source note of {NoteLengthMax + 1} characters", side => Decision(side, [Line(side, "L1", 1)], new string('n', NoteLengthMax + 1))),
        ConformanceCase.Refused("quantity-too-large", "9.11", "an authorization whose cap is 1,000,000,000,000,000 t", side => Capped(side, JsonNode.Parse(QuantityBeyond)!)),
        ConformanceCase.Refused("quantity-fraction", "4.14", "an authorization whose cap is 10.5 t", side => Capped(side, 10.5)),
        ConformanceCase.Refused("units-of-leg-too-many", "9.12", $"a leg notice of {UnitsOfLegMax + 1} runs of units", side => Leg(side, UnitsOfLegMax + 1)),
        ConformanceCase.Refused("status-transfers-too-many", "9.18", "a status query for 1,001 transfers", side => Offers.Draft(side, new StatusQuery([.. Enumerable.Range(0, 1_001).Select(_ => Offers.NewId(side))], false))),
        ConformanceCase.Recorded("decision-notice", "7.1", "a decision of an invented project", side => Decision(side, [Line(side, "L1", 1)])),
        ConformanceCase.Recorded("leg-notice", "7.2", "a leg notice about an invented decision", side => Leg(side, 1)),
        ConformanceCase.Recorded("approval-against-rule", "7.5", "an approval under a decision nobody told", side => Offers.Draft(side, new TransferApproval([Offers.Approved(side)]))),
        ConformanceCase.Recorded("authorization-to-change", "7.3", "an authorization of the kit's Party", side => Offers.Draft(side, new AuthorizationNotice(told = Offers.Authorization(side, Offers.NewAuthorization(side))))),
        ConformanceCase.Refused("change-of-unknown", "13.1", "a change of an authorization nobody told", side => Changed(side, Offers.Authorization(side, Offers.NewAuthorization(side)) with { Version = 2 })),
        ConformanceCase.Refused("change-version-skipped", "13.1", "a change to version 3 of an authorization that is at version 1", side => Changed(side, told! with { Version = 3 })),
        ConformanceCase.Refused("change-of-date", "13.1", "a change that gives the authorization another date", side => Changed(side, told! with { Version = 2, AuthorizedOn = told.AuthorizedOn.AddDays(1) })),
        ConformanceCase.Refused("change-of-approach", "13.1", "a change to another cooperative approach", side => Changed(side, told! with { Version = 2, CooperativeApproach = new CooperativeApproachId("CA9998") })),
        ConformanceCase.Fitting("change", "13.1", "the next version of the authorization, with fewer vintages", Change, side => Changed(side, told! with { Version = 2, VintageFinal = new Vintage(2025) })),
        ConformanceCase.Recorded("revocation", "7.4", "the revocation of that authorization", side => Offers.Draft(side, new RevocationNotice(told!.Id, DateOnly.FromDateTime(side.Now.UtcDateTime)))),
    ];

    private static Draft Changed(KitSide side, Authorization authorization) =>
        Offers.Draft(side, new AuthorizationChange(authorization, DateOnly.FromDateTime(side.Now.UtcDateTime), false));

    private static Draft Capped(KitSide side, JsonNode cap)
    {
        var draft = Offers.Draft(side, new AuthorizationNotice(Offers.Authorization(side, Offers.NewAuthorization(side))));
        draft.Payload["body"]!["authorization"]!["quantityCap"] = cap;
        return draft;
    }

    private static Draft Decision(KitSide side, IEnumerable<NotifiedLine> lines, string note = "invented by the conformance kit") => Offers.Draft(side, new DecisionNotice(new JcDecision(
        new DecisionId($"KIT-{side.NewId()[..23]}"), side.Target.Outgoing.Registry, new DateOnly(2025, 1, 1), true, [.. lines], note)));

    private static NotifiedLine Line(KitSide side, string id, int postings, string holder = "holder") => new(
        id, Project, null, new UnitQuantity(postings + 1),
        [Notified(side.Target.Outgoing.Registry.First, postings, holder), Notified(side.Target.Outgoing.Registry.Second, 1, "holder")]);

    private static SideNotification Notified(PartyCode party, int postings, string holder) =>
        new(party, new UnitQuantity(postings), [.. Enumerable.Range(0, postings).Select(_ => new NotifiedPosting(holder, new Vintage(2022), new UnitQuantity(1)))]);

    private static Draft Leg(KitSide side, int units)
    {
        var account = new AccountNumber(side.Target.Played, 1);
        var blocks = Enumerable.Range(0, units).Select(i => new IssuedBlock(new SerialRange($"KIT-{side.NewId()[..8]}-{i}-", 1, 1), new Vintage(2022), account, side.Target.Played));
        return Offers.Draft(side, new LegNotice(new DecisionId($"KIT-{side.NewId()[..23]}"), "L1", Project, new DateOnly(2025, 1, 1), [.. blocks]));
    }
}
