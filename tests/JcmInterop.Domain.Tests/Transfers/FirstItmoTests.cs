using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using static JcmInterop.Domain.Tests.World.Sample;

namespace JcmInterop.Domain.Tests.Transfers;

/// <summary>Project TH014, 2025: Thailand issues 2,017 units, approves the transfer of 1,009, and Japan records the acquisition.</summary>
public sealed class FirstItmoTests
{
    private static readonly SerialRange ForJapan = new("THA-JPN-TH014-2021-", 1_009, 2_017);

    [Fact]
    public void Thailand_issues_both_quantities_and_Japan_cannot_acquire_before_the_approval()
    {
        var sides = Flows.Th014Issued();

        sides.Partner.State.Totals["TH014/2021"].ShouldBe(new UnitTotals(Flows.Th014, new Vintage(2021), 2_017, 0, 2_017, 0, 0, 0, 0));
        sides.Try(sides.Japan, Flows.Acquisition())!.Rule.ShouldBe(TransferRules.NotApproved.Number);
        sides.Japan.State.Leg(Flows.Decision014, "TH014", Jpn)!.State.ShouldBe(LegState.Pending);
        sides.Japan.State.Leg(Flows.Decision014, "TH014", Tha)!.Issued.Tonnes.ShouldBe(1_008);
        sides.LawsHold();
    }

    [Fact]
    public void After_the_approval_1009_units_become_ITMOs_and_are_closed_in_Thailand()
    {
        var sides = Acquired();

        sides.Partner.State.Totals["TH014/2021"].ShouldBe(new UnitTotals(Flows.Th014, new Vintage(2021), 2_017, 0, 1_008, 0, 1_009, 0, 0));
        sides.Japan.State.Totals["TH014/2021"].ShouldBe(new UnitTotals(Flows.Th014, new Vintage(2021), 0, 1_009, 1_009, 0, 0, 0, 0));
        foreach (var side in new[] { sides.Japan, sides.Partner })
        {
            var block = side.State.BlocksOverlapping(ForJapan).Single();
            block.Itmo!.Id(0, block.Vintage).ToString().ShouldBe("CA9999-THA01-THA-1-2021");
            block.Itmo.Id(1_008, block.Vintage).ToString().ShouldBe("CA9999-THA01-THA-1009-2021");
            block.FirstTransfer.ShouldBe(new FirstTransfer(new DateOnly(2025, 11, 11), FirstTransferTrigger.InternationalTransfer, Flows.Authorization014));
            side.State.Leg(Flows.Decision014, "TH014", Jpn)!.ShouldSatisfyAllConditions(
                l => l.State.ShouldBe(LegState.Issued), l => l.Issued.Tonnes.ShouldBe(1_009), l => l.IssuedOn.ShouldBe(new DateOnly(2025, 11, 11)));
            side.State.Authorization(Tha, Flows.Authorization014)!.ShouldSatisfyAllConditions(
                a => a.FirstTransferred.Tonnes.ShouldBe(1_009), a => a.Reserved.ShouldBe(UnitQuantity.Zero), a => a.Room.ShouldBe(UnitQuantity.Zero));
        }

        sides.LawsHold();
    }

    [Fact]
    public void Japan_acquires_once()
    {
        var sides = Acquired();

        sides.Try(sides.Japan, Flows.Acquisition())!.Rule.ShouldBe(IssuanceRules.AlreadyIssued.Number);
        sides.Try(sides.Partner, Flows.Approval(sides, sides.NewId()))!.Rule.ShouldBe(TransferRules.AlreadyApproved.Number);
    }

    [Fact]
    public void Part_is_used_towards_the_NDC_and_the_host_is_told()
    {
        var sides = Acquired();
        var units = new UnitSelection(Account(Jpn, 1), null, new UnitQuantity(300));
        sides.Do(sides.Japan, new UseTowardsNdc(units, Account(Jpn, 2), 2025, new DateOnly(2025, 11, 20)));

        sides.Japan.State.Totals["TH014/2021"].ShouldSatisfyAllConditions(t => t.UsedTowardsNdc.ShouldBe(300), t => t.Held.ShouldBe(709));
        sides.Partner.State.PartnerDisposals.Values.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            p => p.Units.Quantity.Tonnes.ShouldBe(300), p => p.Disposal.UsedForYear.ShouldBe(2025), p => p.Units.Itmo!.FirstSerial.ShouldBe(1));
        sides.Try(sides.Japan, new MoveUnits(new UnitSelection(Account(Jpn, 2), new SerialRange(ForJapan.Prefix, 1_009, 1_009)), Account(Jpn, 1), null))!.Rule.ShouldBe(1007);
        sides.LawsHold();
    }

    [Fact]
    public void The_cap_forbids_a_first_transfer_beyond_1009()
    {
        var sides = Acquired();
        var one = new UnitSelection(Account(Tha, 1), null, new UnitQuantity(1));

        sides.Try(sides.Partner, new ProposeTransfer(sides.NewId(), [one], null, Flows.Authorization014, null, sides.Now.AddDays(1)))!.Rule.ShouldBe(AuthorizationRules.CapExceeded.Number);
    }

    [Fact]
    public void A_refused_approval_can_be_given_anew()
    {
        var sides = Flows.Th014Issued();
        var first = sides.NewId();
        sides.Do(sides.Partner, Flows.Approval(sides, first)).Do(sides.Japan, new RefuseTransfer(first, "Wrong account."));
        sides.LawsHold();
        sides.Try(sides.Japan, Flows.Acquisition())!.Rule.ShouldBe(TransferRules.NotApproved.Number);
        sides.Do(sides.Partner, Flows.Approval(sides, sides.NewId())).Do(sides.Japan, Flows.Acquisition());

        sides.Japan.State.Totals["TH014/2021"].Held.ShouldBe(1_009);
        sides.LawsHold();
    }

    [Fact]
    public void Units_moved_inside_the_registry_before_the_approval_are_approved_where_they_are()
    {
        var sides = Flows.Th014Issued();
        var some = new SerialRange(ForJapan.Prefix, 1_009, 1_500);
        sides.Do(sides.Partner, new MoveUnits(new UnitSelection(Account(Tha, 4), some), Account(Tha, 1), null));
        sides.Try(sides.Partner, Flows.Approval(sides, sides.NewId()))!.Rule.ShouldBe(TransferRules.SeveralAccounts.Number);
        sides.Do(sides.Partner, new MoveUnits(new UnitSelection(Account(Tha, 4), new SerialRange(ForJapan.Prefix, 1_501, 2_017)), Account(Tha, 1), null));
        sides.Do(sides.Partner, Flows.Approval(sides, sides.NewId())).Do(sides.Japan, Flows.Acquisition());

        sides.Japan.State.Totals["TH014/2021"].Held.ShouldBe(1_009);
        sides.LawsHold();
    }

    [Fact]
    public void An_approval_that_runs_out_frees_units_authorization_and_leg()
    {
        var sides = Flows.Th014Issued();
        var id = sides.NewId();
        sides.Do(sides.Partner, Flows.Approval(sides, id));
        sides.Now = sides.Now.AddDays(31);
        sides.Do(sides.Partner, new ExpireTransfer(id));

        sides.Partner.State.Authorization(Tha, Flows.Authorization014)!.Reserved.ShouldBe(UnitQuantity.Zero);
        sides.Partner.State.Leg(Flows.Decision014, "TH014", Jpn)!.Approval.ShouldBeNull();
        sides.Japan.State.Leg(Flows.Decision014, "TH014", Jpn)!.Approval.ShouldBeNull();
        sides.LawsHold();
    }

    [Fact]
    public void Cancelling_own_units_for_international_mitigation_is_their_first_transfer()
    {
        var sides = Sample.Thailand();
        var id = new AuthorizationId("THA-IMP");
        sides.Do(sides.Partner, new RecordAuthorization(Authorization(Tha, id, Jpn, cap: 5) with
        {
            Uses = AuthorizedUses.InternationalMitigation, FirstTransferDefinition = FirstTransferDefinition.UseOrCancellation,
        }));
        sides.Do(sides.Partner, Flows.Cancel(Account(Tha, 101), Serials901(3, 7), CancellationPurpose.InternationalMitigation, id));

        var block = sides.Partner.State.BlocksOverlapping(Serials901(3, 7)).Single();
        block.FirstTransfer!.Trigger.ShouldBe(FirstTransferTrigger.UseOrCancellation);
        block.Itmo!.Id(4, block.Vintage).ToString().ShouldBe("CA9999-THA01-THA-5-2021");
        sides.Partner.State.Authorization(Tha, id)!.Room.ShouldBe(UnitQuantity.Zero);
        sides.Try(sides.Partner, Flows.Cancel(Account(Tha, 101), Serials901(1, 1), CancellationPurpose.InternationalMitigation, id))!.Rule.ShouldBe(AuthorizationRules.CapExceeded.Number);
        sides.LawsHold();
    }

    private static TwoSides Acquired()
    {
        var sides = Flows.Th014Issued();
        sides.Do(sides.Partner, Flows.Approval(sides, sides.NewId()));
        sides.LawsHold();
        return sides.Do(sides.Japan, Flows.Acquisition());
    }
}
