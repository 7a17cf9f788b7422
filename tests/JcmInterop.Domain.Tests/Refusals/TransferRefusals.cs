using System.Collections.Immutable;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using static JcmInterop.Domain.Tests.Refusals.RefusalCase;
using static JcmInterop.Domain.Tests.World.Sample;

namespace JcmInterop.Domain.Tests.Refusals;

internal static class TransferRefusals
{
    private static readonly TransferId New = TwoSides.Id(9_999);

    public static IEnumerable<RefusalCase> All => [.. OfCommands, .. OfMessages, .. OfOffers];

    private static IEnumerable<RefusalCase> OfCommands =>
    [
        Of(3001, "a transfer id is used again", w => Command(w, w.Partner, Flows.Proposal(w, w.Propose(1, 1), Of901(2, 2)))),
        Of(3002, "the deadline is now", w => Command(w, w.Partner, Proposal(w) with { DecideBy = w.Now })),
        Of(3002, "the deadline is too far away", w => Command(w, w.Partner, Proposal(w) with { DecideBy = w.Now.AddDays(60).AddSeconds(1) })),
        Of(3003, "a proposal selects nothing", w => Command(w, w.Partner, Proposal(w) with { Units = [] })),
        Of(3003, "a proposal has 1,001 selections", w => Command(w, w.Partner, Proposal(w) with { Units = [.. Enumerable.Repeat(Of901(1, 1), 1_001)] })),
        Of(3004, "the units are in two accounts", w => Command(
            w.Do(w.Partner, new MoveUnits(Of901(1, 5), Account(Tha, 102), null)), w.Partner, Flows.Proposal(w, New, Of901(1, 5, 102), Of901(6, 10)))),
        Of(3005, "an unknown transfer is accepted", w => Command(w, w.Japan, new AcceptTransfer(New, Account(Jpn, 101), null))),
        Of(3005, "an unknown transfer is withdrawn", w => Command(w, w.Partner, new WithdrawTransfer(New))),
        Of(3005, "an unknown transfer expires", w => Command(w, w.Partner, new ExpireTransfer(New))),
        Of(3006, "the transferring side accepts", w => Command(w, w.Partner, new AcceptTransfer(w.Propose(1, 1), null, null))),
        Of(3006, "the transferring side refuses", w => Command(w, w.Partner, new RefuseTransfer(w.Propose(1, 1), "No"))),
        Of(3006, "the acquiring side withdraws", w => Command(w, w.Japan, new WithdrawTransfer(w.Propose(1, 1)))),
        Of(3006, "the acquiring side expires before the deadline", w => Command(w, w.Japan, new ExpireTransfer(w.Propose(1, 1)))),
        Of(3007, "a completed transfer is withdrawn", w => Command(w, w.Partner, new WithdrawTransfer(w.Transfer(1, 1)))),
        Of(3007, "a completed transfer expires before the deadline", w => Command(w, w.Partner, new ExpireTransfer(w.Transfer(1, 1)))),
        Of(3007, "a completed transfer is accepted again", w => Command(w, w.Japan, new AcceptTransfer(w.Transfer(1, 1), Account(Jpn, 101), null))),
        Of(3007, "a completed transfer is refused", w => Command(w, w.Japan, new RefuseTransfer(w.Transfer(1, 1), "No"))),
        Of(3008, "a transfer is accepted a moment late", w => Late(w, 1, id => Command(w, w.Japan, new AcceptTransfer(id, Account(Jpn, 101), null)))),
        Of(3008, "a transfer is refused a moment late", w => Late(w, 1, id => Command(w, w.Japan, new RefuseTransfer(id, "No")))),
        Of(3009, "a transfer expires at its deadline", w => Late(w, 0, id => Command(w, w.Partner, new ExpireTransfer(id)))),
        new(3010, "Japan records an acquisition Thailand has not approved", () => Th014(w => Command(w, w.Japan, Flows.Acquisition()))),
        Of(3011, "Thailand approves where each side issues", w => Command(w, w.Partner, new ApproveTransfer(New, Decision902, "TH902", ThaiAuthorization, null, w.Now.AddDays(1)))),
        Of(3012, "Thailand approves where nothing was issued for Japan", w => Command(w, w.Partner, new ApproveTransfer(New, Decision901, "TH901", ThaiAuthorization, null, w.Now.AddDays(1)))),
        new(3013, "Thailand approves twice", () => Th014(w => Command(w.Do(w.Partner, Flows.Approval(w, w.NewId())), w.Partner, Flows.Approval(w, New)))),
        Of(3014, "a series to issue from holds units of the partner", IssueIntoTaken),
        Of(3015, "nobody names the acquiring account", w => Command(w, w.Japan, new AcceptTransfer(w.Propose(1, 1), null, null))),
        Of(3016, "the proposal names another acquiring account", w => Command(
            w.Do(w.Partner, Proposal(w) with { AcquiringAccount = Account(Jpn, 101) }), w.Japan, new AcceptTransfer(New, Account(Jpn, 102), null))),
        Of(3017, "units of 2019 are proposed", w => Command(w, w.Partner, Flows.Proposal(w, New, new UnitSelection(Account(Tha, 101), null, new UnitQuantity(1), Th902)))),
        Of(3018, "a transfer is accepted with a date before the proposal", w => Command(w, w.Japan, new AcceptTransfer(w.Propose(1, 1), Account(Jpn, 101), new DateOnly(2025, 11, 19)))),
        Of(3019, "serials are named twice", w => Command(w, w.Partner, Flows.Proposal(w, New, Of901(1, 5), Of901(5, 6)))),
        Of(3020, "the administrator refuses", w =>
        {
            var id = w.Propose(1, 1);
            return w.Japan.Decide(new RefuseTransfer(id, "Not agreed."), w.Now).Done().Messages[0].ShouldBeOfType<TransferRefusal>().Transfers[0].Refusal;
        }),
        Of(3027, "a refusal has no reason", w => Command(w, w.Japan, new RefuseTransfer(w.Propose(1, 1), ""))),
        Of(3027, "a refusal has a long reason", w => Command(w, w.Japan, new RefuseTransfer(w.Propose(1, 1), new string('a', 501)))),
    ];

    private static IEnumerable<RefusalCase> OfMessages =>
    [
        Of(3003, "a proposal message is empty", w => Message(w, w.Japan, new TransferProposal([]))),
        Of(3003, "an approval message is empty", w => Message(w, w.Japan, new TransferApproval([]))),
        Of(3003, "an acceptance message is empty", w => Message(w, w.Partner, new TransferAcceptance([]))),
        Of(3003, "a refusal message is empty", w => Message(w, w.Partner, new TransferRefusal([]))),
        Of(3003, "a completion message is empty", w => Message(w, w.Japan, new TransferCompletion([]))),
        Of(3003, "a cancellation message is empty", w => Message(w, w.Japan, new TransferCancellation([]))),
        Of(3003, "a cancellation message has 1,001 entries", w => Message(w, w.Japan, new TransferCancellation([.. Enumerable.Repeat(new CancelledTransfer(New, CancellationReason.Withdrawn), 1_001)]))),
        Of(3014, "Thailand reports as used what Japan holds", w =>
        {
            w.Transfer(1, 1);
            return Objection(w, w.Japan, new DisposalNotice(Ended(w), [w.Japan.State.BlocksOverlapping(Serials901(1, 1)).Single().Run()]));
        }),
        Of(3028, "Thailand reports as used twice, on two days", w =>
        {
            w.Japan.Receive(new DisposalNotice(Ended(w), [Unknown(5, 9)]), w.Now);
            return Objection(w, w.Japan, new DisposalNotice(Ended(w) with { On = Ended(w).On.AddDays(-1) }, [Unknown(7, 9)]));
        }),
    ];

    private static IEnumerable<RefusalCase> OfOffers =>
    [
        Of(3017, "an offer has units of 2020", w => ToldBack(w, w.Japan, WithUnit(w, u => u with { Vintage = new Vintage(2020) }))),
        Of(1001, "an offer names an unknown account", w => ToldBack(w, w.Japan, Offer(w) with { AcquiringAccount = Account(Jpn, 999) })),
        Of(1003, "an offer names an account of its sender", w => ToldBack(w, w.Japan, Offer(w) with { AcquiringAccount = Account(Tha, 101) })),
        Of(1012, "an offer names a retirement account", w => ToldBack(w, w.Japan, Offer(w) with { AcquiringAccount = Account(Jpn, 2) })),
        Of(4018, "fresh units are offered without an authorization", w => ToldBack(w, w.Japan, Offer(w) with { Authorization = null })),
        Of(4007, "fresh units are offered under an unknown authorization", w => ToldBack(w, w.Japan, Offer(w) with { Authorization = new AuthorizationId("X") })),
        Of(3014, "units that are here are offered", w =>
        {
            w.Transfer(1, 10);
            return ToldBack(w, w.Japan, WithUnit(w, u => u with { Serials = Serials901(10, 11) }));
        }),
        Of(3014, "units are offered of which only some left this side", w =>
        {
            var back = Returned(w);
            return ToldBack(w, w.Partner, back with { Units = [back.Units[0] with { Serials = Serials901(10, 11) }] });
        }),
        Of(3019, "returned units have another ITMO serial than when they left", w => ToldBack(w, w.Partner, Returned(w, u => u with { Itmo = u.Itmo!.From(1) }))),
        Of(3019, "returned units have another first transfer than when they left", w => ToldBack(w, w.Partner, Returned(w, u => u with { FirstTransfer = u.FirstTransfer! with { On = new DateOnly(2025, 6, 1) } }))),
        Of(3019, "returned units have another project than when they left", w => ToldBack(w, w.Partner, Returned(w, u => u with { Project = Th902 }))),
        Of(3019, "returned units are said to be fresh", w => ToldBack(w, w.Partner, Returned(w, u => u with { Itmo = null, FirstTransfer = null }))),
        Of(3019, "unknown units are said to be issued by the receiver", w => ToldBack(w, w.Japan, WithUnit(w, u => u with { IssuedBy = Jpn }))),
        Of(3019, "unknown units are said to be issued by a third Party", w => ToldBack(w, w.Japan, WithUnit(w, u => u with { IssuedBy = Mng }))),
        Of(3019, "unknown units are said to be first transferred by the receiver", w => ToldBack(w, w.Japan, Identified(w, new PartyCode("JPN"), 1))),
        Of(3019, "unknown units have the ITMO serials of others", w =>
        {
            w.Transfer(1, 10);
            return ToldBack(w, w.Japan, Identified(w, Tha, 10));
        }),
        Of(3019, "an ITMO serial is out of bounds", w => ToldBack(w, w.Japan, Identified(w, Tha, long.MaxValue))),
        Of(3019, "the last ITMO serial of a run is out of bounds", w => ToldBack(w, w.Japan, Identified(w, Tha, SerialRange.NumberMax))),
        Of(4007, "unknown units were first transferred under an unknown authorization", w => ToldBack(w, w.Japan, Identified(w, Tha, 1, authorization: "X"))),
        Of(4019, "unknown units were first transferred before their authorization", w => ToldBack(w, w.Japan, Identified(w, Tha, 1, on: new DateOnly(2025, 4, 30)))),
        Of(3019, "the kind does not fit the message", w => ToldBack(w, w.Japan, Offer(w) with { Kind = TransferKind.AfterApproval })),
        Of(3019, "the Parties are exchanged", w => ToldBack(w, w.Japan, Offer(w) with { TransferringParty = Jpn, AcquiringParty = Tha })),
        Of(3019, "the transferring account is the receiver's", w => ToldBack(w, w.Japan, Offer(w) with { TransferringAccount = Account(Jpn, 101) })),
        Of(3019, "an offer has no units", w => ToldBack(w, w.Japan, Offer(w) with { Units = [] })),
        Of(3019, "an offer is dated the day after tomorrow", w => ToldBack(w, w.Japan, Offer(w) with { OfferedOn = new DateOnly(2025, 11, 22) })),
        Of(3019, "a unit has an ITMO identity and no first transfer", w => ToldBack(w, w.Japan, WithUnit(w, u => u with { Itmo = new ItmoBlock(Approach, new PartyRegistryId("THA01"), Tha, 1) }))),
        Of(3019, "serials stand twice in an offer", w => ToldBack(w, w.Japan, Offer(w) with { Units = [Offer(w).Units[0], Offer(w).Units[0]] })),
        Of(3028, "units Thailand reported as used are offered", w =>
        {
            w.Japan.Receive(new DisposalNotice(Ended(w), [Unknown(5, 9)]), w.Now);
            return ToldBack(w, w.Japan, WithUnit(w, u => u with { Serials = Serials901(9, 10) }));
        }),
        new(3013, "another approval of the line stands open", () => Th014(w =>
        {
            var other = Approved(w, u => u, coversAll: true);
            w.Japan.Receive(new TransferApproval([other with { Id = TwoSides.Id(1), Units = [.. other.Units.Select(u => u with { Serials = Serials901(1, 1_009) })] }]), w.Now);
            return ToldBack(w, w.Japan, other);
        })),
        new(3026, "the approval is one tonne short", () => Th014(w => ToldBack(w, w.Japan, Approved(w, u => u with { Serials = u.Serials.Take(new UnitQuantity(1_008)) })))),
        new(3026, "the approval is for another project", () => Th014(w => ToldBack(w, w.Japan, Approved(w, u => u with { Project = Th901 }, coversAll: true)))),
        new(2011, "the decision approved is not recorded here", () => Th014(w => ToldBack(w, w.Japan, Approved(w, u => u) with { Decision = Decision901 }))),
        new(2012, "the line approved is not in the decision", () => Th014(w => ToldBack(w, w.Japan, Approved(w, u => u) with { LineId = "X" }))),
        Of(3026, "the approval is for another vintage than notified", ApprovedVintage),
        .. StateTableFaults,
    ];

    // The state table drives every pair of state and stimulus; here each rule it can raise appears once.
    private static IEnumerable<RefusalCase> StateTableFaults =>
    [
        Of(3005, "an unknown transfer is completed by the partner", w => Objection(w, w.Japan, new TransferCompletion([new CompletedTransfer(New, new DateOnly(2025, 11, 20), [])]))),
        Of(3021, "the partner completes what was not accepted", w => Objection(w, w.Japan, new TransferCompletion([new CompletedTransfer(w.Propose(1, 1), new DateOnly(2025, 11, 20), [])]))),
        Of(3022, "the partner cancels what it completed", w => Objection(w, w.Japan, new TransferCancellation([new CancelledTransfer(w.Transfer(1, 1), CancellationReason.Withdrawn)]))),
        Of(3023, "the partner accepts its own offer", w => Objection(w, w.Japan, new TransferAcceptance([new AcceptedTransfer(w.Propose(1, 1), Account(Jpn, 101), null)]))),
        Of(3024, "the partner completes fewer units than were accepted", w =>
        {
            var id = w.Propose(1, 1);
            w.Japan.Decide(new AcceptTransfer(id, Account(Jpn, 101), null), w.Now);
            return Objection(w, w.Japan, new TransferCompletion([new CompletedTransfer(id, new DateOnly(2025, 11, 20), [])]));
        }),
        Of(3025, "the partner offers other units under the same id", w =>
        {
            var offer = w.Partner.OfferOf(w.Propose(1, 1));
            return Objection(w, w.Japan, new TransferProposal([offer with { OfferedOn = offer.OfferedOn.AddDays(-1) }]));
        }),
    ];

    private static ProposeTransfer Proposal(TwoSides sides) => Flows.Proposal(sides, New, Of901(1, 1));

    private static Domain.Refusals.Refusal Late(TwoSides sides, int milliseconds, Func<TransferId, Domain.Refusals.Refusal> act)
    {
        var id = sides.Propose(1, 1);
        sides.Now = sides.Partner.OfferOf(id).DecideBy.AddMilliseconds(milliseconds);
        return act(id);
    }

    private static Domain.Refusals.Refusal Th014(Func<TwoSides, Domain.Refusals.Refusal> act) => act(Flows.Th014Issued());

    private static UnitRun Unknown(long first, long final) => new(Serials901(first, final), Tha, Th901, new Vintage(2021), Period(2021, 2021), null, null, null);

    private static Disposal Ended(TwoSides sides) => new(DateOnly.FromDateTime(sides.Now.UtcDateTime), null, CancellationPurpose.Voluntary, null, null);

    /// <summary>A sound offer of Thailand that was not sent yet.</summary>
    private static TransferOffer Offer(TwoSides sides) => new(
        New, TransferKind.BetweenRegistries, Tha, Jpn, Account(Tha, 101), null, ThaiAuthorization, null, null, new DateOnly(2025, 11, 20), sides.Now.AddDays(1), [Unknown(1, 1)]);

    private static TransferOffer WithUnit(TwoSides sides, Func<UnitRun, UnitRun> change) => Offer(sides) with { Units = [change(Unknown(1, 1))] };

    private static TransferOffer Identified(TwoSides sides, PartyCode party, long firstItmo, string? authorization = null, DateOnly? on = null) => Offer(sides) with
    {
        Units =
        [
            Unknown(500, 501) with
            {
                Itmo = new ItmoBlock(Approach, new PartyRegistryId($"{party}01"), party, firstItmo),
                FirstTransfer = new FirstTransfer(on ?? new DateOnly(2025, 11, 1), FirstTransferTrigger.InternationalTransfer, authorization is null ? ThaiAuthorization : new AuthorizationId(authorization)),
            },
        ],
    };

    /// <summary>Units 1 to 10 went to Japan, which offers them back.</summary>
    private static TransferOffer Returned(TwoSides sides, Func<UnitRun, UnitRun>? change = null)
    {
        sides.Transfer(1, 10);
        var unit = sides.Japan.State.BlocksOverlapping(Serials901(1, 10)).Single().Run();
        return new TransferOffer(
            New, TransferKind.BetweenRegistries, Jpn, Tha, Account(Jpn, 101), null, null, null, null, new DateOnly(2025, 11, 20), sides.Now.AddDays(1), [change is null ? unit : change(unit)]);
    }

    /// <summary>Thailand's approval for TH014 with changed units, not sent.</summary>
    private static TransferOffer Approved(TwoSides sides, Func<UnitRun, UnitRun> change, bool coversAll = false)
    {
        if (coversAll) sides.Do(sides.Partner, new RecordAuthorization(Authorization(Tha, ThaiAuthorization, Jpn)));
        var offer = sides.Partner.Decide(Flows.Approval(sides, New), sides.Now).Done().Messages[0].ShouldBeOfType<TransferApproval>().Transfers[0];
        return offer with { Authorization = coversAll ? ThaiAuthorization : offer.Authorization, Units = [.. offer.Units.Select(change)] };
    }

    private static Domain.Refusals.Refusal ApprovedVintage(TwoSides unused)
    {
        var sides = Flows.Th014Issued();
        return ToldBack(sides, sides.Japan, Approved(sides, u => u with { Vintage = new Vintage(2022) }, coversAll: true));
    }

    /// <summary>Thailand once sent Japan units whose serials look like Japan's own, which Japan then wants to issue.</summary>
    private static Domain.Refusals.Refusal IssueIntoTaken(TwoSides sides)
    {
        var strange = WithUnit(sides, u => u with { Serials = new SerialRange("JPN-THA-TH902-2023-", 3, 3) });
        sides.Japan.Receive(new TransferProposal([strange]), sides.Now);
        sides.Japan.Decide(new AcceptTransfer(New, Account(Jpn, 101), null), sides.Now);
        var itmo = new ItmoBlock(Approach, new PartyRegistryId("THA01"), Tha, 1);
        var unit = strange.Units[0] with { Authorization = ThaiAuthorization, Itmo = itmo, FirstTransfer = new FirstTransfer(strange.OfferedOn, FirstTransferTrigger.InternationalTransfer, ThaiAuthorization) };
        sides.Japan.Receive(new TransferCompletion([new CompletedTransfer(New, strange.OfferedOn, [unit])]), sides.Now).Done().Objection.ShouldBeNull();
        sides.Japan.Decide(new Domain.Issuance.RecordDecision(Decision(new("TH-2024-01-15"), Tha, new DateOnly(2024, 1, 15), Line(Th902, Period(2023, 2023), Tha, 0, 6, 2023))), sides.Now);
        return Command(sides, sides.Japan, new Domain.Issuance.IssueLeg(new("TH-2024-01-15"), "TH902", null, [new(Account(Jpn, 101), new Vintage(2023), new UnitQuantity(6), Jpn)]));
    }
}
