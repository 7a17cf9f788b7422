using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Tests.World;

namespace JcmInterop.Domain.Tests.Partners;

public sealed class HelloTests
{
    private readonly TwoSides sides = Sample.Bare(Sample.Tha);

    [Fact]
    public void A_hello_is_answered_once_and_both_sides_keep_both()
    {
        sides.Do(sides.Japan, new SayHello());
        foreach (var side in new[] { sides.Japan, sides.Partner }) side.State.Announcements.Keys.ShouldBe([Sample.Jpn, Sample.Tha], ignoreOrder: true);
        sides.Japan.Journal.OfType<HelloTold>().Count().ShouldBe(2);
        sides.Partner.State.Announcements[Sample.Jpn].Hello.ShouldBeEquivalentTo(sides.Japan.State.Announcements[Sample.Jpn].Hello);
    }

    [Fact]
    public void Before_any_announcement_the_base_set_and_hello_may_be_sent_and_nothing_else() =>
        MessageTypes.Understood.Where(type => MessageTypes.MaySend(type, null)).ShouldBe(MessageTypes.Base.Add("hello"), ignoreOrder: true);

    [Fact]
    public void The_base_set_is_that_of_the_first_version() => MessageTypes.Base.Count.ShouldBe(12);

    [Fact]
    public void A_newer_partner_that_knows_more_than_this_node_is_understood()
    {
        var newer = NewHello(["1.0", "1.7", "2.0"], ["reconciliation-request", .. MessageTypes.Understood], ["something-new"]);
        sides.Japan.Receive(newer, sides.Now).Done().Objection.ShouldBeNull();
        HelloDecisions.CommonVersion(sides.Japan.Settings.Profile.Versions, newer.Versions).ShouldBe("1.0");
        sides.Japan.Decide(new AskStatus([TwoSides.Id(1)], false), sides.Now).Done().Messages.ShouldHaveSingleItem().ShouldBeOfType<StatusQuery>();
    }

    [Fact]
    public void A_partner_that_announces_less_than_before_is_sent_less()
    {
        sides.Do(sides.Japan, new SayHello());
        sides.Japan.Receive(NewHello(["1.0"], [.. MessageTypes.Base], []), sides.Now).Done();
        sides.Japan.Decide(new AskStatus([TwoSides.Id(1)], false), sides.Now).Refusal().Rule.ShouldBe(5001);
    }

    [Theory]
    [InlineData("1.0,1.2,1.10", "1.2,1.10", "1.10")]
    [InlineData("1.0", "1.0,2.0", "1.0")]
    [InlineData("1.0", "2.0", null)]
    [InlineData("1.0", "nonsense", null)]
    [InlineData("nonsense", "nonsense", null)]
    public void The_highest_common_version_counts(string own, string theirs, string? common) =>
        HelloDecisions.CommonVersion([.. own.Split(',')], [.. theirs.Split(',')]).ShouldBe(common);

    private Hello NewHello(string[] versions, string[] types, string[] features) =>
        new([.. versions], [.. types], [.. features], NodeProfile.Present.Limits, "another", [], sides.Now, AsksAnswer: true);
}
