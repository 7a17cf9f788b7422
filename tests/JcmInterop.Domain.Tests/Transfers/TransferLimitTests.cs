using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using static JcmInterop.Domain.Tests.World.Sample;

namespace JcmInterop.Domain.Tests.Transfers;

/// <summary>Transfers at their limits, and with more than one of what is usually one.</summary>
public sealed class TransferLimitTests
{
    private static readonly ProjectReference Th015 = new("TH015");

    [Fact]
    public void An_offer_that_names_the_account_is_accepted_into_it()
    {
        var sides = Thailand();
        var id = sides.NewId();
        sides.Do(sides.Partner, new ProposeTransfer(id, [Of901(1, 10)], Account(Jpn, 102), ThaiAuthorization, null, sides.Now.AddDays(10)));
        sides.Do(sides.Japan, new AcceptTransfer(id, null, null));

        foreach (var side in new[] { sides.Japan, sides.Partner })
        {
            side.State.Transfers[id].State.ShouldBe(TransferState.Completed);
            side.State.Transfers[id].AcquiringAccount.ShouldBe(Account(Jpn, 102));
        }

        sides.Japan.State.BlocksOverlapping(Serials901(1, 10)).ShouldHaveSingleItem().Account.ShouldBe(Account(Jpn, 102));
        sides.LawsHold();
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(501, false)]
    public void A_reason_has_500_characters_at_most(int length, bool isTaken)
    {
        var sides = Thailand();
        var id = sides.Propose(1, 10);

        var refusal = sides.Try(sides.Japan, new RefuseTransfer(id, new string('x', length)));

        (refusal is null).ShouldBe(isTaken);
        sides.Partner.State.Transfers[id].State.ShouldBe(isTaken ? TransferState.Refused : TransferState.Proposed);
    }

    [Theory]
    [InlineData(MessageBatching.TransfersMax, true)]
    [InlineData(MessageBatching.TransfersMax + 1, false)]
    public void A_message_has_a_thousand_transfers_at_most(int transfers, bool isTaken)
    {
        var sides = Thailand();
        var proposal = sides.Partner.Decide(Flows.Proposal(sides, sides.NewId(), Of901(1, 1)), sides.Now).Done().Messages.ShouldHaveSingleItem();
        var offer = proposal.ShouldBeOfType<TransferProposal>().Transfers[0];
        TransferOffer Numbered(int i) => offer with { Id = TwoSides.Id(1_000 + i), Units = [offer.Units[0] with { Serials = Serials901(i, i) }] };

        var outcome = sides.Japan.Receive(new TransferProposal([.. Enumerable.Range(1, transfers).Select(Numbered)]), sides.Now);

        if (isTaken) outcome.Done().Messages.ShouldBeEmpty();
        else outcome.ShouldBeOfType<Outcome.Refused>().Refusal.Rule.ShouldBe(TransferRules.CountUnclear.Number);
        sides.Japan.State.Transfers.Values.Count(t => t.State == TransferState.Proposed).ShouldBe(isTaken ? transfers : 0);
    }

    [Fact]
    public void Each_line_of_a_decision_is_approved_by_itself()
    {
        var sides = TwoLines();
        sides.Do(sides.Partner, Flows.Approval(sides, TwoSides.Id(14)));
        sides.Do(sides.Partner, Flows.Approval(sides, TwoSides.Id(15)) with { LineId = "TH015" });

        sides.Japan.State.Leg(Flows.Decision014, "TH014", Jpn)!.Approval.ShouldBe(TwoSides.Id(14));
        sides.Japan.State.Leg(Flows.Decision014, "TH015", Jpn)!.Approval.ShouldBe(TwoSides.Id(15));
        sides.Try(sides.Partner, Flows.Approval(sides, TwoSides.Id(16)) with { LineId = "TH016" })!.Rule.ShouldBe(IssuanceRules.LineUnknown.Number);
        sides.LawsHold();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void An_approval_with_a_run_of_another_project_is_refused(int other)
    {
        var sides = TwoLines();
        var approval = sides.Partner.Decide(Flows.Approval(sides, TwoSides.Id(14)), sides.Now).Done().Messages.ShouldHaveSingleItem();
        var offer = approval.ShouldBeOfType<TransferApproval>().Transfers[0];
        var whole = offer.Units.ShouldHaveSingleItem();
        var serials = whole.Serials;
        var runs = new[] { whole with { Serials = serials.Slice(serials.First, serials.First + 8) }, whole with { Serials = serials.Slice(serials.First + 9, serials.Final) } };
        runs[other] = runs[other] with { Project = Th015 };

        var answer = sides.Japan.Receive(new TransferApproval([offer with { Units = [.. runs] }]), sides.Now).Done().Messages.ShouldHaveSingleItem();

        answer.ShouldBeOfType<TransferRefusal>().Transfers.ShouldHaveSingleItem().Refusal.Rule.ShouldBe(TransferRules.ApprovalMismatch.Number);
    }

    /// <summary>One decision on two projects, both issued by Thailand with 100 t of each set aside for Japan.</summary>
    private static TwoSides TwoLines()
    {
        var sides = Bare(Tha);
        ProjectReference[] projects = [Flows.Th014, Th015];
        foreach (var side in new[] { sides.Japan, sides.Partner })
        {
            foreach (var project in projects) sides.Do(side, new RegisterProject(Project(project)));
            sides.Do(side, new RecordDecision(Decision(
                Flows.Decision014, Tha, new DateOnly(2025, 10, 30), [.. projects.Select(project => Line(project, Period(2021, 2021), Tha, 100, 100, 2021))])));
        }

        sides.Do(sides.Partner, new RecordAuthorization(
            Authorization(Tha, Flows.Authorization014, Jpn) with { AuthorizedOn = new DateOnly(2025, 10, 30), Projects = [.. projects] }));
        foreach (var project in projects)
        {
            sides.Do(sides.Partner, new IssueLeg(Flows.Decision014, project.ToString(), new DateOnly(2025, 11, 4),
            [
                new LegPosting(Account(Tha, 1), new Vintage(2021), new UnitQuantity(100), Tha),
                new LegPosting(Account(Tha, 4), new Vintage(2021), new UnitQuantity(100), Jpn),
            ]));
        }

        return sides;
    }
}
