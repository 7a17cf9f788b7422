using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Tests.Partners;

public sealed class StatusTests
{
    private readonly TwoSides sides = Sample.Thailand();
    private readonly TransferId id;

    public StatusTests()
    {
        sides.Do(sides.Japan, new SayHello());
        id = sides.NewId();
        sides.Do(sides.Partner, Flows.Proposal(sides, id, Sample.Of901(1, 10)));
    }

    [Fact]
    public void The_end_of_a_transfer_is_said_again_before_the_answer()
    {
        sides.Accept(id);
        Answer(sides.Partner, sides.Japan).ShouldBe(["TransferCompletion", "StatusAnswer Completed Transferring"]);
    }

    [Fact]
    public void A_cancellation_is_said_again_before_the_answer()
    {
        sides.Do(sides.Partner, new WithdrawTransfer(id));
        Answer(sides.Partner, sides.Japan).ShouldBe(["TransferCancellation", "StatusAnswer Cancelled Transferring"]);
    }

    [Fact]
    public void The_acquiring_side_says_its_refusal_again_before_its_answer()
    {
        sides.Do(sides.Japan, new RefuseTransfer(id, "Not agreed."));
        Answer(sides.Japan, sides.Partner).ShouldBe(["TransferRefusal", "StatusAnswer Refused Acquiring"]);
    }

    [Fact]
    public void An_unknown_transfer_has_an_answer()
    {
        var answer = sides.Partner.Receive(new StatusQuery([TwoSides.Id(99)], true), sides.Now).Done().Messages.ShouldHaveSingleItem().ShouldBeOfType<StatusAnswer>();
        answer.Transfers.ShouldHaveSingleItem().ShouldBe(new TransferStatus(TwoSides.Id(99), null, null, null));
        answer.Heads.ShouldBeNull();
        sides.Japan.Receive(answer, sides.Now).Done().Objection.ShouldBeNull();
    }

    [Fact]
    public void A_question_that_left_before_the_offer_is_no_contradiction()
    {
        var later = sides.NewId();
        sides.Partner.Decide(new AskStatus([later], false), sides.Now).Done();
        sides.Partner.Decide(Flows.Proposal(sides, later, Sample.Of901(11, 20)), sides.Now).Done();

        sides.Deliver();

        sides.Japan.State.Transfers[later].State.ShouldBe(TransferState.Proposed);
        sides.Partner.State.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void An_answer_alone_never_changes_a_transfer()
    {
        sides.Japan.Decide(new AcceptTransfer(id, Sample.Account(Sample.Jpn, 101), null), sides.Now).Done();
        var outcome = sides.Japan.Receive(new StatusAnswer([new TransferStatus(id, TransferRole.Transferring, TransferState.Completed, sides.Now)], null), sides.Now).Done();
        outcome.Objection.ShouldNotBeNull().Rule.ShouldBe(3023);
        sides.Japan.State.Transfers[id].State.ShouldBe(TransferState.Accepted);
    }

    [Fact]
    public void A_lost_acceptance_is_said_again_when_the_transferring_side_still_waits()
    {
        sides.Japan.Decide(new AcceptTransfer(id, Sample.Account(Sample.Jpn, 101), null), sides.Now).Done();
        sides.Japan.Outbox.Clear();
        sides.Do(sides.Japan, new AskStatus([id], false));
        sides.Japan.State.Transfers[id].State.ShouldBe(TransferState.Completed);
        sides.LawsHold();
    }

    [Fact]
    public void An_acquirer_whose_transfer_is_unknown_there_is_told_so()
    {
        sides.Japan.Decide(new AcceptTransfer(id, Sample.Account(Sample.Jpn, 101), null), sides.Now).Done();
        sides.Japan.Receive(new StatusAnswer([new TransferStatus(id, null, null, null)], null), sides.Now).Done().Objection.ShouldNotBeNull().English.ShouldContain("unknown");
        sides.Japan.State.Transfers[id].State.ShouldBe(TransferState.Accepted);
    }

    [Fact]
    public void Every_open_and_final_state_can_be_asked_for_from_both_sides_without_a_fault()
    {
        foreach (var act in new Action[] { () => { }, () => sides.Do(sides.Japan, new RefuseTransfer(id, "No.")), () => Ask(), () => sides.Transfer(11, 20), () => Ask() }) act();
        sides.Japan.State.Faults.ShouldBeEmpty();
        sides.Partner.State.Faults.ShouldBeEmpty();
        sides.LawsHold();

        void Ask()
        {
            foreach (var side in new[] { sides.Japan, sides.Partner }) sides.Do(side, new AskStatus([.. side.State.Transfers.Keys], true));
        }
    }

    private string[] Answer(Side answering, Side asking)
    {
        var outcome = answering.Receive(new StatusQuery([id], false), sides.Now).Done();
        var words = outcome.Messages.Select(m => m is StatusAnswer { Transfers: [var told] } ? $"StatusAnswer {told.State} {told.Role}" : m.GetType().Name).ToArray();
        foreach (var message in outcome.Messages) asking.Receive(message, sides.Now).Done().Objection.ShouldBeNull();
        sides.LawsHold();
        return words;
    }
}
