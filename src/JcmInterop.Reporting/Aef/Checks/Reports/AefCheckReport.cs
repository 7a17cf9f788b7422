using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef.Checks.Reports;

/// <summary>The check of any number of submissions of any Parties and years, each against all the others.</summary>
/// <param name="Files">One report per file, in the order given.</param>
public sealed record AefCheckReport(IReadOnlyList<AefFileReport> Files)
{
    // Old files are no submissions any more, but their holdings are those of the year before.
    private const string SupersededFormat = "SYN11";

    /// <summary>Whether something in any file must be corrected before filing.</summary>
    public bool HasErrors => Files.Any(f => f.HasErrors);

    /// <summary>Checks files. Compared are the newest versions whose form is right; a file with consistency findings stays in the comparison, so that both sides of a mismatch see it.</summary>
    public static AefCheckReport Of(IReadOnlyList<AefFile> files, AefNomenclature nomenclature)
    {
        var forms = files.Select(f => AefChecker.Form(f, nomenclature)).ToList();
        var comparable = files.Where((f, i) => Key(f) is not null && !forms[i].All.Any(x => x.Severity == FindingSeverity.Error && x.Rule != SupersededFormat)).ToList();
        var newest = comparable.GroupBy(Key).Select(g => g.MaxBy(f => f.Version)!).ToList();
        return new AefCheckReport([.. files.Select((file, i) =>
        {
            if (comparable.Exists(f => ReferenceEquals(f, file)) && newest.Find(f => Key(f) == Key(file)) is { } newer && !ReferenceEquals(newer, file)) return Superseded(file, newer);
            var others = newest.Where(f => !ReferenceEquals(f, file)).ToList();
            var isFormRight = !forms[i].HasErrors;
            var findings = AefChecker.Check(file, forms[i], others, nomenclature);
            var state = !isFormRight ? AefFileState.SyntaxFailed
                : findings.Any(f => f.Severity == FindingSeverity.Error) ? AefFileState.Inconsistent : AefFileState.Consistent;
            return Report(file, state, Results(file, state, others, findings), findings);
        })]);
    }

    private static (PartyCode, int)? Key(AefFile file) => file is { Party: { } party, ReportedYear: { } year } ? (party, year) : null;

    private static AefFileReport Superseded(AefFile file, AefFile newer)
    {
        var isDuplicate = file.Version.CompareTo(newer.Version) == 0;
        var submission = file.Submission!;
        List<Finding> findings = isDuplicate
            ?
            [
                AefFinding.Error("LOC11", submission, "SubmissionVersion",
                    new($"Version {file.Version} of the submission of {file.Party} for {file.ReportedYear} is there twice: {newer.Name}.", $"{file.Party} の {file.ReportedYear} 年の提出 {file.Version} 版が二つあります：{newer.Name}"),
                    new("Keep one, or give the revised file the next version.", "一方を除くか、改訂版に次の版番号を付けてください。"), AefFinding.LocalBasis),
            ]
            : [];
        return Report(file, isDuplicate ? AefFileState.Duplicate : AefFileState.Obsolete, [], findings);
    }

    private static List<AefRuleResult> Results(AefFile file, AefFileState state, List<AefFile> others, IReadOnlyList<Finding> findings)
    {
        var found = findings.Select(f => f.Rule).ToHashSet(StringComparer.Ordinal);
        return [.. AefRules.All.Where(r => r.Id != "LOC11").Select(rule => new AefRuleResult(rule.Id,
            found.Contains(rule.Id) ? AefRuleResult.Inconsistent
            : IsAvailable(rule.Id, file, state, others) ? AefRuleResult.Consistent : AefRuleResult.NotAvailable))];
    }

    private static bool IsAvailable(string rule, AefFile file, AefFileState state, List<AefFile> others)
    {
        if (AefRules.IsForm(rule)) return true;
        if (state == AefFileState.SyntaxFailed) return false;
        return rule switch
        {
            "ISC01" => others.Exists(o => o.Party == file.Party && o.ReportedYear == file.ReportedYear - 1),
            "MIR01" or "MIR02" => !file[AefTable.Actions].Any(a => (a.Text("TransferringPartyID") ?? a.Text("AcquiringPartyID")) is { } partner
                && !others.Exists(o => o.Party?.Code == partner && o.ReportedYear == file.ReportedYear)),
            _ => true,
        };
    }

    private static AefFileReport Report(AefFile file, AefFileState state, IReadOnlyList<AefRuleResult> results, IReadOnlyList<Finding> findings) =>
        new(file.Name ?? $"{file.Party}_{file.ReportedYear}_{file.Version}", file.Party, file.ReportedYear, file.Version.ToString(), state, results, findings);
}
