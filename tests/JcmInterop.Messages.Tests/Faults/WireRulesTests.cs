using JcmInterop.Messages.Faults;

namespace JcmInterop.Messages.Tests.Faults;

public sealed class WireRulesTests
{
    [Fact]
    public void Every_kind_has_its_rule_in_both_languages()
    {
        WireRules.All.Select(rule => (WireFaultKind)rule.Number).ShouldBe(Enum.GetValues<WireFaultKind>());
        foreach (var rule in WireRules.All)
        {
            rule.English.ShouldEndWith(rule.English.EndsWith("{0}", StringComparison.Ordinal) || rule.English.EndsWith("{1}", StringComparison.Ordinal) ? "}" : ".");
            (rule.Japanese + rule.RemedyJapanese).ShouldContain("。");
            rule.RemedyEnglish.ShouldEndWith(".");
            rule.Citation.ShouldNotBeEmpty();
            Holes(rule.Japanese).ShouldBe(Holes(rule.English), rule.Number.ToString());
        }
    }

    [Fact]
    public void A_fault_names_rule_value_place_and_remedy()
    {
        var text = WireRules.Fault(WireFaultKind.WrongRecipient, "/to", "IDN", "JPN").ToString();
        text.ShouldBe("9016 The document is for IDN; this node is JPN. (/to) Send it to the node of the Party named in it.");
    }

    private static IEnumerable<string> Holes(string template) =>
        System.Text.RegularExpressions.Regex.Matches(template, @"\{\d\}", default, TimeSpan.FromSeconds(1)).Select(m => m.Value).Distinct().Order();
}
