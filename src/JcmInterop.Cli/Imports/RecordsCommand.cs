using System.CommandLine;
using JcmInterop.Cli.Filings;
using JcmInterop.Cli.Terminal;
using JcmInterop.Reporting.Findings;
using JcmInterop.Reporting.Imports;
using JcmInterop.Reporting.Projections;
using JcmInterop.Reporting.Records;
using Spectre.Console;

namespace JcmInterop.Cli.Imports;

/// <summary><c>jcm records</c>: reports from the records of another system, for a Party that has no ledger here.</summary>
internal sealed class RecordsCommand : Command
{
    private readonly Argument<FileInfo[]> files = new("FILE") { Description = "CSV files of block records.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<FileInfo> mapping = new("--mapping") { Description = "JSON file that says which column is which field.", Required = true };

    public RecordsCommand(Shell shell)
        : base("records", "Read block records of another system from CSV files, all rows or none, and make reports from them. Nothing goes into a ledger.")
    {
        Add(Check(shell));
        Add(Report(shell));
    }

    private Command Check(Shell shell) => new Command("check", "Read the files and list everything that is wrong, and what would be left out.") { files, mapping }
        .Does(shell, (asked, talk, _) =>
        {
            var book = Read(asked);
            return Task.FromResult(book.Faults.IsEmpty ? Told(talk, RecordReport.Of(book, ReportDates.Open), [], []) : Faulty(talk, book));
        });

    private Command Report(Shell shell)
    {
        var to = new Option<DirectoryInfo>("--out") { Description = "Folder for the files.", Required = true };
        var year = new Option<int[]>("--year") { Description = "Reported calendar years of the agreed electronic format; every year with something to report where nothing is said.", AllowMultipleArgumentsPerToken = true };
        var (dates, summary) = (new ReportDateOptions(), new SummaryOptions());
        var command = new Command("report", "Write the agreed electronic format, table 4 with its breakdown for annex 4, the records behind the adjustments, and what was left out.") { files, mapping, to, year };
        foreach (var option in summary.All.Concat(dates.All)) command.Add(option);
        return command.Does(shell, (asked, talk, _) =>
        {
            var book = Read(asked);
            if (!book.Faults.IsEmpty) return Task.FromResult(Faulty(talk, book));
            var report = RecordReport.Of(book, dates.Of(asked));
            var filing = new RecordFiling(report, summary.Of(asked, book.Mapping.ReportingParty, book.Mapping.Period), asked.GetValue(year) is { Length: > 0 } years ? years : report.Years, shell.Time.GetUtcNow());
            return Task.FromResult(Told(talk, report, filing.Write(asked.GetRequiredValue(to).FullName), filing.Findings));
        });
    }

    private RecordBook Read(ParseResult asked)
    {
        var named = asked.GetRequiredValue(files);
        if (named.Length > RecordLimits.FilesMax) throw new InputFault($"At most {RecordLimits.FilesMax} files are read at once.", $"一度に読めるのは {RecordLimits.FilesMax} ファイルまでです。");
        if (named.FirstOrDefault(f => !f.Exists) is { } missing) throw new InputFault($"There is no file {missing}.", $"ファイル {missing} がありません。");
        if (named.FirstOrDefault(f => f.Length > RecordLimits.FileBytesMax) is { } large)
            throw new InputFault($"{large} has {large.Length} bytes; at most {RecordLimits.FileBytesMax} are read. Divide it.", $"{large} は {large.Length} バイトあり、上限 {RecordLimits.FileBytesMax} を超えています。分割してください。");
        try
        {
            var file = asked.GetRequiredValue(mapping);
            return RecordBook.Read(RecordMapping.Read(file.Name, SmallFile.Read(file)), named.Select(f => (f.Name, (Func<byte[]>)(() => File.ReadAllBytes(f.FullName)))));
        }
        catch (InputFileException fault)
        {
            throw new InputFault(fault.Message, fault.Japanese);
        }
    }

    private static ExitCode Faulty(Conversation talk, RecordBook book)
    {
        talk.Give(new { records = 0, faults = book.Faults });
        talk.Show(FaultTable(talk, book.Faults));
        talk.Say($"Nothing was read: {book.Faults.Length} faults.", $"読み込みませんでした：誤り {book.Faults.Length} 件。");
        return ExitCode.BadInput;
    }

    private static Table FaultTable(Conversation talk, IEnumerable<ImportFault> faults)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumns(talk.Pick("File", "ファイル"), talk.Pick("Line", "行"), talk.Pick("Column", "列"), talk.Pick("Value", "値"), talk.Pick("What is wrong", "誤り"), talk.Pick("What would be read", "対処"));
        foreach (var fault in faults)
        {
            table.AddRow(
                new Text(fault.File), new Text(fault.Line == 0 ? "" : $"{fault.Line}"), new Text(fault.Column), new Text(fault.Value),
                new Text(talk.Pick(fault.Reason.English, fault.Reason.Japanese)), new Text(talk.Pick(fault.Remedy.English, fault.Remedy.Japanese)));
        }

        return table;
    }

    private static ExitCode Told(Conversation talk, RecordReport report, IReadOnlyList<string> written, IReadOnlyList<Finding> findings)
    {
        var leftOut = report.Outcomes.Where(o => o.LeftOut is not null).ToList();
        var notInFormat = report.Outcomes.Where(o => o.NotInFormat is not null).ToList();
        talk.Give(new
        {
            records = report.Outcomes.Count,
            leftOut = leftOut.Select(o => new { o.Record.File, o.Record.Line, reason = o.LeftOut }),
            notInFormat = notInFormat.Select(o => new { o.Record.File, o.Record.Line, reason = o.NotInFormat }),
            files = written,
            findings,
        });
        foreach (var outcome in leftOut) talk.Say($"{outcome.Record.Place}: {talk.Pick("left out.", "除外：")} {talk.Pick(outcome.LeftOut!.English, outcome.LeftOut.Japanese)}");
        foreach (var outcome in notInFormat) talk.Say($"{outcome.Record.Place}: {talk.Pick("counted, but in no agreed electronic format.", "集計対象・AEF 対象外：")} {talk.Pick(outcome.NotInFormat!.English, outcome.NotInFormat.Japanese)}");
        foreach (var rule in findings.OrderByDescending(f => f.Severity).GroupBy(f => f.Rule)) Tell(talk, rule.First(), rule.Count());
        foreach (var file in written) talk.Say(file);
        talk.Say(
            $"{report.Outcomes.Count} rows read, {leftOut.Count} left out, {notInFormat.Count} counted without being in the agreed electronic format.",
            $"{report.Outcomes.Count} 行を読み込みました（除外 {leftOut.Count} 行、AEF 対象外 {notInFormat.Count} 行）。");
        return findings.Any(f => f.Severity == FindingSeverity.Error) || leftOut.Count + notInFormat.Count > 0 ? ExitCode.Finding : ExitCode.Done;
    }

    private static void Tell(Conversation talk, Finding finding, int count)
    {
        var more = count == 1 ? "" : talk.Pick($" And {count - 1} more of {finding.Rule}; jcm aef check lists them.", $"（{finding.Rule} はほかに {count - 1} 件。jcm aef check で確認できます）");
        talk.Say($"{finding.Severity} {finding.Rule} {finding.Place}: {talk.Pick(finding.Reason.English, finding.Reason.Japanese)} {talk.Pick(finding.Remedy.English, finding.Remedy.Japanese)}{more}");
    }
}
