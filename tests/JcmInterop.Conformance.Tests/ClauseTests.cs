using System.Security.Cryptography;
using System.Text.RegularExpressions;
using JcmInterop.Conformance.Clauses;
using JcmInterop.Conformance.Tests.World;

namespace JcmInterop.Conformance.Tests;

public sealed class ClauseTests
{
    [Fact]
    public void Clauses_of_each_section_are_numbered_from_one_without_gaps()
    {
        foreach (var section in ProtocolClauses.Numbers.Select(n => n.Split('.')).GroupBy(n => n[0], n => int.Parse(n[1])))
            section.Order().ShouldBe(Enumerable.Range(1, section.Count()), $"section {section.Key}");
    }

    [Fact]
    public void A_clause_is_read_as_plain_words_without_the_clause_that_follows()
    {
        ProtocolClauses.Text("5.9").ShouldBe("known id or sequence, other payload | `409`, alarm | no");
        ProtocolClauses.Text("3.2").ShouldBe("There are 1 to 4 signatures.");
        ProtocolClauses.Numbers.ShouldAllBe(n => ProtocolClauses.Text(n).Length > 0 && !ProtocolClauses.Text(n).Contains("<a id", StringComparison.Ordinal));
    }

    [Fact]
    public void The_description_of_the_partner_API_cites_clauses_that_exist()
    {
        var cited = Regex.Matches(File.ReadAllText(Repository.Path("contracts", "partner-api.openapi.json")), @"(?<=clauses? |, |and )\d+\.\d+", RegexOptions.None, TimeSpan.FromSeconds(5))
            .Select(m => m.Value).Distinct().ToList();

        cited.Count.ShouldBeGreaterThan(10);
        cited.ShouldBeSubsetOf(ProtocolClauses.Numbers);
    }

    [Fact]
    public async Task Every_clause_has_a_case_or_a_reason_why_none_can_exist()
    {
        var cases = (await CasesAsync()).Select(c => c.Clause).Distinct().ToList();
        var reasons = Regex.Matches(
            File.ReadAllText(Repository.Path("docs", "partners.md")), @"^\| (?<clauses>\d+\.\d+(?:, \d+\.\d+)*) \| \S.+ \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
            .SelectMany(row => row.Groups["clauses"].Value.Split(", ")).ToList();

        cases.ShouldBeSubsetOf(ProtocolClauses.Numbers);
        reasons.ShouldBeUnique();
        reasons.Intersect(cases).ShouldBeEmpty("these clauses have a case, and need no reason in docs/partners.md");
        ProtocolClauses.Numbers.Except(cases).Except(reasons).ShouldBeEmpty("these clauses have neither a case nor a reason in docs/partners.md");
        reasons.Except(ProtocolClauses.Numbers).ShouldBeEmpty("the protocol has no such clauses");
    }

    private static async Task<IReadOnlyList<(string Id, string Clause)>> CasesAsync()
    {
        using var kit = new Kit();
        using var random = RandomNumberGenerator.Create();
        var target = new ConformanceTarget(new Uri("http://127.0.0.1:1"), Kit.Route, kit.Key, Kit.Ring(Kit.Route.To, kit.EndpointKey)) { ListenOn = Kit.FreeAddress() };
        return await new ConformanceRun(target, TimeProvider.System, random).CaseClausesAsync();
    }
}
