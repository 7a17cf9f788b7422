using JcmInterop.Cli.Filings;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Findings;
using JcmInterop.Reporting.Records;
using JcmInterop.Reporting.StructuredSummary;
using JcmInterop.Reporting.Tables;

namespace JcmInterop.Cli.Imports;

/// <summary>The files that come out of another system's records.</summary>
internal sealed class RecordFiling
{
    private readonly RecordReport report;
    private readonly StructuredSummaryReport summary;
    private readonly IReadOnlyList<AefFiling> filings;
    private readonly IReadOnlyList<AefFiling> others;
    private readonly DateTimeOffset writtenAt;

    /// <summary>Makes everything that will be written.</summary>
    /// <param name="report">The records and what they mean.</param>
    /// <param name="options">How the structured summary is presented.</param>
    /// <param name="years">Reported years of the agreed electronic format.</param>
    /// <param name="writtenAt">Now, UTC.</param>
    public RecordFiling(RecordReport report, StructuredSummaryOptions options, IReadOnlyList<int> years, DateTimeOffset writtenAt)
    {
        (this.report, this.writtenAt) = (report, writtenAt);
        summary = StructuredSummaryBuilder.Build(report.Book.Mapping.ReportingParty, CorrespondingAdjustments.Calculate(options.Figures.AddTo(report.Adjustments())), options);
        filings = [.. years.Distinct().Order().Select(Filing)];
        // An authorization is in the file of its own year, whichever years are asked for.
        others = [.. report.Years.Except(years).Select(Filing)];
    }

    /// <summary>What the check before filing finds, each year also against the others.</summary>
    public IReadOnlyList<Finding> Findings => [.. filings.SelectMany(f => f.Check(filings.Concat(others).Where(o => o != f).Select(o => o.AsFile())).Select(finding => finding with { Place = $"{f.FileStem} {finding.Place}" }))];

    /// <summary>Writes everything.</summary>
    /// <returns>The files.</returns>
    public IReadOnlyList<string> Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var lists = Path.Combine(folder, $"{report.Book.Mapping.Party}_records.xlsx");
        using (var output = File.Create(lists))
            TableWorkbook.Write([("Left out", RecordTables.LeftOut(report)), ("All rows", RecordTables.Outcomes(report)), ("Behind the adjustments", RecordTables.Adjustments(report))], output, writtenAt);
        return
        [
            .. filings.SelectMany(f => f.Write(Path.Combine(folder, "aef"), writtenAt)), .. SummaryFiling.Write(summary, folder, writtenAt),
            Csv(folder, "left-out", RecordTables.LeftOut(report)), Csv(folder, "rows", RecordTables.Outcomes(report)), Csv(folder, "adjustments", RecordTables.Adjustments(report)), lists,
        ];
    }

    private AefFiling Filing(int year) => new(report.Aef(year, DateOnly.FromDateTime(writtenAt.UtcDateTime)), AefProfile.Nomenclature);

    private string Csv(string folder, string name, TextTable table)
    {
        var path = Path.Combine(folder, $"{report.Book.Mapping.Party}_{name}.csv");
        File.WriteAllText(path, table.ToCsv());
        return path;
    }
}
