using System.CommandLine;
using JcmInterop.Cli.Filings;
using JcmInterop.Cli.Terminal;
using JcmInterop.Reporting.Aef;
using JcmInterop.Reporting.Aef.Archives;
using JcmInterop.Reporting.Aef.Revisions;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Cli.Aef;

/// <summary><c>jcm aef file</c>: makes the next version of a submission from the ledger and the frozen holdings, and keeps it.</summary>
internal static class AefFileCommand
{
    /// <summary>Puts the command together.</summary>
    public static Command Create(Shell shell)
    {
        var configuration = new Option<FileInfo>("--config") { Description = "The configuration of the node; one with an embedded store must be stopped.", Required = true };
        var year = new Option<int>("--year") { Description = "Reported calendar year.", Required = true };
        var to = new Option<DirectoryInfo>("--out") { Description = "Folder for the files.", Required = true };
        var version = new Option<string>("--version") { Description = "Version, X.Y; 1.0 for the first submission, the last one with Y one higher where nothing is said." };
        var against = new Option<FileInfo[]>("--against") { Description = "Submissions of other Parties and years to check against.", AllowMultipleArgumentsPerToken = true };
        var despite = new Option<bool>("--despite-errors") { Description = "Keep the version although the check found errors." };
        var profile = new Option<string>("--profile") { Description = "Spelling of the cells.", DefaultValueFactory = _ => AefProfile.Nomenclature.Name };
        profile.AcceptOnlyFromAmong([.. AefProfile.All.Select(p => p.Name)]);
        return new Command("file", "Make the next version of a submission: frozen holdings, checked, with its changes against the version before; kept for good.")
            { configuration, year, to, version, against, despite, profile }
            .Does(shell, (asked, talk, cancellation) => AefNode.WithAsync(asked.GetRequiredValue(configuration), node =>
            {
                var now = shell.Time.GetUtcNow();
                var submission = new AefFilingRequest(
                    asked.GetValue(year), Version(asked.GetValue(version)), AefProfile.Find(asked.GetRequiredValue(profile))!,
                    [.. (asked.GetValue(against) ?? []).Select(AefFiles.ReadUsable)], asked.GetValue(despite));
                try
                {
                    return Task.FromResult(File(node, submission, asked.GetRequiredValue(to).FullName, now, talk));
                }
                catch (AefArchiveException fault)
                {
                    throw new InputFault(fault.Message, fault.Japanese);
                }
            }, cancellation));
    }

    private static AefSubmissionVersion? Version(string? text) => text is null ? null
        : AefSubmissionVersion.TryParse(text, out var version) ? version : throw new InputFault($"'{text}' is not a version in the form X.Y.", $"'{text}' は X.Y の形式の版ではありません。");

    private static ExitCode File(AefNode node, AefFilingRequest request, string folder, DateTimeOffset now, Conversation talk)
    {
        var live = AefFiling.Of(node.Record, request.Year, DateOnly.FromDateTime(now.UtcDateTime), request.Profile);
        var party = node.Record.Party;
        if (node.Archive.FrozenHoldings(party, request.Year) is null) node.Archive.Freeze(live.Document.Submission, live.Document.Holdings, now, node.Journals);
        var frozen = node.Archive.FrozenHoldings(party, request.Year)!;
        var versions = node.Archive.Versions(party, request.Year);
        var filing = live.Filed(request.Version ?? Next(versions), frozen);
        var findings = filing.Check([.. request.Against, .. YearBefore(node, request)]);
        var before = versions.Count > 0 ? node.Archive.Submission(party, request.Year, versions[^1]) : null;
        IReadOnlyList<AefChange> changes = before is null ? [] : [.. AefRevision.Between(before, filing.AsFile(), AefNomenclature.February2026).Where(c => c.Field is not ("SubmissionVersion" or "DateOfSubmission"))];
        var isUnchanged = before is not null && changes.Count == 0;
        var isKept = !isUnchanged && (request.IsDespiteErrors || findings.All(f => f.Severity != FindingSeverity.Error));
        var files = isKept ? filing.Write(folder, now) : [];
        if (isKept) node.Archive.KeepSubmission(filing.Document, request.Profile, now, node.Journals);
        talk.Give(new
        {
            version = filing.Document.Submission.Version.ToString(), isKept, files, findings, changes,
            holdingsChangedSinceFrozen = live.DiffersFrom(frozen), leftOut = live.LeftOut,
        });
        Tell(talk, filing, files, findings, changes, isUnchanged, isKept);
        if (live.DiffersFrom(frozen))
            talk.Say(
                "The ledger now gives other holdings for 31 December than those frozen: something was recorded later with an earlier day. The frozen ones are filed.",
                "確定後に過去の日付の記録があり、12月31日の保有が変わっています。確定済みの保有を報告しました。");
        return findings.All(f => f.Severity != FindingSeverity.Error) ? ExitCode.Done : ExitCode.Finding;
    }

    // What was filed for the year before tells whether this year's holdings follow from it.
    private static IEnumerable<AefFile> YearBefore(AefNode node, AefFilingRequest request) =>
        request.Against.Any(f => f.Party == node.Record.Party && f.ReportedYear == request.Year - 1)
            ? []
            : node.Archive.Versions(node.Record.Party, request.Year - 1).TakeLast(1).Select(version => node.Archive.Submission(node.Record.Party, request.Year - 1, version));

    private static AefSubmissionVersion Next(IReadOnlyList<AefSubmissionVersion> versions) =>
        versions.Count == 0 ? AefSubmissionVersion.First : new AefSubmissionVersion(versions[^1].Major, versions[^1].Minor + 1);

    private static void Tell(
        Conversation talk, AefFiling filing, IReadOnlyList<string> files, IReadOnlyList<Finding> findings, IReadOnlyList<AefChange> changes, bool isUnchanged, bool isKept)
    {
        foreach (var finding in findings) talk.Say($"{finding.Rule} {finding.Place}: {talk.Pick(finding.Reason.English, finding.Reason.Japanese)} {talk.Pick(finding.Remedy.English, finding.Remedy.Japanese)}");
        if (changes.Count > 0) AefDiffCommand.Show(changes, talk);
        if (filing.LeftOut > 0)
            talk.Say($"{filing.LeftOut} actions are left out: the first transfer of their units is not resolved.", $"最初の移転が未確定の単位に関する {filing.LeftOut} 件の行為は報告から除きました。");
        foreach (var file in files) talk.Say(file);
        if (isUnchanged) talk.Say("Nothing changed since the last version; no new one is made.", "前の版から変更がないため、新しい版は作成しません。");
        else if (!isKept) talk.Say("Not filed: correct the errors, or say --despite-errors.", "誤りがあるため提出版を作成していません。訂正するか --despite-errors を指定してください。");
        else talk.Say($"Version {filing.Document.Submission.Version} is filed.", $"{filing.Document.Submission.Version} 版を作成・保存しました。");
    }
}
