using System.Text.RegularExpressions;
using JcmInterop.Domain.Refusals;

namespace JcmInterop.Domain.Tests.Refusals;

public sealed partial class RefusalTests
{
    private static readonly Dictionary<string, RefusalCase> Cases =
        AccountRefusals.All.Concat(IssuanceRefusals.All).Concat(TransferRefusals.All).Concat(AuthorizationRefusals.All).Concat(PartnerRefusals.All).ToDictionary(c => $"{c.Rule}: {c.Circumstance}");

    public static TheoryData<string> Circumstances => [.. Cases.Keys.Order(StringComparer.Ordinal)];

    public static TheoryData<int> RuleNumbers => [.. RefusalCatalogue.Rules.Select(r => r.Number)];

    [Theory]
    [MemberData(nameof(Circumstances))]
    public void A_rule_refuses(string circumstance)
    {
        var refusal = Cases[circumstance].Act();

        refusal.Rule.ShouldBe(Cases[circumstance].Rule, refusal.English);
        foreach (var sentence in new[] { refusal.English, refusal.Japanese, refusal.RemedyEnglish, refusal.RemedyJapanese })
        {
            sentence.ShouldNotContain("{");
            sentence.ShouldNotContain("ImmutableArray");
        }
    }

    [Theory]
    [MemberData(nameof(RuleNumbers))]
    public void Every_rule_has_a_case(int rule) => Cases.Values.ShouldContain(c => c.Rule == rule);

    [Fact]
    public void Every_case_is_of_a_rule_in_the_catalogue() => Cases.Values.Select(c => c.Rule).Distinct().ShouldBeSubsetOf(RefusalCatalogue.Rules.Select(r => r.Number));

    [Fact]
    public void Numbers_are_unique_and_ascending() => RefusalCatalogue.Rules.Select(r => r.Number).ShouldBe(RefusalCatalogue.Rules.Select(r => r.Number).Distinct().Order());

    [Theory]
    [MemberData(nameof(RuleNumbers))]
    public void Every_rule_speaks_both_languages(int number)
    {
        var rule = RefusalCatalogue.Rules.Single(r => r.Number == number);

        foreach (var text in new[] { rule.English, rule.RemedyEnglish, rule.Citation }) text.Trim().Length.ShouldBeGreaterThan(3);
        rule.English.ShouldNotMatch("[\\u3040-\\u30ff\\u4e00-\\u9fff]");
        rule.Japanese.ShouldMatch("[\\u3040-\\u309f]");
        rule.RemedyJapanese.ShouldMatch("[\\u3040-\\u309f]");
        foreach (var sentence in new[] { rule.English, rule.RemedyEnglish }) sentence.ShouldMatch("([.!]|\\{[0-9]\\})$");
        foreach (var sentence in new[] { rule.Japanese, rule.RemedyJapanese }) sentence.ShouldMatch("(。|\\{[0-9]\\})$");
    }

    [Theory]
    [MemberData(nameof(RuleNumbers))]
    public void Both_languages_name_the_same_values(int number)
    {
        var rule = RefusalCatalogue.Rules.Single(r => r.Number == number);

        Placeholders(rule.Japanese).ShouldBe(Placeholders(rule.English));
        Placeholders(rule.RemedyJapanese).ShouldBe(Placeholders(rule.RemedyEnglish));
    }

    private static List<string> Placeholders(string template) => [.. Placeholder().Matches(template).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{[0-9]+(?::[^}]*)?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
