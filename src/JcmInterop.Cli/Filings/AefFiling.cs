using JcmInterop.Cli.Records;
using JcmInterop.Reporting.Aef;
using JcmInterop.Reporting.Aef.Checks;
using JcmInterop.Reporting.Aef.Csv;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Json;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Aef.Workbook;
using JcmInterop.Reporting.Findings;
using JcmInterop.Reporting.Projections;

namespace JcmInterop.Cli.Filings;

/// <summary>The agreed electronic format of one Party and year, over all pairs of the Party.</summary>
/// <param name="Document">Its tables.</param>
/// <param name="Profile">The spelling of its cells.</param>
internal sealed record AefFiling(AefDocument Document, AefProfile Profile)
{
    /// <summary>Number of actions reported nowhere, because the first transfer of their units is not resolved.</summary>
    public int LeftOut { get; init; }

    /// <summary>Stem of its file names.</summary>
    public string FileStem => Document.Submission.FileStem;

    /// <summary>Builds the filing.</summary>
    /// <param name="node">The Party's records.</param>
    /// <param name="year">Reported year.</param>
    /// <param name="submittedOn">Day of submission.</param>
    /// <param name="profile">The spelling of its cells.</param>
    /// <param name="dates">What counts; nothing that took effect after the reported year does.</param>
    public static AefFiling Of(NodeRecord node, int year, DateOnly submittedOn, AefProfile profile, ReportDates? dates = null)
    {
        var submission = new AefSubmission(node.Party, AefSubmissionVersion.First, year, submittedOn, node.Registries[0].Settings.NdcPeriod);
        var history = node.History((dates ?? ReportDates.Open).NotAfter(submission.HoldingsDay));
        return new AefFiling(history.Aef(submission), profile) { LeftOut = history.LeftOut(year) };
    }

    /// <summary>The filing under a version, with the holdings that were frozen.</summary>
    public AefFiling Filed(AefSubmissionVersion version, IReadOnlyList<AefUnits> frozen) =>
        this with { Document = Document with { Submission = Document.Submission with { Version = version }, Holdings = frozen } };

    /// <summary>Whether the ledger gives other holdings than those frozen.</summary>
    public bool DiffersFrom(IReadOnlyList<AefUnits> frozen) => !Document.Holdings.SequenceEqual(frozen);

    /// <summary>Checks the filing alone and against the filings of other Parties and years.</summary>
    public IReadOnlyList<Finding> Check(IEnumerable<AefFile> others) => AefChecker.Check(AsFile(), [.. others], AefNomenclature.February2026);

    /// <summary>The filing as a partner would read it.</summary>
    public AefFile AsFile() => AefFile.Of(Document, AefVersion2.Fields, Profile);

    /// <summary>Writes the workbook, the JSON form and a folder of CSV files.</summary>
    /// <returns>The files.</returns>
    public IReadOnlyList<string> Write(string folder, DateTimeOffset writtenAt)
    {
        Directory.CreateDirectory(folder);
        var workbook = Path.Combine(folder, $"{FileStem}.xlsx");
        using (var output = File.Create(workbook)) AefWorkbookWriter.Write(Document, AefVersion2.Fields, Profile, output, writtenAt);
        var json = Path.Combine(folder, $"{FileStem}.json");
        using (var output = File.Create(json)) AefJsonWriter.Write(Document, AefVersion2.Fields, Profile, output);
        return [workbook, json, .. AefCsvWriter.Write(Document, AefVersion2.Fields, Profile, Path.Combine(folder, FileStem))];
    }
}
