using System.CommandLine;
using System.Text;
using System.Text.Json;
using JcmInterop.Cli.Filings;
using JcmInterop.Cli.Terminal;
using JcmInterop.Reporting.Aef.Checks.Reports;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Findings;
using Spectre.Console;

namespace JcmInterop.Cli.Aef;

/// <summary><c>jcm aef check</c>: checks submissions, each against all the others.</summary>
internal static class AefCheckCommand
{
    /// <summary>Puts the command together.</summary>
    public static Command Create(Shell shell)
    {
        var files = new Argument<FileInfo[]>("FILE")
        {
            Description = "XLSX workbooks, JSON files or folders of CSV files, of any Parties and years.", Arity = ArgumentArity.OneOrMore,
        };
        var sarif = new Option<FileInfo>("--sarif") { Description = "Also write the findings here, in SARIF 2.1.0." };
        var html = new Option<FileInfo>("--html") { Description = "Also write the report here, as one web page in English and Japanese." };
        var strict = new Option<bool>("--strict") { Description = "Let warnings count as findings in the exit code." };
        return new Command("check", "Check submissions before filing: form, consistency rules II, STC, ISC, and local rules. Exit code 1 when something must be corrected.") { files, sarif, html, strict }
            .Does(shell, (asked, talk, _) =>
            {
                var report = AefCheckReport.Of([.. asked.GetRequiredValue(files).Select(AefFiles.Read)], AefNomenclature.February2026);
                if (asked.GetValue(sarif) is { } sarifFile)
                {
                    using var output = File.Create(sarifFile.FullName);
                    AefCheckSarif.Write(report, output);
                }

                if (asked.GetValue(html) is { } htmlFile)
                {
                    using var output = new StreamWriter(htmlFile.FullName, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                    AefCheckHtml.Write(report, output);
                }

                Tell(report, talk);
                var isFaulty = report.HasErrors || (asked.GetValue(strict) && report.Files.Any(f => f.Findings.Any(x => x.Severity == FindingSeverity.Warning)));
                return Task.FromResult(isFaulty ? ExitCode.Finding : ExitCode.Done);
            });
    }

    private static void Tell(AefCheckReport report, Conversation talk)
    {
        using var json = new MemoryStream();
        if (talk.IsJson) AefCheckJson.Write(report, json);
        if (talk.IsJson) talk.Give(JsonDocument.Parse(json.ToArray()).RootElement);
        foreach (var file in report.Files)
        {
            talk.Say($"{file.Name}: {file.Party?.Code ?? "?"} {file.ReportedYear} {file.Version}: {State(talk, file.State)}");
            if (file.Findings.Count == 0) continue;
            var table = new Table().Border(TableBorder.Simple)
                .AddColumns(talk.Pick("Rule", "規則"), talk.Pick("Place", "箇所"), talk.Pick("Value", "値"), talk.Pick("Finding", "指摘"), talk.Pick("What would help", "対応"));
            foreach (var finding in file.Findings)
            {
                table.AddRow(
                    new Text(finding.Severity == FindingSeverity.Error ? finding.Rule : $"({finding.Rule})"), new Text(finding.Place), new Text(finding.Value),
                    new Text(talk.Pick(finding.Reason.English, finding.Reason.Japanese)), new Text(talk.Pick(finding.Remedy.English, finding.Remedy.Japanese)));
            }

            talk.Show(table);
        }
    }

    private static string State(Conversation talk, AefFileState state) => state switch
    {
        AefFileState.SyntaxFailed => talk.Pick("the form is wrong; not checked further", "形式不備のため以降は未検査"),
        AefFileState.Inconsistent => talk.Pick("inconsistencies identified", "不整合あり"),
        AefFileState.Consistent => talk.Pick("no inconsistencies identified", "不整合なし"),
        AefFileState.Obsolete => talk.Pick("superseded by a newer version", "新しい版があるため対象外"),
        AefFileState.Duplicate => talk.Pick("the same version is there twice", "同じ版が重複"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };
}
