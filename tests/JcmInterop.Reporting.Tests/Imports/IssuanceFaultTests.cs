namespace JcmInterop.Reporting.Tests.Imports;

public sealed class IssuanceFaultTests
{
    [Theory]
    [InlineData(",30312,6063,", ",30313,6063,", "total", "add up to 30312, the stated total is 30313")]
    [InlineData("Government=24000", "Government=24001", "japan_postings", "add up to 24250, the stated total is 24249")]
    [InlineData("Government=24000; Mayekawa=249", "Government 24249", "japan_postings", "not a split")]
    [InlineData("Mayekawa=249", "Mayekawa=249.0", "japan_postings", "whole number")]
    [InlineData("MN006,MN006,2019-07-06", "MN006,MN007,2019-07-06", "project", "MN007 is not registered")]
    [InlineData("2019-07-06,2020-06-30", "2020-06-30,2019-07-06", "period_to", "ends before it begins")]
    [InlineData("2026-01-30,2020", "2026-01-30,2021", "vintage", "outside the monitoring period")]
    [InlineData("2026-01-30,2020", "2026-01-23,2020", "japan_issued_on", "before the decision")]
    [InlineData("0,not published,not applicable", "0,not published,pending", "japan_issued_on", "nothing to issue")]
    [InlineData("6063,not published,pending", "6063,not published,not applicable", "partner_issued_on", "Only a side that was notified zero")]
    [InlineData("2020-07-01,2020-12-31", "2020-06-30,2020-12-31", "period_from", "shares days with that of line 2")]
    [InlineData("2020-07-01,2020-12-31", "2020-07-01,2021-03-31", "period_from", "crosses from 2020 into 2021")]
    [InlineData("MN006-B,MN006,2020-07-01,2020-12-31,2026-01-24", "MN006-B,MN006,2020-07-01,2020-12-31,2026-01-23", "decided_on", "another decided_on")]
    [InlineData("JPN-MNG,MN-1,MN006,", "MNG-JPN,MN-1,MN006,", "registry", "not a pair of Parties")]
    public void A_contradiction_is_explained_in_its_cell(string old, string changed, string column, string reason)
    {
        var faults = CsvFile.Issuances(CsvFile.Issuance.With(old, changed)).Faults;

        faults.ShouldContain(fault => fault.Column == column && fault.Reason.English.Contains(reason));
    }

    [Fact]
    public void The_same_line_and_vintage_twice_is_a_duplicate()
    {
        var row = CsvFile.Issuance.Split('\n')[1];

        var fault = CsvFile.Issuances($"{CsvFile.Issuance}\n{row}").OnlyFault();

        (fault.Line, fault.Column).ShouldBe((4, "line"));
    }

    [Fact]
    public void A_pair_without_Japan_is_refused() =>
        CsvFile.Issuances(CsvFile.Issuance.With("JPN-MNG", "MNG-THA")).Faults.ShouldAllBe(fault => fault.Column == "registry");

    [Fact]
    public void Periods_of_different_projects_may_overlap()
    {
        var file = CsvFile.Issuance.With("MN006-B,MN006,2020-07-01", "TH014,TH014,2020-01-01");

        CsvFile.Issuances(file).Faults.ShouldBeEmpty();
    }

    [Fact]
    public void A_period_inside_an_earlier_longer_one_overlaps_it_too()
    {
        var file = CsvFile.Issuance.With("2020-07-01,2020-12-31", "2019-08-01,2019-08-31").With("not applicable,2020", "not applicable,2019");

        CsvFile.Issuances(file).OnlyFault().Reason.English.ShouldContain("shares days");
    }
}
