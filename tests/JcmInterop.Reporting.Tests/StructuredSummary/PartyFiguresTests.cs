using System.Text;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Findings;
using JcmInterop.Reporting.StructuredSummary;
using MiniExcelLibs;

namespace JcmInterop.Reporting.Tests.StructuredSummary;

public sealed class PartyFiguresTests
{
    private static readonly PartyCode Host = new("IDN");

    private const string Sound = """
        {
          // Invented figures.
          "format": "party-figures/1",
          "party": "IDN",
          "emissions": { "2021": 1000000, "2023": 990000.5, "2030": 955000 },
          "trajectory": { "2021": 1000000 },
          "totalEmissions": { "2021": 1200000 },
          "landUse": { "2021": -50000 },
          "indicators": [ { "name": "Total emissions", "unit": "t CO2 eq", "referencePoint": "2013: 1,300,000", "values": { "2021": 1200000 }, "targetLevel": "950,000", "targetPeriod": "2030", "progress": "8 percent" } ],
          "target": { "level": 960000, "period": "2030" },
          "otherInformation": "Invented.",
          "achievement": "Not achieved."
        }
        """;

    [Fact]
    public void What_the_party_provides_fills_its_rows_and_the_comparison_with_the_target()
    {
        var report = Report(AdjustmentMethod.SingleYearTrajectory);

        report.ProgressRows.Select(r => report.Text(r, 0)).ShouldBe(["1200000", "1200000", "-50000"]);
        report.ProgressRows[0].TargetLevel.ShouldBe("950,000");
        report.Text(report.Rows[2], 2).ShouldBe("990000.5");
        report.Text(report.Rows[12], 2).ShouldBe("1008000.5");
        report.Text(report.Rows[12], 1).ShouldBe(StructuredSummaryReport.ToBeProvided);
        var assessment = report.Rows[15];
        report.Text(assessment, 9).ShouldBe("965000");
        report.Text(assessment, 8).ShouldBeEmpty();
        assessment.Note.ShouldEndWith("It is 5000 above the target.");
        (assessment.TargetLevel, assessment.TargetPeriod, assessment.Progress).ShouldBe(("960000", "2030", "Not achieved."));
        report.Rows[14].Note.ShouldBe("Invented.");
    }

    [Fact]
    public void Years_after_the_last_reported_one_stay_empty_in_every_form()
    {
        var report = Report(AdjustmentMethod.SingleYearAveraging, through: 2024);

        report.Text(report.Rows[10], 3).ShouldBe("4500");
        report.Text(report.Rows[10], 4).ShouldBeEmpty();
        StructuredSummaryShares.Table(report).Rows.ShouldAllBe(r => r[0] == "2023");
    }

    [Fact]
    public void The_breakdown_of_each_year_and_term_adds_up_to_the_row_of_table_4()
    {
        var report = Report(AdjustmentMethod.SingleYearTrajectory);
        using var workbook = new MemoryStream();
        StructuredSummaryExport.WriteWorkbook(report, workbook, new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
        workbook.Position = 0;

        var sums = StructuredSummaryShares.Table(report).Rows.Where(r => r[2].StartsWith("Sum", StringComparison.Ordinal)).ToList();
        sums.Select(r => (r[0], r[1], r[8], r[9])).ShouldBe([("2023", "23(c)", "18000", "2"), ("2030", "23(c)", "10000", "1")]);
        report.Text(report.Rows[5], 2).ShouldBe("18000");
        MiniExcel.Query(workbook, sheetName: "Annex 4 Breakdown 23(j)").Count().ShouldBe(4 + 5);
    }

    [Theory]
    [InlineData("\"IDN\"", "\"JPN\"", "party")]
    [InlineData("party-figures/1", "party-figures/9", "format")]
    [InlineData("\"2030\": 955000", "\"2031\": 955000", "emissions.2031")]
    [InlineData("\"2021\": 1000000", "\"2021\": 1e20", "emissions.2021")]
    [InlineData("\"emissions\"", "\"emission\"", "figures.json:5")]
    [InlineData("1200000 }, \"targetLevel\"", "\"many\" }, \"targetLevel\"", "indicators[0].values")]
    [InlineData("\"landUse\"", "\"metric\": \"MWh\", \"landUse\"", "metric")]
    public void A_file_of_figures_that_is_not_in_its_form_is_refused_with_its_place(string old, string changed, string place)
    {
        var text = Sound.Replace(old, changed, StringComparison.Ordinal);
        text.ShouldNotBe(Sound);

        var fault = Should.Throw<InputFileException>(() => Read(text));
        fault.Message.ShouldContain(place);
        fault.Japanese.ShouldContain(place);
    }

    private static PartyFigures Read(string text) => PartyFigures.Read("figures.json", Encoding.UTF8.GetBytes(text), Host, new NdcPeriod(2021, 2030));

    private static StructuredSummaryReport Report(AdjustmentMethod method, int? through = null)
    {
        var figures = Read(Sound);
        var inputs = new AdjustmentInputs(new NdcPeriod(2021, 2030), method, [Transferred(2023, 15_000, "Energy generation"), Transferred(2023, 3_000, "Transportation"), Transferred(2030, 10_000, "Energy generation")], []);
        return StructuredSummaryBuilder.Build(Host, CorrespondingAdjustments.Calculate(figures.AddTo(inputs)), new StructuredSummaryOptions { Figures = figures, ThroughYear = through });
    }

    private static FirstTransferRecord Transferred(int vintage, long quantity, string sector) =>
        new(new Vintage(vintage), new UnitQuantity(quantity), FirstTransferPurpose.Ndc, new DateOnly(2026, 6, 30), new DateOnly(2026, 6, 30))
        {
            Origin = new AdjustmentOrigin { CooperativeApproach = new CooperativeApproachId("CA0001"), Sector = sector, TransferringParty = Host, UsingParty = PartyCode.Japan },
        };
}
