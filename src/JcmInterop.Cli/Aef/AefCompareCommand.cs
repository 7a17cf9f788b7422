using System.CommandLine;
using System.Text.Json;
using JcmInterop.Cli.Filings;
using JcmInterop.Cli.Records;
using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Aef;
using JcmInterop.Reporting.Aef.Checks.Reports;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Aef.Twins;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Aef.Workbook;
using JcmInterop.Reporting.Projections;
using Spectre.Console;

namespace JcmInterop.Cli.Aef;

/// <summary><c>jcm aef compare</c>: the partner's file against what this side's ledger says it should hold.</summary>
internal static class AefCompareCommand
{
    /// <summary>Puts the command together.</summary>
    public static Command Create(Shell shell)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The partner's submission: XLSX workbook, JSON file or folder of CSV files." };
        var configuration = new Option<FileInfo>("--config") { Description = "The configuration of the node; one with an embedded store must be stopped.", Required = true };
        var to = new Option<DirectoryInfo>("--out") { Description = "Folder for both expected files and the list of mismatches." };
        return new Command("compare", "Compare a partner's submission with the ledger: every mismatch by cell, the messages behind it and its likely cause. Exit code 1 when there is one.") { file, configuration, to }
            .Does(shell, (asked, talk, cancellation) =>
            {
                var actual = AefFiles.ReadUsable(asked.GetRequiredValue(file));
                return AefNode.WithAsync(asked.GetRequiredValue(configuration), async node =>
                {
                    var registry = RegistryWith(node.Record, actual);
                    var twin = Twin(registry, node.Record.Party, actual.ReportedYear ?? throw new InputFault("Table 1 of the file names no reported year.", "ファイルの表1に報告対象年がありません。"), shell.Time.GetUtcNow());
                    var mismatches = AefTwinComparison.Compare(twin, actual, AefNomenclature.February2026);
                    var report = new AefTwinReport(twin, actual, await WithMessagesAsync(mismatches, node, registry, cancellation));
                    if (asked.GetValue(to) is { } folder) Write(report, folder.FullName, shell.Time.GetUtcNow(), talk);
                    Tell(report, talk);
                    return report.Mismatches.Count > 0 ? ExitCode.Finding : ExitCode.Done;
                }, cancellation);
            });
    }

    private static RegistryRecord RegistryWith(NodeRecord node, AefFile actual) =>
        node.Registries.FirstOrDefault(r => r.Settings.Partner == actual.Party)
        ?? throw new InputFault($"The file is of {actual.Party?.Code ?? "no Party"}; this node has no registry with it.", $"ファイルは {actual.Party?.Code ?? "不明な国"} のものですが、このノードに該当する登録簿がありません。");

    private static AefTwin Twin(RegistryRecord registry, PartyCode party, int year, DateTimeOffset now) =>
        new AefTwinBuilder(registry.Settings, ActionHistory.Read(party, registry.Events), AefProfile.DecisionPrinted)
            .Build(new AefSubmission(party, AefSubmissionVersion.First, year, DateOnly.FromDateTime(now.UtcDateTime), registry.Settings.NdcPeriod));

    private static async Task<IReadOnlyList<AefMismatch>> WithMessagesAsync(IReadOnlyList<AefMismatch> mismatches, AefNode node, RegistryRecord registry, CancellationToken cancellation)
    {
        var told = new List<AefMismatch>();
        foreach (var mismatch in mismatches)
        {
            var messages = mismatch.Transfer is { } transfer ? await node.Store.MessagesOfTransferAsync(registry.Registry, transfer.ToString(), cancellation) : [];
            told.Add(mismatch with { Messages = [.. messages.Select(m => $"{m.Direction} {m.Sequence} {m.MessageId}")] });
        }

        return told;
    }

    private static void Write(AefTwinReport report, string folder, DateTimeOffset now, Conversation talk)
    {
        Directory.CreateDirectory(folder);
        var (own, expected) = (report.Twin.Own, report.Twin.Expected);
        WriteBook(own, Path.Combine(folder, $"{own.Party}_{own.ReportedYear}_with-{report.Twin.Partner}.xlsx"), now, talk);
        WriteBook(expected, Path.Combine(folder, $"{expected.Party}_{expected.ReportedYear}_expected.xlsx"), now, talk);
        var stem = Path.Combine(folder, $"{expected.Party}_{expected.ReportedYear}_mismatches");
        using (var output = File.Create($"{stem}.json")) report.WriteJson(output);
        File.WriteAllText($"{stem}.csv", report.Table().ToCsv());
        talk.Say($"{stem}.json");
        talk.Say($"{stem}.csv");
    }

    private static void WriteBook(AefFile file, string path, DateTimeOffset now, Conversation talk)
    {
        using var output = File.Create(path);
        AefWorkbookWriter.Write(file, output, now);
        talk.Say(path);
    }

    private static void Tell(AefTwinReport report, Conversation talk)
    {
        using var json = new MemoryStream();
        report.WriteJson(json);
        talk.Give(JsonDocument.Parse(json.ToArray()).RootElement);
        var form = AefCheckReport.Of([report.Actual], AefNomenclature.February2026).Files[0];
        if (form.State == AefFileState.SyntaxFailed)
            talk.Say("The form of the file is wrong in places; see 'jcm aef check'.", "ファイルの形式に不備があります。「jcm aef check」で確認してください。");
        if (report.Mismatches.Count == 0) talk.Say($"The file of {report.Twin.Partner} agrees with this ledger.", $"{report.Twin.Partner} の報告はこの台帳と一致しています。");
        foreach (var mismatch in report.Mismatches)
        {
            var rows = new Table().Border(TableBorder.Simple).HideHeaders().AddColumns("", "");
            rows.AddRow(new Text(talk.Pick("Field", "項目")), new Text($"{mismatch.Table}: {mismatch.Field} ({mismatch.Kind})"));
            rows.AddRow(new Text(talk.Pick("Expected", "想定")), new Text($"{mismatch.ExpectedValue}  {mismatch.ExpectedPlace}"));
            rows.AddRow(new Text(talk.Pick("Reported", "報告")), new Text($"{mismatch.ActualValue}  {mismatch.ActualPlace}"));
            rows.AddRow(new Text(talk.Pick("Likely cause", "考えられる原因")), new Text(talk.Pick(mismatch.Cause.Text.English, mismatch.Cause.Text.Japanese)));
            if (mismatch.Transfer is { } transfer) rows.AddRow(new Text(talk.Pick("Transfer", "移転")), new Text(transfer.ToString()));
            foreach (var message in mismatch.Messages) rows.AddRow(new Text(talk.Pick("Message", "メッセージ")), new Text(message));
            talk.Show(rows);
        }
    }
}
