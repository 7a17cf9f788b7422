using JcmInterop.Cli.Demonstration.Scenario;
using JcmInterop.Cli.Filings;
using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Corsia;
using JcmInterop.Reporting.Findings;
using JcmInterop.Reporting.Issuance;
using JcmInterop.Reporting.Projections;
using JcmInterop.Reporting.StructuredSummary;

namespace JcmInterop.Cli.Demonstration.Outputs;

/// <summary>Writes the filings and reports of the three Parties.</summary>
internal sealed class ReportOutput(DemoFolder folder, DemoRecords records, DateTimeOffset now)
{
    private static readonly PartyCode Mongolia = new("MNG");
    private static readonly PartyCode Thailand = new("THA");

    /// <summary>The agreed electronic format of Japan and Thailand, each year of the scenario.</summary>
    public IReadOnlyList<AefFiling> Aef { get; } =
    [
        .. from party in new[] { PartyCode.Japan, Thailand }
           from year in new[] { DemoDays.AcquisitionOfFirstItmos.Year, DemoDays.Acceptance.Year }
           select AefFiling.Of(records[party], year, DateOnly.FromDateTime(now.UtcDateTime), AefProfile.Nomenclature),
    ];

    /// <summary>The issuance reconciliation of the Mongolia-Japan pair as each side has recorded it.</summary>
    public IReadOnlyDictionary<PartyCode, IssuanceReport> Issuance { get; } = new[] { PartyCode.Japan, Mongolia }.ToDictionary(
        party => party, party => IssuanceFiling.Of(records[party][new BilateralRegistryId(PartyCode.Japan, Mongolia)], DemoDays.Snapshot));

    /// <summary>CORSIA eligibility of every unit of each Party.</summary>
    public IReadOnlyDictionary<PartyCode, CorsiaReport> Corsia { get; } = records.Parties.ToDictionary(party => party, party => CorsiaFiling.Of(records[party], now));

    /// <summary>What the check before filing finds, own tables against the partner's.</summary>
    public IReadOnlyList<Finding> AefFindings => [.. Aef.SelectMany(filing => filing.Check(Aef.Where(other => other != filing).Select(other => other.AsFile())))];

    /// <summary>Writes everything.</summary>
    public void Write()
    {
        foreach (var filing in Aef) filing.Write(Path.Combine(folder.Reports, "aef"), now);
        foreach (var party in records.Parties)
        {
            var summary = SummaryFiling.Of(records[party], null, ReportDates.Open, new StructuredSummaryOptions());
            SummaryFiling.Write(summary, Path.Combine(folder.Reports, "structured-summary"), now);
            SheetFiling.Write(SheetFiling.InitialReport(records[party], null, ReportDates.Open), Path.Combine(folder.Reports, "outlines"));
            SheetFiling.Write(SheetFiling.RegularInformation(records[party], null, ReportDates.Open, new StructuredSummaryOptions()), Path.Combine(folder.Reports, "outlines"));
            HoldingsFiling.Write(HoldingsFiling.Of(records[party], DateOnly.FromDateTime(now.UtcDateTime), ReportDates.Open), Path.Combine(folder.Reports, "holdings"), now);
            CorsiaFiling.Write(Corsia[party], Path.Combine(folder.Reports, "corsia", party.Code));
        }

        foreach (var (party, report) in Issuance) IssuanceFiling.Write(report, Path.Combine(folder.Reports, "issuance", party.Code));
    }
}
