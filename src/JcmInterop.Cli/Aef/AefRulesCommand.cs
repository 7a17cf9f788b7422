using System.CommandLine;
using JcmInterop.Cli.Terminal;
using JcmInterop.Reporting.Aef.Checks.Reports;
using Spectre.Console;

namespace JcmInterop.Cli.Aef;

/// <summary><c>jcm aef rules</c>: the rules of the check.</summary>
internal static class AefRulesCommand
{
    /// <summary>Puts the command together.</summary>
    public static Command Create(Shell shell) => new Command("rules", "List the rules of the check, with the source of each.").Does(shell, (_, talk, _) =>
    {
        talk.Give(AefRules.All);
        var table = new Table().Border(TableBorder.Simple).AddColumns(talk.Pick("Rule", "規則"), talk.Pick("Demand", "内容"), talk.Pick("Basis", "根拠"));
        foreach (var rule in AefRules.All) table.AddRow(new Text(rule.Id), new Text(talk.Pick(rule.Demand.English, rule.Demand.Japanese)), new Text(rule.Basis));
        talk.Show(table);
        return Task.FromResult(ExitCode.Done);
    });
}
