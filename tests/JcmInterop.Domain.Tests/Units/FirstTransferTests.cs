using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using static JcmInterop.Domain.Tests.World.Sample;

namespace JcmInterop.Domain.Tests.Units;

public sealed class FirstTransferTests
{
    private const AuthorizedUses Ndc = AuthorizedUses.Ndc;
    private const AuthorizedUses Imp = AuthorizedUses.InternationalMitigation;
    private const AuthorizedUses Both = Ndc | Imp;
    private const FirstTransferDefinition AtAuthorization = FirstTransferDefinition.Authorization;
    private const FirstTransferDefinition AtIssuance = FirstTransferDefinition.Issuance;
    private const FirstTransferDefinition AtUse = FirstTransferDefinition.UseOrCancellation;
    private const string ByAuthorization = "Authorization 2025-05-01";
    private const string ByIssuance = "Issuance 2025-05-20";
    private const string ByTransfer = "InternationalTransfer 2025-11-20";
    private const string ByUse = "UseOrCancellation 2025-11-20";
    private const string ByMitigation = "OverallMitigation 2025-11-20";
    private const string ByGift = "AdaptationFund 2025-11-20";

    /// <summary>Purpose, definition, act, and the first transfer that follows or the number of the rule that refuses.</summary>
    public static TheoryData<AuthorizedUses, FirstTransferDefinition?, string, string> Table => new()
    {
        { Ndc, null, "transfer", ByTransfer },
        { Ndc, null, "cancellation", "4010" },
        { Ndc, null, "overall mitigation", ByMitigation },
        { Ndc, null, "Adaptation Fund", ByGift },
        { Ndc, null, "named", "4030" },
        { Imp, AtAuthorization, "transfer", ByAuthorization },
        { Imp, AtAuthorization, "cancellation", ByAuthorization },
        { Imp, AtAuthorization, "overall mitigation", ByAuthorization },
        { Imp, AtAuthorization, "Adaptation Fund", ByAuthorization },
        { Imp, AtAuthorization, "named", ByAuthorization },
        { Imp, AtIssuance, "transfer", ByIssuance },
        { Imp, AtIssuance, "cancellation", ByIssuance },
        { Imp, AtIssuance, "overall mitigation", ByIssuance },
        { Imp, AtIssuance, "Adaptation Fund", ByIssuance },
        { Imp, AtIssuance, "named", ByIssuance },
        { Imp, AtUse, "transfer", "4026" },
        { Imp, AtUse, "cancellation", ByUse },
        { Imp, AtUse, "overall mitigation", ByMitigation },
        { Imp, AtUse, "Adaptation Fund", ByGift },
        { Imp, AtUse, "named", "4030" },
        { Both, AtAuthorization, "transfer", ByAuthorization },
        { Both, AtAuthorization, "cancellation", ByAuthorization },
        { Both, AtAuthorization, "overall mitigation", ByAuthorization },
        { Both, AtAuthorization, "Adaptation Fund", ByAuthorization },
        { Both, AtAuthorization, "named", ByAuthorization },
        { Both, AtIssuance, "transfer", ByIssuance },
        { Both, AtIssuance, "cancellation", ByIssuance },
        { Both, AtIssuance, "overall mitigation", ByIssuance },
        { Both, AtIssuance, "Adaptation Fund", ByIssuance },
        { Both, AtIssuance, "named", ByIssuance },
        { Both, AtUse, "transfer", ByTransfer },
        { Both, AtUse, "cancellation", ByUse },
        { Both, AtUse, "overall mitigation", ByMitigation },
        { Both, AtUse, "Adaptation Fund", ByGift },
        { Both, AtUse, "named", "4030" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Units_whose_authorization_people_name_are_first_transferred_by_the_earliest_event_that_counts(AuthorizedUses uses, FirstTransferDefinition? definition, string act, string expected)
    {
        var world = new FirstTransferWorld(uses, definition, isNamed: true);
        world.Of().ShouldBe([null]);

        Words(world, act).ShouldBe(expected);
        world.Of(11).ShouldBe([null]);
        world.ShouldBeLawful();
        Counted(world);
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Units_that_one_authorization_covers_are_first_transferred_without_being_named(AuthorizedUses uses, FirstTransferDefinition? definition, string act, string expected)
    {
        foreach (var isIssuedFirst in new[] { false, true })
        {
            // A definition that is the issuance is met by units issued afterwards only.
            if (isIssuedFirst && definition == AtIssuance) continue;
            var world = new FirstTransferWorld(uses, definition, isIssuedFirst: isIssuedFirst);
            var isBefore = uses != Ndc && definition is AtAuthorization or AtIssuance;
            if (isBefore) world.Of().ShouldBe([Expected(expected)]);
            else world.Of().ShouldBe([null]);

            Words(world, act).ShouldBe(isBefore && act == "named" ? "4031" : expected);
            if (isBefore) world.Of().ShouldAllBe(f => f == Expected(expected));
            world.ShouldBeLawful();
            Counted(world);
        }
    }

    [Fact]
    public void Both_sides_have_the_same_first_transfer_of_units_that_moved()
    {
        var world = new FirstTransferWorld(Both, AtAuthorization);
        world.Act("transfer").ShouldBeNull();

        var there = world.Sides.Japan.State.BlocksOverlapping(Serials901(1, 10)).Single();
        there.FirstTransfer.ShouldBe(world.Of(1, 10).Single());
        there.Itmo.ShouldBe(world.Sides.Partner.State.BlocksOverlapping(Serials901(1, 10)).Single().Itmo);
        world.Sides.Do(world.Sides.Japan, Flows.Use(Serials901(1, 10)));
        world.ShouldBeLawful();
    }

    [Fact]
    public void An_offer_that_Japan_refuses_leaves_the_first_transfer_by_authorization_and_none_by_transfer()
    {
        foreach (var definition in new[] { AtAuthorization, AtUse })
        {
            var world = new FirstTransferWorld(Both, definition, isNamed: true);
            var id = world.Sides.NewId();
            world.Thailand(new ProposeTransfer(id, [Of901(1, 10)], null, FirstTransferWorld.Id, null, world.Sides.Now.AddDays(1)));
            world.Sides.Do(world.Sides.Japan, new RefuseTransfer(id, "not wanted"));

            world.Of(1, 10).ShouldBe([definition == AtAuthorization ? Expected(ByAuthorization) : null]);
            world.ShouldBeLawful();
        }
    }

    [Fact]
    public void A_cap_without_room_for_all_units_leaves_it_to_people_which_ones()
    {
        var world = new FirstTransferWorld(Imp, AtAuthorization, change: terms => terms with { QuantityCap = new UnitQuantity(99) });
        world.Of().ShouldBe([null]);

        world.Act("named", 1, 60).ShouldBeNull();
        world.Act("named", 61, 100)!.Rule.ShouldBe(AuthorizationRules.CapExceeded.Number);
        world.Act("named", 61, 99).ShouldBeNull();
        world.Of(1, 99).ShouldBe([Expected(ByAuthorization)]);
        world.Sides.Partner.State.Authorization(Tha, FirstTransferWorld.Id)!.Room.ShouldBe(UnitQuantity.Zero);
        world.ShouldBeLawful();
    }

    [Fact]
    public void Units_that_a_later_version_came_to_cover_are_first_transferred_on_its_day()
    {
        var world = new FirstTransferWorld(Imp, AtAuthorization, change: terms => terms with { VintageFirst = new Vintage(2022) });
        world.Of().ShouldBe([null]);
        var terms = world.Sides.Partner.State.Authorization(Tha, FirstTransferWorld.Id)!.Authorization;
        world.Thailand(new ChangeAuthorization(terms with { Version = 2, VintageFirst = new Vintage(2021) }, new DateOnly(2025, 8, 1), false));

        world.Of().ShouldBe([Expected("Authorization 2025-08-01")]);
        world.ShouldBeLawful();
    }

    [Fact]
    public void A_revocation_does_not_touch_what_the_authorization_made_first_transferred()
    {
        var world = new FirstTransferWorld(Imp, AtAuthorization);
        world.Thailand(new RevokeAuthorization(FirstTransferWorld.Id, FirstTransferWorld.Today));

        world.Of().ShouldBe([Expected(ByAuthorization)]);
        world.Act("cancellation").ShouldBeNull();
        world.ShouldBeLawful();
    }

    [Theory]
    [InlineData(OimpCutOffRule.NoLaterUse, "cancellation", "4029")]
    [InlineData(OimpCutOffRule.NoLaterUse, "overall mitigation", ByMitigation)]
    [InlineData(OimpCutOffRule.NoLaterUse, "named", "4029")]
    [InlineData(OimpCutOffRule.CountedOnLastDay, "cancellation", "CutOff 2025-11-10")]
    [InlineData(OimpCutOffRule.CountedOnLastDay, "overall mitigation", "CutOff 2025-11-10")]
    [InlineData(OimpCutOffRule.CountedOnLastDay, "named", "CutOff 2025-11-10")]
    public void After_the_last_day_the_Partys_choice_decides(OimpCutOffRule rule, string act, string expected)
    {
        var world = new FirstTransferWorld(Imp, AtUse, cutOff: new OimpCutOff(new DateOnly(2025, 11, 10), rule));

        Words(world, act).ShouldBe(expected);
        world.ShouldBeLawful();
        Counted(world);
    }

    [Fact]
    public void A_last_day_that_has_not_come_or_of_another_period_changes_nothing()
    {
        foreach (var rule in Enum.GetValues<OimpCutOffRule>())
        {
            var world = new FirstTransferWorld(Imp, AtUse, cutOff: new OimpCutOff(FirstTransferWorld.Today, rule));
            Words(world, "cancellation").ShouldBe(ByUse);
            new FirstTransferWorld(Imp, AtUse, cutOff: new OimpCutOff(FirstTransferWorld.Today, rule)).Act("named")!.Rule.ShouldBe(AuthorizationRules.NoEventYet.Number);
        }
    }

    [Fact]
    public void Units_given_to_the_Adaptation_Fund_stay_in_the_registry_and_are_sold_from_there()
    {
        var world = new FirstTransferWorld(Ndc, null);
        world.Act("Adaptation Fund").ShouldBeNull();
        var id = world.Sides.NewId();
        world.Thailand(new ProposeTransfer(id, [Of901(1, 4, FirstTransferWorld.Fund)], Account(Jpn, 101), null, null, world.Sides.Now.AddDays(1)));
        world.Sides.Accept(id);

        world.Sides.Japan.State.BlocksOverlapping(Serials901(1, 4)).Single().FirstTransfer.ShouldBe(Expected(ByGift));
        world.Sides.Partner.State.BlocksOverlapping(Serials901(5, 10)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            b => b.Account.ShouldBe(Account(Tha, FirstTransferWorld.Fund)), b => b.Status.ShouldBe(BlockStatus.Held), b => b.Itmo!.FirstSerial.ShouldBe(5));
        world.ShouldBeLawful();
        Counted(world);
    }

    [Fact]
    public void A_node_says_that_it_reads_the_later_events() => NodeProfile.Present.Features.ShouldContain(NodeProfile.LaterFirstTransfers);

    private static string Words(FirstTransferWorld world, string act)
    {
        if (world.Act(act) is { } refusal) return $"{refusal.Rule}";
        return world.Of(1, 10).ShouldHaveSingleItem() is { } first ? $"{first.Trigger} {first.On:yyyy-MM-dd}" : "none";
    }

    private static FirstTransfer Expected(string words)
    {
        var parts = words.Split(' ');
        return new FirstTransfer(DateOnly.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture), Enum.Parse<FirstTransferTrigger>(parts[0]), FirstTransferWorld.Id);
    }

    /// <summary>The adjustments and the authorization count what the ledger calls first transferred, once.</summary>
    private static void Counted(FirstTransferWorld world)
    {
        var state = world.Sides.Partner.State;
        var tonnes = state.Blocks.Where(b => b.FirstTransfer is not null).Sum(b => b.Quantity.Tonnes);
        world.History().FirstTransfers.Sum(t => t.Quantity.Tonnes).ShouldBe(tonnes);
        state.Authorization(Tha, FirstTransferWorld.Id)!.FirstTransferred.Tonnes.ShouldBe(tonnes);
        var inputs = new AdjustmentInputs(NdcPeriod.Decade2021, AdjustmentMethod.MultiYear, world.History().FirstTransfers, []);
        AdjustmentOverlap.Find(CorrespondingAdjustments.Calculate(inputs)).ShouldBeEmpty();
    }
}
