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
    public void Every_case_names_a_clause_of_the_protocol()
    {
        using var kit = new Kit();
        using var random = RandomNumberGenerator.Create();
        var run = new ConformanceRun(new ConformanceTarget(new Uri("http://127.0.0.1:1"), Kit.Route, kit.Key, Kit.Ring(Kit.Route.To, kit.EndpointKey)), TimeProvider.System, random);

        run.CaseClauses().Select(c => c.Clause).ShouldBeSubsetOf(ProtocolClauses.Numbers);
    }
}
