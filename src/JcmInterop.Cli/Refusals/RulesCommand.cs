using System.CommandLine;
using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Refusals;
using Spectre.Console;

namespace JcmInterop.Cli.Refusals;

/// <summary><c>jcm rules</c>: every rule by which the ledger refuses, with its source and what would succeed.</summary>
internal static class RulesCommand
{
    public static Command Create(Shell shell) =>
        new Command("rules", "Print every refusal rule: number, sentence, source, and the act that would succeed.").Does(shell, (_, talk, _) => Task.FromResult(Print(talk)));

    private static ExitCode Print(Conversation talk)
    {
        talk.Give(RefusalCatalogue.Rules);
        var table = new Table().Border(TableBorder.Simple)
            .AddColumns(talk.Pick("Rule", "規則"), talk.Pick("Refused because", "拒否の理由"), talk.Pick("What would succeed", "対処"), talk.Pick("Source", "根拠"));
        foreach (var rule in RefusalCatalogue.Rules)
        {
            table.AddRow(
                new Text($"{rule.Number}"), new Text(talk.Pick(rule.English, rule.Japanese)), new Text(talk.Pick(rule.RemedyEnglish, rule.RemedyJapanese)), new Text(rule.Citation));
        }

        talk.Show(table);
        return ExitCode.Done;
    }
}
