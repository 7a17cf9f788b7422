using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using static JcmInterop.Domain.Tests.World.Sample;

namespace JcmInterop.Domain.Tests.Transfers;

public sealed class TransferRaceTests
{
    [Fact]
    public void A_withdrawal_that_crosses_an_acceptance_wins_because_the_transferring_side_decides()
    {
        var sides = Sample.Thailand();
        var id = sides.Propose(1, 10);
        sides.Japan.Decide(new AcceptTransfer(id, Account(Jpn, 101), null), sides.Now).Done();
        sides.Do(sides.Partner, new WithdrawTransfer(id));

        Held(sides.Partner, Serials901(1, 10)).ShouldBe(10);
        sides.Japan.State.Transfers[id].State.ShouldBe(TransferState.Cancelled);
        sides.LawsHold();
    }

    [Fact]
    public void A_withdrawal_that_crosses_a_refusal_leaves_the_units_where_they_were()
    {
        var sides = Sample.Thailand();
        var id = sides.Propose(1, 10);
        sides.Japan.Decide(new RefuseTransfer(id, "No"), sides.Now).Done();
        sides.Do(sides.Partner, new WithdrawTransfer(id));

        (sides.Japan.State.Transfers[id].State, sides.Partner.State.Transfers[id].State).ShouldBe((TransferState.Refused, TransferState.Cancelled));
        sides.LawsHold();
    }

    [Fact]
    public void A_timeout_that_races_an_acceptance_has_one_winner()
    {
        var sides = Sample.Thailand();
        var id = sides.Propose(1, 10);
        sides.Japan.Decide(new AcceptTransfer(id, Account(Jpn, 101), null), sides.Now).Done();
        sides.Now = sides.Partner.OfferOf(id).DecideBy.AddMilliseconds(1);
        sides.Do(sides.Partner, new ExpireTransfer(id));

        Held(sides.Partner, Serials901(1, 10)).ShouldBe(10);
        sides.LawsHold();
    }

    [Fact]
    public void An_acceptance_that_arrives_late_is_answered_with_a_cancellation_also_before_the_sweep()
    {
        var sides = Sample.Thailand();
        var id = sides.Propose(1, 10);
        sides.Japan.Decide(new AcceptTransfer(id, Account(Jpn, 101), null), sides.Now).Done();
        sides.Now = sides.Partner.OfferOf(id).DecideBy.AddMilliseconds(1);
        sides.Deliver();

        sides.Japan.State.Transfers[id].Cancellation.ShouldBe(CancellationReason.DeadlinePassed);
        sides.LawsHold();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_offer_that_arrives_late_ends_cancelled_on_both_sides(bool isSweptBeforeItArrives)
    {
        var sides = Sample.Thailand();
        var id = sides.NewId();
        sides.Partner.Decide(Flows.Proposal(sides, id, Of901(1, 10)), sides.Now).Done();
        sides.Now = sides.Partner.OfferOf(id).DecideBy.AddMilliseconds(1);
        if (isSweptBeforeItArrives) sides.Partner.Decide(new ExpireTransfer(id), sides.Now).Done();
        sides.Deliver();
        if (!isSweptBeforeItArrives)
        {
            sides.Try(sides.Japan, new AcceptTransfer(id, Account(Jpn, 101), null))!.Rule.ShouldBe(TransferRules.DeadlinePassed.Number);
            sides.Do(sides.Partner, new ExpireTransfer(id));
        }

        foreach (var side in new[] { sides.Japan, sides.Partner })
            (side.State.Transfers[id].State, side.State.Transfers[id].Cancellation).ShouldBe((TransferState.Cancelled, CancellationReason.DeadlinePassed));
        sides.LawsHold();
    }

    [Fact]
    public void Units_on_their_way_cannot_be_proposed_back_before_they_arrived()
    {
        var sides = Sample.Thailand();
        var id = sides.Propose(1, 10);
        sides.Try(sides.Japan, Back(sides, 1, 10)).ShouldNotBeNull();
        sides.Japan.Decide(new AcceptTransfer(id, Account(Jpn, 101), null), sides.Now).Done();
        sides.Try(sides.Japan, Back(sides, 1, 10)).ShouldNotBeNull();
        sides.Try(sides.Japan, Back(sides, 1, 10)).ShouldBeNull();
        sides.LawsHold();
    }

    [Fact]
    public void Proposals_of_both_sides_over_the_same_units_leave_them_where_they_are()
    {
        var sides = Sample.Thailand();
        sides.Transfer(1, 10);
        var units = sides.Partner.State.Transfers.Values.Single().Completed;
        var back = Back(sides, 1, 10);
        sides.Japan.Decide(back, sides.Now).Done();
        var (away, usual) = (sides.NewId(), sides.Partner.State.Transfers.Values.Single().Offer);
        var crossing = new TransferProposal([usual with { Id = away, Units = units, DecideBy = sides.Now.AddDays(1) }]);
        var answer = sides.Japan.Receive(crossing, sides.Now).Done().Messages.ShouldHaveSingleItem().ShouldBeOfType<TransferRefusal>();

        answer.Transfers.Single().Refusal.Rule.ShouldBe(TransferRules.LiveHere.Number);
        sides.Japan.State.BlocksOverlapping(Serials901(1, 10)).ShouldAllBe(b => b.Status == BlockStatus.Reserved && b.Transfer == back.Id);
        LedgerLaws.Check(sides.Japan.State).ShouldBeEmpty();
        sides.Partner.Receive(sides.Japan.Outbox.Dequeue(), sides.Now).Done();
        sides.Japan.Outbox.Clear();
        sides.Do(sides.Partner, new AcceptTransfer(back.Id, Account(Tha, 102), null));
        Held(sides.Partner, Serials901(1, 10)).ShouldBe(10);
    }

    [Fact]
    public void Proposals_in_both_directions_cross_without_harm()
    {
        var sides = Sample.Thailand();
        sides.Transfer(1, 10);
        var back = Back(sides, 1, 10);
        var away = sides.NewId();
        sides.Japan.Decide(back, sides.Now).Done();
        sides.Partner.Decide(Flows.Proposal(sides, away, Of901(11, 20)), sides.Now).Done();
        sides.Deliver();
        sides.LawsHold();
        sides.Do(sides.Partner, new AcceptTransfer(back.Id, Account(Tha, 102), null)).Accept(away);

        Held(sides.Partner, Serials901(1, 10)).ShouldBe(10);
        Held(sides.Japan, Serials901(11, 20)).ShouldBe(10);
        sides.LawsHold();
    }

    [Fact]
    public void Units_that_left_cannot_be_proposed_again_until_they_are_back()
    {
        var sides = Sample.Thailand();
        sides.Transfer(1, 10);

        sides.Try(sides.Partner, Flows.Proposal(sides, sides.NewId(), Of901(10, 11))).ShouldNotBeNull().Rule.ShouldBe(AccountRules.NotHeld.Number);
    }

    [Fact]
    public void Units_go_away_and_back_and_away_again_with_one_identity()
    {
        var sides = Sample.Thailand();
        sides.Transfer(1, 10);
        var first = sides.Japan.State.BlocksOverlapping(Serials901(1, 10)).Single();
        var back = Back(sides, 3, 6);
        sides.Do(sides.Japan, back).Do(sides.Partner, new AcceptTransfer(back.Id, Account(Tha, 102), null));
        sides.LawsHold();
        var again = sides.NewId();
        sides.Do(sides.Partner, Flows.Proposal(sides, again, Of901(4, 5, 102)) with { Authorization = null }).Accept(again);
        sides.LawsHold();

        Held(sides.Japan, Serials901(1, 10)).ShouldBe(8);
        Held(sides.Partner, Serials901(1, 10)).ShouldBe(2);
        foreach (var block in sides.Japan.State.BlocksOverlapping(Serials901(1, 10)).Concat(sides.Partner.State.BlocksOverlapping(Serials901(1, 10))))
        {
            block.FirstTransfer.ShouldBe(first.FirstTransfer);
            block.Itmo.ShouldBe(first.Itmo!.From(block.Serials.First - 1));
        }

        sides.Partner.State.Authorization(Tha, ThaiAuthorization)!.FirstTransferred.Tonnes.ShouldBe(10);
    }

    [Fact]
    public void Returned_units_may_be_offered_across_the_cuts_of_the_other_side()
    {
        var sides = Sample.Thailand();
        sides.Transfer(1, 10);
        sides.Transfer(11, 20);
        foreach (var (from, to) in new[] { (1L, 10L), (11, 20) }) sides.Do(sides.Japan, new MoveUnits(new UnitSelection(Account(Jpn, 101), Serials901(from, to)), Account(Jpn, 102), null));
        var back = Back(sides, 5, 15, 102);
        sides.Do(sides.Japan, back).Do(sides.Partner, new AcceptTransfer(back.Id, Account(Tha, 102), null));

        Held(sides.Partner, Serials901(5, 15)).ShouldBe(11);
        sides.LawsHold();
    }

    [Fact]
    public void A_hold_placed_after_the_offer_keeps_the_units()
    {
        var sides = Sample.Thailand();
        var id = sides.Propose(1, 10);
        sides.Do(sides.Partner, new PlaceHold(Account(Tha, 101), new LegalHold("H-1", "Attachment", new DateOnly(2025, 11, 20)))).Accept(id);

        sides.Japan.State.Transfers[id].Cancellation.ShouldBe(CancellationReason.NoLongerAllowed);
        Held(sides.Partner, Serials901(1, 10)).ShouldBe(10);
        sides.LawsHold();
    }

    [Theory]
    [InlineData(20, false)]
    [InlineData(22, true)]
    public void A_first_transfer_never_happens_after_its_authorization_was_revoked(int acceptedOnDay, bool isCancelled)
    {
        var sides = Sample.Thailand();
        var id = sides.Propose(1, 10);
        sides.Do(sides.Partner, new RevokeAuthorization(ThaiAuthorization, new DateOnly(2025, 11, 22)));
        sides.Now = sides.Now.AddDays(acceptedOnDay - 20);
        sides.Do(sides.Japan, new AcceptTransfer(id, Account(Jpn, 101), isCancelled ? new DateOnly(2025, 11, 21) : null));

        sides.Partner.State.Transfers[id].State.ShouldBe(isCancelled ? TransferState.Cancelled : TransferState.Completed);
        sides.LawsHold();
    }

    [Fact]
    public void A_first_transfer_never_happens_after_its_authorization_expired()
    {
        var sides = Sample.Thailand();
        sides.Do(sides.Partner, new RecordAuthorization(Authorization(Tha, new("SHORT"), Jpn) with { ExpiresOn = new DateOnly(2025, 11, 21) }));
        var id = sides.NewId();
        sides.Do(sides.Partner, Flows.Proposal(sides, id, Of901(1, 10)) with { Authorization = new("SHORT") });
        sides.Now = sides.Now.AddDays(3);
        sides.Accept(id);

        sides.Partner.State.Transfers[id].Cancellation.ShouldBe(CancellationReason.NoLongerAllowed);
        sides.LawsHold();
    }

    [Fact]
    public void One_message_of_many_transfers_gives_each_its_own_outcome()
    {
        var sides = Sample.Thailand();
        var good = sides.Propose(1, 10);
        var gone = sides.Propose(11, 20);
        sides.Partner.Decide(new WithdrawTransfer(gone), sides.Now).Done();
        var answers = new TransferAcceptance([new(good, Account(Jpn, 101), null), new(gone, Account(Jpn, 101), null), new(TwoSides.Id(77), Account(Jpn, 101), null)]);
        var outcome = sides.Partner.Receive(answers, sides.Now).Done();

        outcome.Messages.Select(m => m.GetType()).ShouldBe([typeof(TransferCompletion), typeof(TransferCancellation)]);
        outcome.Objection.ShouldNotBeNull().Rule.ShouldBe(TransferRules.TransferUnknown.Number);
        LedgerLaws.Check(sides.Partner.State).ShouldBeEmpty();
    }

    [Fact]
    public void A_completion_with_made_up_ITMO_serials_moves_nothing()
    {
        var sides = Sample.Thailand();
        sides.Transfer(1, 10);
        var id = sides.Propose(11, 20);
        sides.Japan.Decide(new AcceptTransfer(id, Account(Jpn, 101), null), sides.Now).Done();
        var acceptance = sides.Japan.Outbox.Dequeue();
        var honest = ((TransferCompletion)RegistryLedger.Receive(sides.Partner.State, sides.Partner.Settings, acceptance, sides.Now).Done().Messages[0]).Transfers[0];
        var unit = honest.Units[0];
        foreach (var changed in new[]
        {
            unit with { Itmo = unit.Itmo! with { FirstSerial = 10 } },
            unit with { Itmo = unit.Itmo! with { FirstSerial = 0 } },
            unit with { Itmo = unit.Itmo! with { CooperativeApproach = new("CA0001") } },
            unit with { Itmo = unit.Itmo! with { OriginatingRegistry = new("JPN01") } },
            unit with { FirstTransfer = unit.FirstTransfer! with { On = honest.On.AddDays(-1) } },
            unit with { FirstTransfer = unit.FirstTransfer! with { Authorization = new("X") } },
            unit with { Vintage = new Vintage(2022) },
            unit with { Itmo = null },
        })
        {
            var outcome = sides.Japan.Receive(new TransferCompletion([honest with { Units = [changed] }]), sides.Now).Done();
            outcome.Objection.ShouldNotBeNull().Rule.ShouldBe(TransferRules.CompletionDiffers.Number);
            Held(sides.Japan, Serials901(11, 20)).ShouldBe(0);
        }

        sides.Japan.Receive(new TransferCompletion([honest]), sides.Now).Done().Objection.ShouldBeNull();
        Held(sides.Japan, Serials901(11, 20)).ShouldBe(10);
    }

    [Fact]
    public void A_transfer_may_be_accepted_for_the_very_day_of_its_offer()
    {
        var sides = Sample.Thailand();
        var id = sides.Propose(1, 10);
        var day = sides.Partner.OfferOf(id).OfferedOn;
        sides.Now = sides.Now.AddDays(2);
        sides.Do(sides.Japan, new AcceptTransfer(id, Account(Jpn, 101), day));

        foreach (var side in new[] { sides.Japan, sides.Partner }) side.State.Transfers[id].CompletedOn.ShouldBe(day);
        sides.LawsHold();
    }

    [Theory]
    [InlineData(22, false)]
    [InlineData(23, true)]
    public void A_transfer_is_accepted_for_no_day_after_the_latest_date_anywhere(int day, bool isRefused)
    {
        var sides = Sample.Thailand();
        var id = sides.Propose(1, 10);
        sides.Now = new DateTimeOffset(2025, 11, 21, 10, 0, 0, TimeSpan.Zero);

        (sides.Try(sides.Japan, new AcceptTransfer(id, Account(Jpn, 101), new DateOnly(2025, 11, day))) is not null).ShouldBe(isRefused);

        sides.Partner.State.Transfers[id].CompletedOn.ShouldBe(isRefused ? null : new DateOnly(2025, 11, day));
        sides.LawsHold();
    }

    [Theory]
    [InlineData(1, 6, true)]
    [InlineData(6, 1, true)]
    [InlineData(1, 5, false)]
    [InlineData(5, 1, false)]
    public void Two_runs_of_one_completion_share_no_ITMO_serial(long first, long second, bool isTaken)
    {
        var sides = Sample.Thailand();
        var id = sides.NewId();
        sides.Do(sides.Partner, Flows.Proposal(sides, id, Of901(1, 5), Of901(11, 15)));
        sides.Japan.Decide(new AcceptTransfer(id, Account(Jpn, 101), null), sides.Now).Done();
        var honest = ((TransferCompletion)RegistryLedger.Receive(sides.Partner.State, sides.Partner.Settings, sides.Japan.Outbox.Dequeue(), sides.Now).Done().Messages[0]).Transfers[0];
        var told = honest with { Units = [.. honest.Units.Zip([first, second], (unit, serial) => unit with { Itmo = unit.Itmo! with { FirstSerial = serial } })] };

        var outcome = sides.Japan.Receive(new TransferCompletion([told]), sides.Now).Done();

        (outcome.Objection is null).ShouldBe(isTaken);
        sides.Japan.State.Transfers[id].State.ShouldBe(isTaken ? TransferState.Completed : TransferState.Accepted);
    }

    [Fact]
    public void The_last_day_of_an_authorization_is_included_on_both_sides()
    {
        var sides = Sample.Thailand();
        sides.Do(sides.Partner, new RecordAuthorization(Authorization(Tha, new("LAST"), Jpn) with { ExpiresOn = DateOnly.FromDateTime(sides.Now.UtcDateTime) }));
        var id = sides.NewId();
        sides.Do(sides.Partner, Flows.Proposal(sides, id, Of901(1, 10)) with { Authorization = new("LAST") }).Accept(id);

        sides.Japan.State.Transfers[id].State.ShouldBe(TransferState.Completed);
        sides.LawsHold();
    }

    private static ProposeTransfer Back(TwoSides sides, long first, long final, long account = 101) =>
        new(sides.NewId(), [new UnitSelection(Account(Jpn, account), Serials901(first, final))], null, null, null, sides.Now.AddDays(10));

    private static long Held(Side side, SerialRange serials) => side.State.BlocksOverlapping(serials).Where(b => b.Status == BlockStatus.Held).Sum(b => b.Quantity.Tonnes);
}
