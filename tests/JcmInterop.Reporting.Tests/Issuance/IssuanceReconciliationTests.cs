using System.Text.Json;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Findings;
using JcmInterop.Reporting.Issuance;

namespace JcmInterop.Reporting.Tests.Issuance;

public sealed class IssuanceReconciliationTests
{
    private static readonly IssuanceReport Mongolia = IssuanceReconciliation.Report(
        MongoliaIssuances.Registry, MongoliaIssuances.Decisions, MongoliaIssuances.ProjectTotals, MongoliaIssuances.AsOf);

    [Fact]
    public void Published_issuances_add_up_per_side_and_project()
    {
        Mongolia.Lines.Count.ShouldBe(12);
        Mongolia.Total.Notified.Tonnes.ShouldBe(129_320);
        Mongolia.Total.Sides[MongoliaIssuances.Mongolia].Notified.Tonnes.ShouldBe(25_869);
        Mongolia.Total.Sides[PartyCode.Japan].Notified.Tonnes.ShouldBe(103_451);
        Mongolia.Projects.Select(p => (p.Name, p.Notified.Tonnes)).ShouldBe(
            [("MN001", 307L), ("MN002", 637), ("MN003", 44_299), ("MN004", 53_764), ("MN005", 1), ("MN006", 30_312)]);
    }

    [Fact]
    public void Legs_not_issued_long_after_the_decision_are_late_and_nothing_else_is_found()
    {
        Mongolia.Total.Pending.Tonnes.ShouldBe(6_158);
        Mongolia.Total.Sides[PartyCode.Japan].Pending.Tonnes.ShouldBe(0);
        Mongolia.Findings.Select(f => (f.Rule, f.Severity, f.Value)).ShouldBe(
            [("INV-05", FindingSeverity.Warning, "29"), ("INV-05", FindingSeverity.Warning, "66"), ("INV-05", FindingSeverity.Warning, "6063")]);
        var late = Mongolia.Lines.SelectMany(l => l.Legs).Where(l => l.State == IssuanceLegState.Late).ToList();
        late.ShouldAllBe(l => l.LagDays == 131 && l.LateDays == 71);
    }

    [Fact]
    public void A_side_notified_zero_has_nothing_to_issue_and_is_not_late()
    {
        var line = Mongolia.Lines.Single(l => l.Decision.Project == "MN005");
        line.Legs.Single(l => l.Side == PartyCode.Japan).State.ShouldBe(IssuanceLegState.NotApplicable);
        line.Legs.Single(l => l.Side == MongoliaIssuances.Mongolia).State.ShouldBe(IssuanceLegState.Issued);
    }

    [Fact]
    public void Lag_is_counted_from_the_decision_to_each_sides_issuance()
    {
        var line = Mongolia.Lines.Single(l => l.Decision.DecidedOn == new DateOnly(2025, 3, 27));
        line.Legs.Single(l => l.Side == MongoliaIssuances.Mongolia).LagDays.ShouldBe(41);
        line.Legs.Single(l => l.Side == PartyCode.Japan).LagDays.ShouldBe(15);
    }

    [Fact]
    public void A_report_on_an_earlier_day_does_not_see_later_issuances_or_decisions()
    {
        var early = IssuanceReconciliation.Report(
            MongoliaIssuances.Registry, MongoliaIssuances.Decisions, new Dictionary<string, UnitQuantity>(), new DateOnly(2025, 4, 15));

        early.Lines.ShouldNotContain(l => l.Decision.DecidedOn == new DateOnly(2026, 1, 24));
        var legs = early.Lines.Single(l => l.Decision.DecidedOn == new DateOnly(2025, 3, 27)).Legs;
        legs.Single(l => l.Side == PartyCode.Japan).State.ShouldBe(IssuanceLegState.Issued);
        legs.Single(l => l.Side == MongoliaIssuances.Mongolia).State.ShouldBe(IssuanceLegState.Pending);
    }

    public static TheoryData<string, IssuanceDecisionInput> Faults => new()
    {
        { "INV-02", Decision("2020-01-01", "2020-12-31", total: 99) },
        { "INV-02", Decision("2020-01-01", "2020-12-31", accounts: 9) },
        { "INV-04", Decision("2020-01-01", "2020-12-31", issued: 9) },
        { "INV-05", Decision("2020-01-01", "2020-12-31", issuedOn: "2021-01-31") },
        { "INV-06", Decision("2020-12-31", "2020-01-01") },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Each_broken_sum_or_date_is_named_by_its_rule(string rule, IssuanceDecisionInput decision)
    {
        var report = IssuanceReconciliation.Report(
            MongoliaIssuances.Registry, [decision], new Dictionary<string, UnitQuantity>(), MongoliaIssuances.AsOf);

        var finding = report.Findings.ShouldHaveSingleItem();
        finding.Rule.ShouldBe(rule);
        finding.Severity.ShouldBe(FindingSeverity.Error);
        finding.Reason.Japanese.ShouldNotBeNullOrWhiteSpace();
        finding.Remedy.English.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Overlapping_periods_and_a_wrong_project_total_are_found()
    {
        var report = IssuanceReconciliation.Report(
            MongoliaIssuances.Registry,
            [Decision("2020-01-01", "2020-12-31"), Decision("2020-12-31", "2021-06-30")],
            new Dictionary<string, UnitQuantity> { ["MN009"] = new(21) },
            MongoliaIssuances.AsOf);

        report.Findings.Select(f => f.Rule).ShouldBe(["INV-06", "INV-03"], ignoreOrder: true);
    }

    [Fact]
    public void The_tables_and_the_json_carry_the_same_figures()
    {
        using var stream = new MemoryStream();
        IssuanceReportJson.Write(Mongolia, stream);
        using var json = JsonDocument.Parse(stream.ToArray());

        json.RootElement.GetProperty("total").GetProperty("notifiedTonnes").GetInt64().ShouldBe(129_320);
        json.RootElement.GetProperty("lines").GetArrayLength().ShouldBe(12);
        IssuanceReportTable.Legs(Mongolia).Rows.Count.ShouldBe(24);
        IssuanceReportTable.Totals(Mongolia).ToCsv().ShouldContain("JPN-MNG,all,129320,123162,6158\n");
        IssuanceReportTable.Findings(Mongolia).Rows.ShouldAllBe(r => r.Count == 8);
    }

    private static IssuanceDecisionInput Decision(
        string from, string to, long total = 10, long issued = 10, string issuedOn = "2021-02-20", long? accounts = null)
    {
        var leg = new IssuanceLegInput(MongoliaIssuances.Mongolia, new UnitQuantity(10), new UnitQuantity(issued), DateOnly.Parse(issuedOn))
        {
            Accounts = accounts is { } posted ? new Dictionary<string, UnitQuantity> { ["MNG-100-1"] = new(posted) } : new Dictionary<string, UnitQuantity>(),
        };
        return new IssuanceDecisionInput(
            "MN009", new MonitoringPeriod(DateOnly.Parse(from), DateOnly.Parse(to)), new DateOnly(2021, 2, 1), new UnitQuantity(total), [leg]);
    }
}
