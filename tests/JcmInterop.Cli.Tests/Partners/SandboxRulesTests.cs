using JcmInterop.Cli.Partners.Sandbox;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Cli.Partners;

public sealed class SandboxRulesTests
{
    [Theory]
    [InlineData(13, "Refuse")]
    [InlineData(4_213, "Refuse")]
    [InlineData(99, "Wait")]
    [InlineData(1_099, "Wait")]
    [InlineData(1, "Accept")]
    [InlineData(1_300, "Accept")]
    public void The_last_two_digits_choose_the_answer(long tonnes, string answer) => SandboxRules.Answer(tonnes).ToString().ShouldBe(answer);

    [Theory]
    [InlineData("offer 25", 25L)]
    [InlineData("offer 5000", 5_000L)]
    [InlineData("offer 0", null)]
    [InlineData("offer 5001", null)]
    [InlineData("offer -1", null)]
    [InlineData("offer 1.5", null)]
    [InlineData("Offer 25", null)]
    [InlineData("hello", null)]
    [InlineData(null, null)]
    public void A_test_message_asks_for_an_offer_in_one_form_only(string? text, long? tonnes) => SandboxRules.AskedOffer(text).ShouldBe(tonnes);

    [Theory]
    [InlineData("THA", "JPN")]
    [InlineData("JPN", "THA")]
    [InlineData("KHM", "JPN")]
    public void The_facts_are_in_the_name_of_the_Party_played(string own, string partner)
    {
        var (ownParty, partnerParty) = (new PartyCode(own), new PartyCode(partner));
        var commands = new SandboxFacts(ownParty, partnerParty).Commands().Select(c => c.Command).ToList();

        commands.OfType<RecordDecision>().Single().Decision.Lines.Single().Sides.Select(s => s.Party).ShouldBe([ownParty, partnerParty], ignoreOrder: true);
        commands.OfType<IssueLeg>().Single().Postings.ShouldAllBe(p => p.Account.Party == ownParty && p.Beneficiary == ownParty);
        commands.ShouldNotContain(c => c is SendTest);
    }
}
