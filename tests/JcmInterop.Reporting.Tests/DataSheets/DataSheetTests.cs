using System.Text.Json;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Reporting.DataSheets;
using JcmInterop.Reporting.Findings;
using JcmInterop.Reporting.Projections;
using JcmInterop.Reporting.StructuredSummary;
using JcmInterop.Reporting.Tables;
using JcmInterop.Reporting.Tests.Projections;

namespace JcmInterop.Reporting.Tests.DataSheets;

public sealed class DataSheetTests
{
    private readonly RecordedWorld world = new(Sample.Thailand());

    [Fact]
    public void The_initial_report_has_every_item_and_says_what_the_record_cannot_know()
    {
        var sheet = InitialReportSheet.Of(History(), Facts(AdjustmentMethod.SingleYearAveraging));

        sheet.Sections.Select(s => s.Reference).ShouldBe(["18(a)", "18(b)", "18(c)", "18(d)", "18(e)", "18(f)", "18(g)", "18(h)", "18(i)"]);
        sheet.Sections[0].Status.ShouldBe(SheetStatus.PartlyFilled);
        sheet.Sections[1].Status.ShouldBe(SheetStatus.ToBeWritten);
        sheet.Sections[2].Tables[0].Rows.Select(r => r[1]).ShouldBe(
            ["2021-2030", "single-year target, averaging / 単年目標・平均方式", "emissions covered by the NDC / NDC対象の排出量", "t CO2 eq", "2025-01-01, invented"]);
        sheet.Sections[6].Tables[1].Rows.ShouldHaveSingleItem().ShouldContain("use towards an NDC / NDCへの活用");
        sheet.Sections[6].Tables[1].Rows[0][0].ShouldBe(Sample.ThaiAuthorization.ToString());
        InitialReportSheet.Of(History(), Facts(null)).Sections[2].Status.ShouldBe(SheetStatus.ToBeWritten);
    }

    [Fact]
    public void The_regular_information_has_table_4_once_the_method_is_known()
    {
        var history = History();
        var result = CorrespondingAdjustments.Calculate(history.Adjustments(AdjustmentMethod.SingleYearAveraging));
        var summary = StructuredSummaryBuilder.Build(history.Party, result);

        RegularInformationSheet.Of(history, Facts(null), null).Sections[^1].Status.ShouldBe(SheetStatus.ToBeWritten);
        RegularInformationSheet.Of(history, Facts(AdjustmentMethod.SingleYearAveraging), summary).Sections[^1].Status.ShouldBe(SheetStatus.PartlyFilled);
        RegularInformationSheet.Of(history, Facts(null), null).Sections.Single(s => s.Reference == "21(c)").Status.ShouldBe(SheetStatus.Filled);
    }

    [Fact]
    public void Nothing_recorded_after_the_day_asked_is_in_a_sheet() =>
        InitialReportSheet.Of(History(new ReportDates(null, new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero))), Facts(null)).Sections[6].Status.ShouldBe(SheetStatus.ToBeWritten);

    [Fact]
    public void Every_item_is_in_both_languages_in_the_page_and_in_json()
    {
        var sheet = InitialReportSheet.Of(History(), Facts(null)) with { Title = new("<b>Title", "表題") };
        using var page = new StringWriter();
        DataSheetHtml.Write(sheet, page);
        using var json = new MemoryStream();
        DataSheetJson.Write(sheet, json);

        var html = page.ToString();
        html.ShouldContain("&lt;b&gt;Title");
        html.ShouldNotContain("<script");
        html.ShouldNotContain("http");
        using var document = JsonDocument.Parse(json.ToArray());
        foreach (var item in sheet.Sections.SelectMany(s => s.ToWrite))
        {
            html.ShouldContain(item.Japanese);
            document.RootElement.GetRawText().ShouldContain(item.English);
        }

        document.RootElement.GetProperty("sections")[1].GetProperty("status").GetString().ShouldBe("ToBeWritten");
    }

    [Fact]
    public void A_section_is_filled_by_rows_and_not_by_an_empty_table()
    {
        var empty = new TextTable("t", [new("c")], []);
        BilingualText[] item = [new("a", "あ")];
        new SheetSection("1", item[0], [empty], item).Status.ShouldBe(SheetStatus.ToBeWritten);
        new SheetSection("1", item[0], [empty with { Rows = [["x"]] }], item).Status.ShouldBe(SheetStatus.PartlyFilled);
        new SheetSection("1", item[0], [empty], []).Status.ShouldBe(SheetStatus.Filled);
    }

    private PartyHistory History(ReportDates? dates = null)
    {
        var thailand = world.Sides.Partner;
        return PartyHistory.Read(thailand.Settings.Party, [(thailand.Settings, world.Journal(thailand))], dates ?? ReportDates.Open);
    }

    private static NdcFacts Facts(AdjustmentMethod? method) => new(NdcPeriod.Decade2021, method, AdjustmentBasis.CoveredEmissions, AdjustmentMetric.TonnesCo2Equivalent, "2025-01-01, invented");
}
