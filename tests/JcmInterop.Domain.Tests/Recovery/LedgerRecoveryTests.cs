using CsCheck;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Recovery;
using JcmInterop.Domain.Tests.Ledger;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Tests.Recovery;

public sealed class LedgerRecoveryTests
{
    private static readonly Gen<(bool ByJapan, int Hours, Func<Side, DateTimeOffset, LedgerCommand> Command, int ToJapan, int ToThailand)> Step =
        Gen.Select(RandomCommands.Step, Gen.Int[0, 3], Gen.Int[0, 3]).Select((step, toJapan, toThailand) => (step.ByJapan, step.Hours, step.Command, toJapan, toThailand));

    [Fact]
    public void What_was_told_to_the_partner_comes_back_to_the_same_state() =>
        Gen.Select(Step.Array[1, 40], Gen.Int[0, 40]).Sample(
            (steps, backUpAt) =>
            {
                var (sides, world) = Run(steps, backUpAt);
                while (!world.IsAllHeard) world.Deliver(1, 1);
                var expected = ItemText.Of(world.Thailand.State);
                var whole = world.Recover().ShouldBeOfType<Recovered.Whole>();
                whole.Untold.ShouldBeEmpty();
                ItemText.Of(whole.After).ShouldBe(expected);
                sides.LawsHold();
            },
            iter: 150, print: t => $"{t.Item1.Length} steps, back-up at {t.Item2}");

    [Fact]
    public void Whatever_the_partner_has_not_heard_is_free_again_and_both_sides_converge() =>
        Gen.Select(Step.Array[1, 40], Gen.Int[0, 40]).Sample(
            (steps, backUpAt) =>
            {
                var (sides, world) = Run(steps, backUpAt);
                var whole = world.Recover().ShouldBeOfType<Recovered.Whole>();
                LedgerLaws.CheckPair(sides.Japan.State, whole.After).ShouldBeEmpty();
                world.GoOn(whole);
                sides.LawsHold();
            },
            iter: 150, print: t => $"{t.Item1.Length} steps, back-up at {t.Item2}");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void First_transfers_made_by_an_authorization_come_back_with_it_or_with_the_offer_that_named_it(bool isNamed)
    {
        var sides = Sample.Thailand();
        var world = new RestorableSide(sides);
        var id = new AuthorizationId("THA-IMP");
        if (!isNamed) world.Decide(world.Thailand, new RevokeAuthorization(Sample.ThaiAuthorization, new DateOnly(2025, 11, 20)));
        world.BackUp();
        world.Decide(world.Thailand, new RecordAuthorization(Sample.Authorization(Sample.Tha, id, Sample.Jpn) with
        {
            Uses = AuthorizedUses.Ndc | AuthorizedUses.InternationalMitigation, FirstTransferDefinition = FirstTransferDefinition.Authorization,
        }));
        world.Decide(world.Thailand, Flows.Proposal(sides, TwoSides.Id(1), Sample.Of901(5, 10)) with { Authorization = id });
        world.Deliver(9, 9);
        world.Decide(world.Japan, new AcceptTransfer(TwoSides.Id(1), Sample.Account(Sample.Jpn, 101), null));
        while (!world.IsAllHeard) world.Deliver(1, 1);
        world.Thailand.State.Blocks.Where(b => b.FirstTransfer is not null).Sum(b => b.Quantity.Tonnes).ShouldBe(isNamed ? 6 : 10_000);

        var whole = world.Recover().ShouldBeOfType<Recovered.Whole>();
        ItemText.Of(whole.After).ShouldBe(ItemText.Of(world.Thailand.State));
        sides.LawsHold();
    }

    [Fact]
    public void First_transfers_that_no_message_tells_are_asked_for_before_later_ones_come_back()
    {
        var sides = Sample.Thailand();
        var world = new RestorableSide(sides);
        var id = new AuthorizationId("THA-IMP");
        world.Decide(world.Thailand, new RecordAuthorization(Sample.Authorization(Sample.Tha, id, Sample.Jpn) with
        {
            Uses = AuthorizedUses.InternationalMitigation, FirstTransferDefinition = FirstTransferDefinition.Authorization,
        }));
        world.BackUp();
        world.Decide(world.Thailand, new RecordFirstTransfer(Sample.Of901(1, 4), id));
        world.Decide(world.Thailand, Flows.Proposal(sides, TwoSides.Id(1), Sample.Of901(5, 10)) with { Authorization = id });
        world.Deliver(9, 9);

        var obstacle = world.Recover().ShouldBeOfType<Recovered.Obstructed>();
        obstacle.English.ShouldContain("1 to 4");
    }

    [Fact]
    public void An_act_that_was_told_to_nobody_is_asked_for_by_name()
    {
        var sides = Sample.Thailand();
        var world = new RestorableSide(sides);
        world.BackUp();
        world.Decide(world.Thailand, new MoveUnits(Sample.Of901(1, 10), Sample.Account(Sample.Tha, 102), null));
        world.Decide(world.Thailand, Flows.Proposal(sides, TwoSides.Id(1), new UnitSelection(Sample.Account(Sample.Tha, 102), Sample.Serials901(1, 10))));
        world.Deliver(9, 9);
        var obstacle = world.Recover().ShouldBeOfType<Recovered.Obstructed>();
        obstacle.IsOwn.ShouldBeTrue();
        obstacle.English.ShouldContain("THA-102");
    }

    [Fact]
    public void A_cancellation_that_gave_itmo_serials_away_is_asked_for_by_name()
    {
        var sides = Sample.Thailand();
        var world = new RestorableSide(sides);
        world.BackUp();
        world.Decide(world.Thailand, Flows.Cancel(Sample.Account(Sample.Tha, 101), Sample.Serials901(1, 5), CancellationPurpose.OverallMitigation, Sample.ThaiAuthorization));
        world.Decide(world.Thailand, Flows.Proposal(sides, TwoSides.Id(1), Sample.Of901(11, 20)));
        world.Deliver(9, 9);
        world.Decide(world.Japan, new AcceptTransfer(TwoSides.Id(1), Sample.Account(Sample.Jpn, 101), null));
        world.Deliver(9, 9);
        world.Deliver(9, 9);
        world.Recover().ShouldBeOfType<Recovered.Obstructed>().English.ShouldContain("ITMO serials");
    }

    [Fact]
    public void Units_that_came_from_the_partner_and_were_used_are_used_again_in_the_one_account_of_its_kind()
    {
        var sides = Sample.Thailand();
        var id = sides.Transfer(1, 10);
        var japan = new RestorableSide(new TwoSides(sides.Partner.Settings, sides.Japan.Settings) { Now = sides.Now });
        japan.Thailand.State = sides.Japan.State;
        japan.Japan.State = sides.Partner.State;
        japan.BackUp();
        japan.Decide(japan.Thailand, Flows.Use(Sample.Serials901(1, 10)));
        japan.Deliver(9, 9);
        var expected = ItemText.Of(japan.Thailand.State);
        ItemText.Of(japan.Recover().ShouldBeOfType<Recovered.Whole>().After).ShouldBe(expected);
        japan.Thailand.State.Transfers[id].State.ShouldBe(TransferState.Completed);
    }

    private static (TwoSides Sides, RestorableSide World) Run((bool ByJapan, int Hours, Func<Side, DateTimeOffset, LedgerCommand> Command, int ToJapan, int ToThailand)[] steps, int backUpAt)
    {
        var sides = Sample.Thailand();
        var world = new RestorableSide(sides);
        world.BackUp();
        for (var i = 0; i < steps.Length; i++)
        {
            var (byJapan, hours, command, toJapan, toThailand) = steps[i];
            sides.Now = sides.Now.AddHours(hours);
            var side = byJapan ? world.Japan : world.Thailand;
            var asked = command(side, sides.Now);
            // What Thailand's people did after the back-up and told nobody is lost; such acts are tested by name.
            if (byJapan || i < backUpAt || asked is ProposeTransfer or AcceptTransfer or RefuseTransfer or WithdrawTransfer or ExpireTransfer or RevokeAuthorization or RecordAuthorization or IssueLeg)
                world.Decide(side, asked);
            world.Deliver(toJapan, toThailand);
            if (i < backUpAt) world.BackUp();
        }

        return (sides, world);
    }
}
