using System.Collections.Immutable;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Refusals;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using static JcmInterop.Domain.Tests.World.Sample;

namespace JcmInterop.Domain.Tests.Transfers;

/// <summary>What an offer must look like, whatever its units are: the refusal names the one thing that is wrong.</summary>
public sealed class OfferFormTests
{
    private const string Kind = "its kind does not fit the message";
    private const string Parties = "its Parties are not sender and receiver";
    private const string Identity = "first transfer and ITMO identity do not stand together";
    private const string Serial = "an ITMO serial is not 1 to 999999999999";

    private static readonly Dictionary<string, (string Fault, Func<TransferOffer, TransferOffer> Change)> UnsoundProposals = new()
    {
        ["is of the other kind"] = (Kind, o => o with { Kind = TransferKind.AfterApproval }),
        ["names a decision and its line"] = (Kind, o => o with { Decision = Decision901, LineId = "TH901" }),
        ["names a decision without a line"] = (Kind, o => o with { Decision = Decision901 }),
        ["names a line without a decision"] = (Kind, o => o with { LineId = "TH901" }),
        ["is from a third Party"] = (Parties, o => o with { TransferringParty = Mng }),
        ["is to a third Party"] = (Parties, o => o with { AcquiringParty = Mng }),
        ["leaves an account of the receiver"] = ("the transferring account is not the sender's", o => o with { TransferringAccount = Account(Jpn, 101) }),
        ["has no run"] = ("it has 0 runs of units", o => o with { Units = [] }),
        ["has 1,001 runs"] = ("it has 1001 runs of units", o => o with { Units = Scattered(1_001) }),
        ["is dated the day after the latest date anywhere"] = ("is in the future", o => o with { OfferedOn = new DateOnly(2025, 11, 21) }),
        ["has a first run with an ITMO identity alone"] = (Identity, o => Run(o, 0, Identified(1) with { FirstTransfer = null })),
        ["has a last run with a first transfer alone"] = (Identity, o => Run(o, 1, Identified(1) with { Itmo = null })),
        ["has a first run of a third issuer"] = ("its units are issued by a third Party", o => Run(o, 0, o.Units[0] with { IssuedBy = Mng })),
        ["has a last run of a third issuer"] = ("its units are issued by a third Party", o => Run(o, 1, o.Units[1] with { IssuedBy = Mng })),
        ["has a first run from ITMO serial 0"] = (Serial, o => Run(o, 0, Identified(0))),
        ["has a last run from ITMO serial 0"] = (Serial, o => Run(o, 1, Identified(0))),
        ["has a first run one beyond the last ITMO serial"] = (Serial, o => Run(o, 0, Identified(SerialRange.NumberMax))),
        ["has a last run one beyond the last ITMO serial"] = (Serial, o => Run(o, 1, Identified(SerialRange.NumberMax))),
        ["has a run that begins where another ends"] = ("serials stand in it twice", o => Run(o, 1, o.Units[1] with { Serials = Serials901(5, 9) })),
        ["has a third run inside the first"] = ("serials stand in it twice", o => o with { Units = o.Units.Add(o.Units[0] with { Serials = Serials901(2, 2) }) }),
    };

    private static readonly Dictionary<string, Func<TransferOffer, TransferOffer>> SoundProposals = new()
    {
        ["has two runs"] = o => o,
        ["has its runs in another order"] = o => o with { Units = [o.Units[1], o.Units[0]] },
        ["has runs that adjoin"] = o => Run(o, 1, o.Units[1] with { Serials = Serials901(6, 9) }),
        ["has 1,000 runs"] = o => o with { Units = Scattered(1_000) },
        ["is dated the latest date anywhere"] = o => o with { OfferedOn = new DateOnly(2025, 11, 20) },
        ["has a run from ITMO serial 1"] = o => Run(o, 1, Identified(1)),
        ["has a run up to the last ITMO serial"] = o => Run(o, 1, Identified(SerialRange.NumberMax - 1)),
        ["has a run first transferred on the day of its authorization"] =
            o => Run(o, 1, Identified(1) with { FirstTransfer = Identified(1).FirstTransfer! with { On = new DateOnly(2025, 5, 1) } }),
    };

    public static TheoryData<string> Unsound => [.. UnsoundProposals.Keys];

    public static TheoryData<string> Sound => [.. SoundProposals.Keys];

    [Theory]
    [MemberData(nameof(Unsound))]
    public void A_proposal_is_unsound_that(string circumstance)
    {
        var (fault, change) = UnsoundProposals[circumstance];
        var (sides, offer) = Proposal();

        Refused(sides, new TransferProposal([change(offer)]), fault);
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public void A_proposal_is_sound_that(string circumstance)
    {
        var (sides, offer) = Proposal();

        sides.Japan.Receive(new TransferProposal([SoundProposals[circumstance](offer)]), sides.Now).Done().Messages.ShouldBeEmpty();

        sides.Japan.State.Transfers[offer.Id].State.ShouldBe(TransferState.Proposed);
        LedgerLaws.Check(sides.Japan.State).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, true, true)]
    public void An_approval_names_a_decision_and_its_line(bool namesDecision, bool namesLine, bool isSound)
    {
        var (sides, offer) = Approval();
        var changed = offer with { Decision = namesDecision ? offer.Decision : null, LineId = namesLine ? offer.LineId : null };

        if (!isSound) Refused(sides, new TransferApproval([changed]), Kind);
        else sides.Japan.Receive(new TransferApproval([changed]), sides.Now).Done().Messages.ShouldBeEmpty();
    }

    [Fact]
    public void An_offer_between_registries_is_no_approval()
    {
        var (sides, offer) = Approval();

        Refused(sides, new TransferApproval([offer with { Kind = TransferKind.BetweenRegistries }]), Kind);
    }

    [Fact]
    public void A_second_approval_of_a_line_is_refused_and_the_first_stands()
    {
        var (sides, first) = Approval();
        var second = first with { Id = sides.NewId() };

        var answers = sides.Japan.Receive(new TransferApproval([first, second]), sides.Now).Done().Messages;

        answers.ShouldHaveSingleItem().ShouldBeOfType<TransferRefusal>().Transfers.ShouldHaveSingleItem().Id.ShouldBe(second.Id);
        sides.Japan.State.Leg(Flows.Decision014, "TH014", Jpn)!.Approval.ShouldBe(first.Id);
        sides.Japan.Outbox.Clear();
        sides.Do(sides.Japan, Flows.Acquisition());
        sides.Japan.State.Transfers[first.Id].State.ShouldBe(TransferState.Completed);
    }

    [Theory]
    [InlineData(18, false)]
    [InlineData(19, true)]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public void Two_unknown_units_have_ITMO_serials_that_no_others_have(long first, bool isTaken)
    {
        var sides = Thailand();
        Completed(sides, firstItmo: 20).ShouldBeNull();
        var (_, offer) = Proposal();
        var message = new TransferProposal([offer with { Units = [Identified(first)] }]);

        if (isTaken) Refused(sides, message, "are on other units already");
        else sides.Japan.Receive(message, sides.Now).Done().Messages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(SerialRange.NumberMax - 9, true)]
    [InlineData(SerialRange.NumberMax - 8, false)]
    public void The_last_ITMO_serial_of_a_completion_is_within_bounds(long firstItmo, bool isTaken) =>
        (Completed(Thailand(), firstItmo) is null).ShouldBe(isTaken);

    /// <summary>Thailand completes the transfer of 10 units under ITMO serials of its choice; gives Japan's objection.</summary>
    private static Refusal? Completed(TwoSides sides, long firstItmo)
    {
        var id = TwoSides.Id(500);
        sides.Do(sides.Partner, Flows.Proposal(sides, id, Of901(1, 10)));
        sides.Japan.Decide(new AcceptTransfer(id, Account(Jpn, 101), null), sides.Now).Done();
        var completion = sides.Partner.Receive(sides.Japan.Outbox.Dequeue(), sides.Now).Done().Messages.ShouldHaveSingleItem().ShouldBeOfType<TransferCompletion>();
        sides.Partner.Outbox.Clear();
        var honest = completion.Transfers[0];
        var unit = honest.Units[0];
        var told = honest with { Units = [unit with { Itmo = unit.Itmo! with { FirstSerial = firstItmo } }] };
        return sides.Japan.Receive(new TransferCompletion([told]), sides.Now).Done().Objection;
    }

    private static (TwoSides Sides, TransferOffer Offer) Proposal()
    {
        var sides = Thailand();
        var proposal = sides.Partner.Decide(Flows.Proposal(sides, sides.NewId(), Of901(1, 5), Of901(11, 15)), sides.Now).Done().Messages.ShouldHaveSingleItem();
        sides.Partner.Outbox.Clear();
        return (sides, proposal.ShouldBeOfType<TransferProposal>().Transfers[0]);
    }

    private static (TwoSides Sides, TransferOffer Offer) Approval()
    {
        var sides = Flows.Th014Issued();
        var approval = sides.Partner.Decide(Flows.Approval(sides, sides.NewId()), sides.Now).Done().Messages.ShouldHaveSingleItem();
        sides.Partner.Outbox.Clear();
        return (sides, approval.ShouldBeOfType<TransferApproval>().Transfers[0]);
    }

    private static void Refused(TwoSides sides, PartnerMessage message, string fault)
    {
        var refusal = sides.Japan.Receive(message, sides.Now).Done().Messages.ShouldHaveSingleItem().ShouldBeOfType<TransferRefusal>().Transfers.ShouldHaveSingleItem().Refusal;

        refusal.Rule.ShouldBe(TransferRules.OfferUnclear.Number);
        refusal.English.ShouldContain(fault);
        LedgerLaws.Check(sides.Japan.State).ShouldBeEmpty();
    }

    private static TransferOffer Run(TransferOffer offer, int index, UnitRun run) => offer with { Units = offer.Units.SetItem(index, run) };

    private static UnitRun Fresh(long first, long final) => new(Serials901(first, final), Tha, Th901, new Vintage(2021), Period(2021, 2021), null, null, null);

    /// <summary>Two units Thailand says it first transferred, to a place where Japan did not see them.</summary>
    private static UnitRun Identified(long firstItmo) => Fresh(500, 501) with
    {
        Itmo = new ItmoBlock(Approach, new PartyRegistryId("THA01"), Tha, firstItmo),
        FirstTransfer = new FirstTransfer(new DateOnly(2025, 11, 1), FirstTransferTrigger.InternationalTransfer, ThaiAuthorization),
    };

    private static ImmutableArray<UnitRun> Scattered(int runs) => [.. Enumerable.Range(0, runs).Select(i => Fresh((2 * i) + 1, (2 * i) + 1))];
}
