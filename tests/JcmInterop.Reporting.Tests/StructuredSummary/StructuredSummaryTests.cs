using System.Text.Json;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.StructuredSummary;
using MiniExcelLibs;

namespace JcmInterop.Reporting.Tests.StructuredSummary;

public sealed class StructuredSummaryTests
{
    private static readonly NdcPeriod Period = new(2021, 2030);
    private static readonly PartyCode Host = new("IDN");

    [Fact]
    public void Rows_come_in_printed_order_and_the_balance_is_emissions_plus_adjustment()
    {
        var report = Report(AdjustmentMethod.SingleYearTrajectory, OimpPresentation.RowsAddUp, withEmissions: true);

        report.Rows.Select(r => r.Number).ShouldBe(Enumerable.Range(1, 16));
        Row(report, 6)[2].ShouldBe("18000");
        Row(report, 7)[3].ShouldBe("30000");
        Row(report, 9)[3].ShouldBe("29000");
        Row(report, 11)[3].ShouldBe("29000");
        Row(report, 13)[2].ShouldBe("1018000");
        Row(report, 10)[2].ShouldBe("NA");
    }

    [Fact]
    public void Filing_other_purposes_as_part_of_first_transfers_changes_rows_and_never_the_balance()
    {
        var added = Report(AdjustmentMethod.SingleYearTrajectory, OimpPresentation.RowsAddUp, withEmissions: true);
        var subset = Report(AdjustmentMethod.SingleYearTrajectory, OimpPresentation.PartOfFirstTransfers, withEmissions: true);

        Row(subset, 6)[3].ShouldBe("30000");
        Row(added, 6)[3].ShouldBe("0");
        Row(subset, 13).ShouldBe(Row(added, 13));
    }

    [Fact]
    public void Missing_emissions_are_asked_of_the_party_and_leave_the_balance_open()
    {
        var report = Report(AdjustmentMethod.SingleYearTrajectory, OimpPresentation.RowsAddUp, withEmissions: false);

        Row(report, 3).ShouldAllBe(t => t == "to be provided by the Party");
        Row(report, 13).ShouldAllBe(t => t == "to be provided by the Party");
        Row(report, 11)[2].ShouldBe("18000");
    }

    [Fact]
    public void Averages_are_rounded_on_output_only()
    {
        var report = Report(AdjustmentMethod.SingleYearAveraging, OimpPresentation.RowsAddUp, withEmissions: true);

        Row(report, 10)[6].ShouldBe("6714.286");
        report.Result[2027].AverageNet.ShouldBe(47_000m / 7);
    }

    [Fact]
    public void Multi_year_rows_end_with_the_sum_of_balances()
    {
        var report = Report(AdjustmentMethod.MultiYear, OimpPresentation.RowsAddUp, withEmissions: true);

        Row(report, 16)[9].ShouldBe("10047000");
        Row(report, 1).ShouldAllBe(t => t == "NA");
    }

    [Theory]
    [InlineData(AdjustmentMethod.SingleYearAveraging, "method 7(a)(ii), single-year target, averaging / 単年目標・平均方式 (t CO2 eq)")]
    [InlineData(AdjustmentMethod.MultiYear, "method 7(b), multi-year target / 複数年目標 (t CO2 eq)")]
    public void People_read_the_method_by_its_name_in_both_languages(AdjustmentMethod method, string title)
    {
        var report = Report(method, OimpPresentation.PartOfFirstTransfers, withEmissions: true);
        using var workbook = new MemoryStream();
        StructuredSummaryExport.WriteWorkbook(report, workbook, new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
        workbook.Position = 0;

        StructuredSummaryExport.Table(report).Title.ShouldEndWith(title);
        var made = MiniExcel.Query(workbook, sheetName: "How it was made").SelectMany(row => ((IDictionary<string, object?>)row).Values).OfType<string>().ToList();
        made.ShouldContain("emissions covered by the NDC / NDC対象の排出量, t CO2 eq");
        made.ShouldContain("row 7 is a part of row 6 / 行7は行6の内数");
        made.ShouldContain("3 decimals, a half to the even neighbour / 小数3桁、端数0.5は偶数側");
    }

    [Fact]
    public void Json_workbook_and_table_show_the_same_figures()
    {
        var report = Report(AdjustmentMethod.SingleYearTrajectory, OimpPresentation.RowsAddUp, withEmissions: true);
        using var json = new MemoryStream();
        using var workbook = new MemoryStream();
        StructuredSummaryExport.WriteJson(report, json);
        StructuredSummaryExport.WriteWorkbook(report, workbook, new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
        workbook.Position = 0;

        using var document = JsonDocument.Parse(json.ToArray());
        document.RootElement.GetProperty("rows")[12].GetProperty("values").GetProperty("2023").GetString().ShouldBe("1018000");
        document.RootElement.GetProperty("basis").GetString().ShouldBe("covered-emissions");
        document.RootElement.GetProperty("oimpPresentation").GetString().ShouldBe("rows-add-up");
        document.RootElement.GetProperty("rounding").GetString().ShouldBe("3 decimals, to-even");
        var cells = (IDictionary<string, object?>)MiniExcel.Query(workbook).ElementAt(19);
        cells["A"].ShouldBe(13d);
        cells["I"].ShouldBe(1_018_000d);
        StructuredSummaryExport.Table(report).Rows[15][8].ShouldBe("1018000");
    }

    [Fact]
    public void A_target_in_another_metric_fills_the_rows_of_its_indicator_and_none_of_emissions()
    {
        var metric = new AdjustmentMetric("MWh renewable electricity");
        var report = Build(new AdjustmentInputs(Period, AdjustmentMethod.SingleYearTrajectory, [Transferred(2025, 50_000) with { Metric = metric }, Transferred(2025, 3)], [])
        {
            Basis = AdjustmentBasis.NonGhgIndicator,
            Metric = metric,
            Indicator = new Dictionary<int, decimal> { [2025] = 1_200_000 },
        });

        Row(report, 5)[4].ShouldBe("1200000");
        Row(report, 14)[4].ShouldBe("1150000");
        Row(report, 14)[5].ShouldBe("to be provided by the Party");
        Row(report, 3).Concat(Row(report, 13)).ShouldAllBe(t => t == "NA");
        report.Rows[14].Note.ShouldContain("1 records in another metric");
        StructuredSummaryExport.Table(report).Title.ShouldEndWith("(MWh renewable electricity)");
        Row(report, 16)[9].ShouldBe("to be provided by the Party");
    }

    [Fact]
    public void Policies_and_measures_ask_the_party_for_their_portion_and_have_a_balance()
    {
        var report = Build(new AdjustmentInputs(Period, AdjustmentMethod.MultiYear, [Transferred(2025, 40)], [])
        {
            Basis = AdjustmentBasis.PoliciesAndMeasures,
            Emissions = new Dictionary<int, decimal> { [2025] = 1_000 },
        });

        Row(report, 4).ShouldAllBe(t => t == "to be provided by the Party");
        Row(report, 13)[4].ShouldBe("1040");
    }

    [Fact]
    public void Json_breaks_the_amounts_down_by_approach_parties_and_vintage()
    {
        var origin = new AdjustmentOrigin { CooperativeApproach = new CooperativeApproachId("CA0001"), TransferringParty = Host, UsingParty = PartyCode.Japan };
        using var json = new MemoryStream();
        StructuredSummaryExport.WriteJson(
            Build(new AdjustmentInputs(Period, AdjustmentMethod.MultiYear, [Transferred(2025, 40) with { Origin = origin }, Transferred(2025, 2) with { Origin = origin }, Transferred(2025, 5)], [])), json);

        using var document = JsonDocument.Parse(json.ToArray());
        var shares = document.RootElement.GetProperty("shares");
        shares.EnumerateArray().Select(s => (s.GetProperty("cooperativeApproach").GetString(), s.GetProperty("usingParty").GetString(), s.GetProperty("quantity").GetInt64(), s.GetProperty("records").GetInt32()))
            .ShouldBe([(null, null, 5, 1), ("CA0001", "JPN", 42, 2)]);
    }

    private static StructuredSummaryReport Build(AdjustmentInputs inputs) => StructuredSummaryBuilder.Build(Host, CorrespondingAdjustments.Calculate(inputs));

    private static FirstTransferRecord Transferred(int vintage, long quantity) =>
        new(new Vintage(vintage), new UnitQuantity(quantity), FirstTransferPurpose.Ndc, new DateOnly(2026, 6, 30), new DateOnly(2026, 6, 30));

    private static string[] Row(StructuredSummaryReport report, int number) =>
        [.. report.Result.Years.Select((_, i) => report.Text(report.Rows[number - 1], i))];

    private static StructuredSummaryReport Report(AdjustmentMethod method, OimpPresentation presentation, bool withEmissions)
    {
        var day = new DateOnly(2026, 6, 30);
        FirstTransferRecord[] transfers =
        [
            new(new Vintage(2023), new UnitQuantity(18_000), FirstTransferPurpose.Ndc, day, day),
            new(new Vintage(2024), new UnitQuantity(30_000), FirstTransferPurpose.OtherInternationalMitigation, day, day),
        ];
        UseRecord[] uses = [new(2024, new Vintage(2023), new UnitQuantity(1_000), day, day)];
        var inputs = new AdjustmentInputs(Period, method, transfers, uses)
        {
            Emissions = withEmissions ? Period.EachYear().ToDictionary(y => y, _ => 1_000_000m) : new Dictionary<int, decimal>(),
        };
        return StructuredSummaryBuilder.Build(Host, CorrespondingAdjustments.Calculate(inputs), new StructuredSummaryOptions { Presentation = presentation });
    }
}
