using System.CommandLine;
using JcmInterop.Cli.Records;
using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Findings;
using JcmInterop.Server.Configuration;
using Spectre.Console;

namespace JcmInterop.Cli.Filings;

/// <summary><c>jcm export</c>: filings and reports of one Party, from the store of its stopped node.</summary>
internal sealed class ExportCommand : Command
{
    private const string DateForm = "yyyy-MM-dd";

    private readonly Option<FileInfo> configuration = new("--config") { Description = "The configuration of the node.", Required = true };
    private readonly Option<DirectoryInfo> to = new("--out") { Description = "Folder for the files.", Required = true };

    public ExportCommand(Shell shell)
        : base("export", "Write filings and reports of one Party from the store of its stopped node.")
    {
        Add(Aef(shell));
        Add(Summary(shell));
        Add(Holdings(shell));
        Add(InitialReport(shell));
        Add(RegularInformation(shell));
        Add(Issuance(shell));
        Add(Corsia(shell));
    }

    private Command Aef(Shell shell)
    {
        var year = new Option<int>("--year") { Description = "Reported calendar year.", Required = true };
        var against = new Option<FileInfo[]>("--against")
        {
            Description = "Submissions of other Parties (.xlsx or .json) to compare with before filing.", AllowMultipleArgumentsPerToken = true,
        };
        var profile = new Option<string>("--profile") { Description = "Spelling of the cells.", DefaultValueFactory = _ => AefProfile.Nomenclature.Name };
        profile.AcceptOnlyFromAmong([.. AefProfile.All.Select(p => p.Name)]);
        var dates = new ReportDateOptions();
        return Make("aef", "The agreed electronic format: workbook and JSON, checked before filing.", [year, against, profile, .. dates.All]).Does(shell, (asked, talk, cancellation) => WithNodeAsync(asked, node =>
        {
            var others = (asked.GetValue(against) ?? []).Select(AefFiles.ReadUsable).ToList();
            var now = shell.Time.GetUtcNow();
            var filing = AefFiling.Of(node, asked.GetValue(year), DateOnly.FromDateTime(now.UtcDateTime), AefProfile.Find(asked.GetRequiredValue(profile))!, dates.Of(asked));
            var findings = filing.Check(others);
            return Told(talk, filing.Write(Folder(asked), now), findings, findings.Any(f => f.Severity == FindingSeverity.Error));
        }, cancellation));
    }

    private Command Summary(Shell shell)
    {
        var method = Method();
        var (dates, options) = (new ReportDateOptions(), new SummaryOptions());
        return Make("summary", "The structured summary (table 4): corresponding adjustments by year, with the breakdown for annex 4.", [method, .. options.All, .. dates.All]).Does(shell, (asked, talk, cancellation) => WithNodeAsync(asked, node =>
        {
            var report = SummaryFiling.Of(node, asked.GetValue(method), dates.Of(asked), options.Of(asked, node.Party, node.Registries[0].Settings.NdcPeriod));
            return Told(talk, SummaryFiling.Write(report, Folder(asked), shell.Time.GetUtcNow()), [], isFaulty: false);
        }, cancellation));
    }

    private Command Holdings(Shell shell)
    {
        var on = new Option<string>("--on") { Description = $"Day of the report, {DateForm}; today where nothing is said." };
        var dates = new ReportDateOptions();
        return Make("holdings", "The ITMOs held at the end of a day.", [on, .. dates.All]).Does(shell, (asked, talk, cancellation) => WithNodeAsync(asked, node =>
        {
            var asOf = dates.Of(asked);
            var day = asked.GetValue(on) is null ? asOf.EffectiveUntil ?? Day(null, shell.Time) : Day(asked.GetValue(on), shell.Time);
            return Told(talk, HoldingsFiling.Write(HoldingsFiling.Of(node, day, asOf), Folder(asked), shell.Time.GetUtcNow()), [], isFaulty: false);
        }, cancellation));
    }

    private Command InitialReport(Shell shell)
    {
        var (method, dates) = (Method(), new ReportDateOptions());
        return Make("initial-report", "The outline of the initial report, filled with what the record knows; the rest is marked as to be written.", [method, .. dates.All]).Does(shell, (asked, talk, cancellation) => WithNodeAsync(asked, node =>
            Told(talk, SheetFiling.Write(SheetFiling.InitialReport(node, asked.GetValue(method), dates.Of(asked)), Folder(asked)), [], isFaulty: false), cancellation));
    }

    private Command RegularInformation(Shell shell)
    {
        var (method, dates, options) = (Method(), new ReportDateOptions(), new SummaryOptions());
        return Make("regular-information", "The outline of the regular information, filled with what the record knows; the rest is marked as to be written.", [method, .. options.All, .. dates.All]).Does(shell, (asked, talk, cancellation) => WithNodeAsync(asked, node =>
        {
            var sheet = SheetFiling.RegularInformation(node, asked.GetValue(method), dates.Of(asked), options.Of(asked, node.Party, node.Registries[0].Settings.NdcPeriod));
            return Told(talk, SheetFiling.Write(sheet, Folder(asked)), [], isFaulty: false);
        }, cancellation));
    }

    private static Option<AdjustmentMethod?> Method() => new("--method") { Description = "How corresponding adjustments are applied; as the configuration states where nothing is said." };

    private Command Issuance(Shell shell)
    {
        var asOf = new Option<string>("--as-of") { Description = $"Day of the report, {DateForm}; today where nothing is said." };
        return Make("issuance", "The issuance reconciliation of each pair: pending and late legs.", [asOf]).Does(shell, (asked, talk, cancellation) => WithNodeAsync(asked, node =>
        {
            var day = Day(asked.GetValue(asOf), shell.Time);
            var reports = node.Registries.Select(r => IssuanceFiling.Of(r, day)).ToList();
            var findings = reports.SelectMany(r => r.Findings).ToList();
            return Told(talk, [.. reports.SelectMany(r => IssuanceFiling.Write(r, Folder(asked)))], findings, findings.Count > 0);
        }, cancellation));
    }

    private Command Corsia(Shell shell) => Make("corsia", "CORSIA eligibility of every unit, with reasons.", []).Does(shell, (asked, talk, cancellation) => WithNodeAsync(asked, node =>
        Told(talk, CorsiaFiling.Write(CorsiaFiling.Of(node, shell.Time.GetUtcNow()), Folder(asked)), [], isFaulty: false), cancellation));

    private Command Make(string name, string description, IEnumerable<Option> options)
    {
        var command = new Command(name, description) { configuration, to };
        foreach (var option in options) command.Add(option);
        return command;
    }

    private async Task<ExitCode> WithNodeAsync(ParseResult asked, Func<NodeRecord, ExitCode> export, CancellationToken cancellation)
    {
        var settings = NodeSettings.Check(NodeConfigurationFile.Read(asked.GetRequiredValue(configuration).FullName));
        using var key = settings.Key;
        await using var store = NodeRecord.OpenStore(settings);
        return export(await NodeRecord.ReadAsync(store, settings, cancellation));
    }

    private string Folder(ParseResult asked) => asked.GetRequiredValue(to).FullName;

    private static DateOnly Day(string? text, TimeProvider time) => text is null ? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime) : ReportDateOptions.Day(text);

    private static ExitCode Told(Conversation talk, IReadOnlyList<string> files, IReadOnlyList<Finding> findings, bool isFaulty)
    {
        talk.Give(new { files, findings });
        foreach (var file in files) talk.Say(file);
        if (findings.Count > 0)
        {
            var table = new Table().Border(TableBorder.Simple)
                .AddColumns(talk.Pick("Rule", "規則"), talk.Pick("Place", "箇所"), talk.Pick("Finding", "指摘"), talk.Pick("What would help", "対応"));
            foreach (var finding in findings)
            {
                table.AddRow(
                    new Text(finding.Rule), new Text(finding.Place), new Text(talk.Pick(finding.Reason.English, finding.Reason.Japanese)),
                    new Text(talk.Pick(finding.Remedy.English, finding.Remedy.Japanese)));
            }

            talk.Show(table);
        }

        return isFaulty ? ExitCode.Finding : ExitCode.Done;
    }
}
