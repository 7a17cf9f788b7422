using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Refusals;

namespace JcmInterop.Cli.Refusals;

public sealed class RulesCommandTests
{
    [Fact]
    public async Task Every_rule_is_printed_in_English()
    {
        var run = await Run.Of("rules");
        run.Code.ShouldBe(ExitCode.Done);
        foreach (var rule in RefusalCatalogue.Rules) run.Output.ShouldContain($" {rule.Number} ");
        run.Output.ShouldContain("What would succeed");
        run.Output.ShouldNotContain("\u001b");
    }

    [Fact]
    public async Task Every_rule_is_printed_in_Japanese()
    {
        var run = await Run.Of("rules", "--lang", "ja");
        run.Output.ShouldContain("拒否の理由");
        run.Output.ShouldContain("先に決定を記録してください。");
    }

    [Fact]
    public async Task A_program_gets_every_rule_in_both_languages()
    {
        var rules = (await Run.Of("rules", "--json")).Json;
        rules.GetArrayLength().ShouldBe(RefusalCatalogue.Rules.Length);
        rules[0].GetProperty("remedyJapanese").GetString().ShouldNotBeNullOrEmpty();
    }
}
