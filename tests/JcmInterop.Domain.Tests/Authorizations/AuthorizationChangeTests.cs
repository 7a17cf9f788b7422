using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Tests.Authorizations;

public sealed class AuthorizationChangeTests
{
    private static readonly DateOnly Today = new(2025, 11, 20);
    private readonly TwoSides sides = Sample.Thailand();

    public AuthorizationChangeTests() => sides.Do(sides.Japan, new SayHello());

    private static Authorization Second => Sample.Authorization(Sample.Tha, Sample.ThaiAuthorization, Sample.Jpn) with { Version = 2 };

    [Fact]
    public void Both_sides_hold_the_new_terms_and_keep_the_old_ones()
    {
        sides.Do(sides.Partner, new ChangeAuthorization(Second with { ExpiresOn = new DateOnly(2027, 12, 31) }, Today, false));
        foreach (var side in new[] { sides.Japan, sides.Partner })
        {
            side.State.Authorization(Sample.Tha, Sample.ThaiAuthorization)!.Authorization.Version.ShouldBe(2);
            side.State.AuthorizationOn(Sample.Tha, Sample.ThaiAuthorization, Today.AddDays(-1))!.Authorization.Version.ShouldBe(1);
            side.State.AuthorizationOn(Sample.Tha, Sample.ThaiAuthorization, Today)!.Authorization.Version.ShouldBe(2);
        }
    }

    [Fact]
    public void Units_first_transferred_before_the_change_keep_their_terms()
    {
        sides.Transfer(1, 10);
        sides.Now = sides.Now.AddDays(1);
        var terms = Second with { Uses = AuthorizedUses.OtherPurposes, Projects = [Sample.Th902] };
        sides.Partner.Decide(new ChangeAuthorization(terms, Today.AddDays(1), true), sides.Now).Refusal().Rule.ShouldBe(4005);
        sides.Do(sides.Partner, new ChangeAuthorization(terms with { Uses = AuthorizedUses.Ndc }, Today.AddDays(1), true));
        sides.Do(sides.Japan, Flows.Use(Sample.Serials901(1, 10)));
        sides.LawsHold();
    }

    [Fact]
    public void An_open_offer_that_the_new_terms_no_longer_cover_is_cancelled_instead_of_completed()
    {
        var id = sides.NewId();
        sides.Do(sides.Partner, Flows.Proposal(sides, id, Sample.Of901(1, 10)));
        sides.Do(sides.Partner, new ChangeAuthorization(Second with { Projects = [Sample.Th902] }, Today, false));
        sides.Accept(id);
        foreach (var side in new[] { sides.Japan, sides.Partner }) side.State.Transfers[id].State.ShouldBe(TransferState.Cancelled);
        sides.LawsHold();
    }

    [Fact]
    public void A_change_and_an_acceptance_that_cross_end_alike_on_both_sides()
    {
        var id = sides.NewId();
        sides.Do(sides.Partner, Flows.Proposal(sides, id, Sample.Of901(1, 10)));
        sides.Japan.Decide(new AcceptTransfer(id, Sample.Account(Sample.Jpn, 101), null), sides.Now).Done();
        sides.Partner.Decide(new ChangeAuthorization(Second with { ExpiresOn = Today.AddDays(-1) }, Today, false), sides.Now).Done();
        sides.Deliver();
        sides.Japan.State.Transfers[id].State.ShouldBe(TransferState.Cancelled);
        sides.LawsHold();
    }

    [Fact]
    public void A_change_told_again_changes_nothing()
    {
        sides.Do(sides.Partner, new ChangeAuthorization(Second, Today, false));
        sides.Japan.Receive(new AuthorizationChange(Second, Today, false), sides.Now).Done().Events.ShouldBeEmpty();
    }
}
