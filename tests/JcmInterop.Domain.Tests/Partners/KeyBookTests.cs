using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Tests.World;

namespace JcmInterop.Domain.Tests.Partners;

public sealed class KeyBookTests
{
    private static readonly DateTimeOffset Early = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly TwoSides sides = new(WithKeys(Sample.Settings(Sample.Jpn, Sample.Tha)), WithKeys(Sample.Settings(Sample.Tha, Sample.Jpn)));

    public KeyBookTests() => sides.Do(sides.Japan, new SayHello());

    private LedgerState Japan => sides.Japan.State;

    [Fact]
    public void A_new_key_signs_only_once_the_partner_has_said_that_it_trusts_it()
    {
        sides.Japan.Decide(new IntroduceKey("JPN new", "{}", null, null), sides.Now).Done();
        Signing().ShouldBe(["JPN"]);
        sides.Deliver();
        Signing().ShouldBe(["JPN new", "JPN"]);
        sides.Partner.State.Keys["JPN/JPN new"].IsValidAt(sides.Now).ShouldBeTrue();
    }

    [Fact]
    public void A_key_does_not_sign_before_its_time_nor_after_it()
    {
        sides.Do(sides.Japan, new IntroduceKey("JPN new", "{}", sides.Now.AddDays(1), sides.Now.AddDays(2)));
        Signing().ShouldBe(["JPN"]);
        Signing(sides.Now.AddDays(1)).ShouldBe(["JPN new", "JPN"]);
        Signing(sides.Now.AddDays(2)).ShouldBe(["JPN"]);
    }

    [Fact]
    public void A_withdrawn_key_ends_on_both_sides_and_is_kept_with_its_dates()
    {
        sides.Do(sides.Japan, new IntroduceKey("JPN new", "{}", null, null));
        sides.Do(sides.Japan, new WithdrawKey("JPN", null, KeyEndReason.Superseded));
        Signing().ShouldBe(["JPN new"]);
        foreach (var side in new[] { sides.Japan, sides.Partner })
        {
            var old = KeyBook.Find(side.State, side.Settings, Sample.Jpn, "JPN").ShouldNotBeNull();
            (old.IsValidAt(sides.Now), old.IsValidAt(sides.Now.AddTicks(-1)), old.EndReason).ShouldBe((false, true, KeyEndReason.Superseded));
        }

        sides.Partner.State.Announcements[Sample.Tha].Hello.PinnedKeys.ShouldBe(["JPN new"]);
    }

    [Fact]
    public void A_withdrawal_told_again_changes_nothing()
    {
        sides.Do(sides.Japan, new IntroduceKey("JPN new", "{}", null, null));
        sides.Do(sides.Japan, new WithdrawKey("JPN", null, KeyEndReason.Superseded));
        sides.Partner.Receive(new KeyWithdrawal("JPN", sides.Now, KeyEndReason.Superseded), sides.Now.AddDays(1)).Done().Events.ShouldBeEmpty();
    }

    [Fact]
    public void An_administrator_replaces_a_lost_key_of_the_partner_by_hand()
    {
        sides.Do(sides.Partner, new PinPartnerKey("JPN after the loss", "{}", null, null));
        sides.Do(sides.Partner, new EndPartnerKey("JPN", null, KeyEndReason.Lost));
        KeyBook.Of(sides.Partner.State, sides.Partner.Settings, Sample.Jpn).Where(k => k.IsValidAt(sides.Now)).Select(k => k.KeyId).ShouldBe(["JPN after the loss"]);
        sides.Japan.State.Announcements[Sample.Tha].Hello.PinnedKeys.ShouldBe(["JPN after the loss"]);
    }

    private static LedgerSettings WithKeys(LedgerSettings settings) => settings with
    {
        Keys = [new NodeKey(Sample.Jpn, "JPN", "{}", Early, null, null), new NodeKey(Sample.Tha, "THA", "{}", Early, null, null)],
    };

    private string[] Signing(DateTimeOffset? at = null) => [.. KeyBook.Signing(Japan, sides.Japan.Settings, at ?? sides.Now).Select(k => k.KeyId)];
}
