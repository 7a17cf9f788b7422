using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Tests.Transfers;

public sealed class TransferTableTests
{
    private static readonly TransferId Id = TwoSides.Id(1);
    private static readonly AcceptTransfer Accepting = new(Id, Sample.Account(Sample.Jpn, 101), null);
    private static readonly RefuseTransfer Refusing = new(Id, "Not agreed.");
    private static readonly TransferCancellation Cancellation = new([new CancelledTransfer(Id, CancellationReason.Withdrawn)]);
    private static readonly Script Usual = Script.Run();

    public static TheoryData<string, string, string> TransferringCells => [.. TransferTable.Cells(TransferTable.Transferring)];

    public static TheoryData<string, string, string> AcquiringCells => [.. TransferTable.Cells(TransferTable.Acquiring)];

    [Theory]
    [MemberData(nameof(TransferringCells))]
    public void The_transferring_side_has_one_answer(string state, string stimulus, string outcome)
    {
        var sides = Sample.Thailand();
        var side = sides.Partner;
        if (state != "Unknown") side.Decide(Usual.Proposal, sides.Now).Done();
        if (state == "Completed") side.Receive(Usual.Acceptance, sides.Now).Done();
        if (state == "Refused") side.Receive(Usual.Refusal, sides.Now).Done();
        if (state == "Cancelled") side.Decide(new WithdrawTransfer(Id), sides.Now).Done();
        Check(side, sides.Now, stimulus, outcome);
    }

    [Theory]
    [MemberData(nameof(AcquiringCells))]
    public void The_acquiring_side_has_one_answer(string state, string stimulus, string outcome)
    {
        var sides = Sample.Thailand();
        var side = sides.Japan;
        if (state != "Unknown") side.Receive(Usual.Offer, sides.Now).Done();
        if (state is "Accepted" or "Completed") side.Decide(Accepting, sides.Now).Done();
        if (state == "Completed") side.Receive(Usual.Completion, sides.Now).Done();
        if (state == "Refused") side.Decide(Refusing, sides.Now).Done();
        if (state == "Cancelled") side.Receive(Cancellation, sides.Now).Done();
        Check(side, sides.Now, stimulus, outcome);
    }

    [Fact]
    public void Both_tables_name_every_state()
    {
        var states = Enum.GetNames<TransferState>().Append("Unknown").ToList();

        TransferTable.Cells(TransferTable.Acquiring).Select(c => c.State).Distinct().ShouldBe(states, ignoreOrder: true);
        TransferTable.Cells(TransferTable.Transferring).Select(c => c.State).Distinct().ShouldBe(states.Except([nameof(TransferState.Accepted)]), ignoreOrder: true);
    }

    private static void Check(Side side, DateTimeOffset now, string stimulus, string expected)
    {
        var before = side.State.Transfers.GetValueOrDefault(Id);
        var late = now.AddDays(11);
        var outcome = stimulus switch
        {
            "offer" or "own offer echoed" => side.Receive(Usual.Offer, now),
            "offer late" => side.Receive(Usual.Offer, late),
            "offer changed" => side.Receive(Usual.ChangedOffer, now),
            "acceptance" => side.Receive(Usual.Acceptance, now),
            "acceptance late" => side.Receive(Usual.Acceptance, late),
            "refusal" => side.Receive(Usual.Refusal, now),
            "completion" => side.Receive(Usual.Completion, now),
            "completion late" => side.Receive(Usual.Completion, late),
            "completion changed" => side.Receive(Usual.ChangedCompletion, now),
            "cancellation" => side.Receive(Cancellation, now),
            "we accept" => side.Decide(Accepting, now),
            "we accept late" => side.Decide(Accepting, late),
            "we refuse" => side.Decide(Refusing, now),
            "we refuse late" => side.Decide(Refusing, late),
            "we withdraw" => side.Decide(new WithdrawTransfer(Id), now),
            "we offer again" => side.Decide(Usual.Proposal, now),
            "deadline not passed" => side.Decide(new ExpireTransfer(Id), now.AddDays(10)),
            "deadline passed" => side.Decide(new ExpireTransfer(Id), late),
            _ => throw new ArgumentOutOfRangeException(nameof(stimulus), stimulus, "No such stimulus."),
        };
        Describe(outcome, before, side.State.Transfers.GetValueOrDefault(Id)).ShouldBe(expected);
        LedgerLaws.Check(side.State).ShouldBeEmpty();
    }

    private static string Describe(Outcome outcome, Transfer? before, Transfer? after)
    {
        if (outcome is Outcome.Refused refused) return $"{refused.Refusal.Rule}";
        var accepted = outcome.Done();
        if (accepted.Objection is { } objection)
        {
            accepted.Messages.ShouldBeEmpty();
            after.ShouldBeSameAs(before);
            return $"fault {objection.Rule}";
        }

        var told = string.Join(" + ", accepted.Messages.Select(Word));
        if (ReferenceEquals(before, after))
        {
            accepted.Events.ShouldBeEmpty();
            return told.Length == 0 ? "-" : $"= {told}";
        }

        return told.Length == 0 ? $"{after!.State}" : $"{after!.State} + {told}";
    }

    private static string Word(PartnerMessage message) => message switch
    {
        TransferProposal => "offer",
        TransferAcceptance => "acceptance",
        TransferRefusal => "refusal",
        TransferCompletion => "completion",
        TransferCancellation => "cancellation",
        _ => message.GetType().Name,
    };

    /// <summary>What the two sides say when nothing goes wrong, taken from a run of the real ledgers.</summary>
    private sealed record Script(
        ProposeTransfer Proposal, TransferProposal Offer, TransferProposal ChangedOffer, TransferAcceptance Acceptance, TransferRefusal Refusal,
        TransferCompletion Completion, TransferCompletion ChangedCompletion)
    {
        public static Script Run()
        {
            var sides = Sample.Thailand();
            var proposal = Flows.Proposal(sides, Id, Sample.Of901(1, 10));
            var offer = Only<TransferProposal>(sides.Partner.Decide(proposal, sides.Now));
            sides.Japan.Receive(offer, sides.Now).Done();
            var refusal = Only<TransferRefusal>(RegistryLedger.Decide(sides.Japan.State, sides.Japan.Settings, Refusing, sides.Now));
            var acceptance = Only<TransferAcceptance>(sides.Japan.Decide(Accepting, sides.Now));
            var completion = Only<TransferCompletion>(sides.Partner.Receive(acceptance, sides.Now));
            var end = completion.Transfers[0];
            return new Script(
                proposal,
                offer,
                new TransferProposal([offer.Transfers[0] with { Units = [offer.Transfers[0].Units[0] with { Serials = Sample.Serials901(1, 9) }] }]),
                acceptance,
                refusal,
                completion,
                new TransferCompletion([end with { Units = [end.Units[0] with { Itmo = end.Units[0].Itmo! with { FirstTransferringParty = Sample.Jpn } }] }]));
        }

        private static T Only<T>(Outcome outcome)
            where T : PartnerMessage =>
            outcome.Done().Messages.ShouldHaveSingleItem().ShouldBeOfType<T>();
    }
}
