using System.Text.RegularExpressions;
using JcmInterop.Domain.Refusals;
using JcmInterop.Messages.Faults;

namespace JcmInterop.Architecture.Tests;

public sealed partial class RuleCatalogueTests
{
    private static readonly IReadOnlyList<RefusalRule> Rules = [.. RefusalCatalogue.Rules, .. WireRules.All];

    [Fact]
    public void Every_rule_has_a_number_of_its_own() =>
        Rules.GroupBy(rule => rule.Number).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();

    [Fact]
    public void Every_kind_of_wire_fault_has_a_rule() =>
        WireRules.All.Select(rule => (WireFaultKind)rule.Number).ShouldBe(Enum.GetValues<WireFaultKind>(), ignoreOrder: true);

    [Fact]
    public void Every_rule_says_what_why_and_what_would_succeed() =>
        Rules.Where(rule => new[] { rule.English, rule.Citation, rule.RemedyEnglish }.Any(string.IsNullOrWhiteSpace)).ShouldBeEmpty();

    [Fact]
    public void Every_rule_is_in_Japanese_too() =>
        Rules.Where(rule => !Japanese().IsMatch(rule.Japanese) || !Japanese().IsMatch(rule.RemedyJapanese)).ShouldBeEmpty();

    [Fact]
    public void Sentences_end_with_a_full_stop() =>
        Rules.Where(rule => !EndsWell(rule.English, '.', '?') || !EndsWell(rule.RemedyEnglish, '.', '?')
            || !EndsWell(rule.Japanese, '。') || !EndsWell(rule.RemedyJapanese, '。')).ShouldBeEmpty();

    [Fact]
    public void Both_languages_name_the_same_values() =>
        Rules.Where(rule => !Places(rule.English).SetEquals(Places(rule.Japanese))).ShouldBeEmpty();

    private static bool EndsWell(string sentence, params char[] ends) => ends.Contains(sentence[^1]) || sentence[^1] == '}';

    private static HashSet<string> Places(string template) => [.. Place().Matches(template).Select(match => match.Groups["number"].Value)];

    [GeneratedRegex(@"\{(?<number>\d+)", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Place();

    [GeneratedRegex(@"[\u3040-\u30FF\u4E00-\u9FFF]", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Japanese();
}
