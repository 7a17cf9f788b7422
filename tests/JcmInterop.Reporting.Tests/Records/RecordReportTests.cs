using CsCheck;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Projections;
using JcmInterop.Reporting.Records;
using static JcmInterop.Reporting.Tests.Records.RecordFiles;

namespace JcmInterop.Reporting.Tests.Records;

public sealed class RecordReportTests
{
    // Worked example of a host: (vintage, day of transfer, tonnes).
    private static readonly (int Vintage, string On, long Tonnes)[] Host =
        [(2022, "2024-03-01", 12_000), (2023, "2024-04-01", 15_000), (2023, "2026-05-01", 3_000), (2025, "2026-06-01", 20_000), (2028, "2029-07-01", 25_000), (2030, "2031-08-01", 10_000)];

    [Fact]
    public void A_host_without_a_ledger_gets_the_averages_of_its_spreadsheet()
    {
        var result = CorrespondingAdjustments.Calculate(Report(Mapping(), HostRows()).Adjustments());

        result.Years.Select(y => y.CumulativeNet).ShouldBe([0, 12_000, 30_000, 30_000, 50_000, 50_000, 50_000, 75_000, 75_000, 85_000]);
        decimal.Round(result[2027].CorrespondingAdjustment, 3).ShouldBe(7_142.857m);
        result[2030].CorrespondingAdjustment.ShouldBe(8_500);
    }

    [Theory]
    [InlineData("2024-12-31", 27_000)]
    [InlineData("2026-12-31", 50_000)]
    [InlineData("2029-12-31", 75_000)]
    [InlineData("2031-12-31", 85_000)]
    public void The_same_spreadsheet_answers_for_any_day(string day, long cumulative)
    {
        var book = Read(Mapping(), Bytes(HostRows()));

        foreach (var dates in new[] { new ReportDates(DateOnly.Parse(day), null), new ReportDates(null, ReportDates.EndOf(DateOnly.Parse(day))) })
            CorrespondingAdjustments.Calculate(RecordReport.Of(book, dates).Adjustments()).PeriodNet.ShouldBe(cumulative);
    }

    [Fact]
    public void A_row_recorded_later_than_it_happened_counts_from_the_day_it_was_recorded()
    {
        var book = Read(Mapping(), Bytes(Row(1, 10, 2022, "NDC", [.. To("JPN", "2024-03-01"), (RecordField.RecordedOn, "2025-02-01")])));

        var before = RecordReport.Of(book, new ReportDates(null, ReportDates.EndOf(new DateOnly(2025, 1, 31))));
        before.Aef(2024, new DateOnly(2025, 4, 1)).Actions.ShouldBeEmpty();
        CorrespondingAdjustments.Calculate(before.Adjustments()).PeriodNet.ShouldBe(0);
        RecordReport.Of(book, ReportDates.Open).Aef(2024, new DateOnly(2025, 4, 1)).Actions.Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("Authorization", "2024-05-10", AefActionSubtype.Authorization)]
    [InlineData("Issuance", "2024-09-01", AefActionSubtype.Issuance)]
    [InlineData("UseOrCancellation", "2025-03-03", AefActionSubtype.FirstTransferToAnotherParty)]
    public void Of_two_events_that_can_be_the_first_transfer_the_earlier_counts_once(string definition, string on, AefActionSubtype subtype)
    {
        var report = Report(Mapping(), Row(1, 100, 2024, "NDC;IMP", [
            (RecordField.AuthorizedOn, "2024-05-10"), (RecordField.IssuedOn, "2024-09-01"), .. To("JPN", "2025-03-03"), (RecordField.FirstTransferDefinition, definition),
        ]));

        var first = report.Years.SelectMany(y => report.Aef(y, new DateOnly(2027, 4, 1)).Actions).Single(a => a.Type == AefActionType.FirstTransfer);
        (DateOnly.FromDateTime(first.ActedAt.UtcDateTime), first.Subtype).ShouldBe((DateOnly.Parse(on), subtype));
        report.Adjustments().FirstTransfers.Sum(t => t.Quantity.Tonnes).ShouldBe(100);
        report.Years.SelectMany(y => report.Aef(y, new DateOnly(2027, 4, 1)).Actions).Count(a => a.Type == AefActionType.Transfer).ShouldBe(subtype == AefActionSubtype.FirstTransferToAnotherParty ? 0 : 1);
    }

    [Fact]
    public void Units_first_transferred_at_authorization_are_held_until_they_go()
    {
        var report = Report(Mapping(), Row(1, 100, 2024, "IMP", [
            (RecordField.FirstTransferDefinition, "Authorization"), (RecordField.CancelledOn, "2026-07-01"), (RecordField.CancellationPurpose, "IMP"),
        ]));

        report.Aef(2025, new DateOnly(2026, 4, 1)).Holdings.Single().Quantity.Tonnes.ShouldBe(100);
        report.Aef(2026, new DateOnly(2027, 4, 1)).Holdings.ShouldBeEmpty();
        report.Aef(2026, new DateOnly(2027, 4, 1)).Actions.Single().Type.ShouldBe(AefActionType.Cancellation);
    }

    [Fact]
    public void Rows_whose_first_transfer_is_open_are_listed_and_left_out_of_every_figure()
    {
        var report = Report(Mapping(),
            Row(1, 100, 2024, "IMP", [.. To("JPN", "2025-03-03")]),
            Row(101, 100, 2024, "NDC", [(RecordField.AuthorizationStatus, "unknown"), .. To("JPN", "2025-03-03")]),
            Row(201, 100, 2024, "NDC", [.. To("JPN", "2024-01-03")]),
            Row(301, 100, 2024, "NDC", [(RecordField.AuthorizationStatus, "not authorized"), .. To("JPN", "2025-03-03")]),
            Row(401, 100, 2020, "NDC", [.. To("JPN", "2025-03-03")]),
            Row(501, 7, 2024, "NDC", [.. To("JPN", "2025-03-03"), (RecordField.FirstItmo, "")]));

        report.Outcomes.Select(o => o.LeftOut is null).ShouldBe([false, false, false, false, false, true]);
        report.Outcomes[5].NotInFormat!.English.ShouldContain("no ITMO identifier");
        report.Adjustments().FirstTransfers.Sum(t => t.Quantity.Tonnes).ShouldBe(7);
        report.Aef(2025, new DateOnly(2026, 4, 1)).Actions.ShouldBeEmpty();
        RecordTables.LeftOut(report).Rows.Select(r => r[1]).ShouldBe(["2", "3", "4", "5", "6", "7"]);
    }

    [Fact]
    public void An_acquirer_acquires_holds_and_uses_for_the_year_it_names()
    {
        var report = Report(Mapping(("party", "\"JPN\""), ("registry", "\"JPN01\"")), Row(1, 100, 2024, "NDC", [
            .. To("JPN", "2025-03-03"), (RecordField.UsedOn, "2026-02-01"), (RecordField.UsedForYear, "2025"), (RecordField.FirstItmo, "CA0001-IDN01-IDN-1-2024"),
        ]));

        report.Adjustments().FirstTransfers.ShouldBeEmpty();
        CorrespondingAdjustments.Calculate(report.Adjustments())[2025].Used.ShouldBe(100);
        report.Aef(2025, new DateOnly(2026, 4, 1)).Actions.Single().TransferringParty.ShouldBe(new PartyCode("IDN"));
        report.Aef(2025, new DateOnly(2026, 4, 1)).Holdings.Count().ShouldBe(1);
        report.Aef(2026, new DateOnly(2027, 4, 1)).Actions.Single().UsedForYear.ShouldBe(2025);
        report.Aef(2026, new DateOnly(2027, 4, 1)).Holdings.ShouldBeEmpty();
    }

    [Fact]
    public void Dividing_a_row_changes_no_total() => Gen.Select(Gen.Long[2, 5_000], Gen.Int[0, 5], Gen.Double[0.01, 0.99]).Sample((quantity, which, at) =>
    {
        var (vintage, on, _) = Host[which];
        var cut = Math.Clamp((long)(quantity * at), 1, quantity - 1);
        // A part may be one unit, whose serials do not tell which of their numbers counts.
        var mapping = Mapping(("serialPart", "1"));
        var whole = Report(mapping, Row(1, quantity, vintage, "NDC", To("JPN", on)));
        var parts = Report(mapping, Row(1, cut, vintage, "NDC", To("JPN", on)), Row(cut + 1, quantity - cut, vintage, "NDC", To("JPN", on)));

        CorrespondingAdjustments.Calculate(parts.Adjustments()).Years.ShouldBe(CorrespondingAdjustments.Calculate(whole.Adjustments()).Years);
        var year = DateOnly.Parse(on).Year;
        parts.Aef(year, default).Actions.Sum(a => a.Units.Quantity.Tonnes).ShouldBe(whole.Aef(year, default).Actions.Sum(a => a.Units.Quantity.Tonnes));
    }, iter: 50);

    private static string[] HostRows()
    {
        var next = 1L;
        return [.. Host.Select(h => Row((next += h.Tonnes) - h.Tonnes, h.Tonnes, h.Vintage, "NDC", To("JPN", h.On)))];
    }
}
