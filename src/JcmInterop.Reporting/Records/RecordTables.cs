using System.Globalization;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Reporting.Tables;

namespace JcmInterop.Reporting.Records;

/// <summary>The lists that go with a report from another system's records: what became of every row, and what every figure is made of.</summary>
public static class RecordTables
{
    private static readonly TextColumn[] Columns =
    [
        new("File"), new("Line", IsNumber: true), new("First serial"), new("Last serial"), new("Party"), new("Vintage", IsNumber: true), new("Quantity", IsNumber: true), new("Outcome"),
        new("First transferred on"), new("Event"), new("Why"), new("理由"),
    ];

    /// <summary>Every row with its first transfer, or why it is not counted or not reported.</summary>
    public static TextTable Outcomes(RecordReport report) => new(
        $"What became of {report.Outcomes.Count} rows", Columns, [.. report.Outcomes.Select(Row)]);

    /// <summary>The rows that are in no figure, or in no agreed electronic format, with the reason.</summary>
    public static TextTable LeftOut(RecordReport report) => new("Rows left out", Columns, [.. report.Outcomes.Where(o => (o.LeftOut ?? o.NotInFormat) is not null).Select(Row)]);

    /// <summary>Every first transfer and use the corresponding adjustments are computed from, with the row it comes from.</summary>
    public static TextTable Adjustments(RecordReport report)
    {
        var inputs = report.Adjustments();
        return new TextTable(
            $"Records behind the corresponding adjustments of {report.Book.Mapping.Party}, {inputs.Period}",
            [
                new("Year", IsNumber: true), new("Term"), new("Purpose"), new("Vintage", IsNumber: true), new("Quantity", IsNumber: true), new("Metric"), new("Effective on"), new("Recorded on"), new("Serials"),
                new("First ITMO"), new("Cooperative approach"), new("Sector"), new("Transferring Party"), new("Using Party"), new("Authorization"), new("Row"),
            ],
            [
                .. inputs.FirstTransfers.Select(t => Row(t.Vintage.Year, "first transfer", t.Purpose.ToString(), t.Vintage.Year, t.Quantity.Tonnes, t.Metric, t.EffectiveOn, t.RecordedOn, t.Origin)),
                .. inputs.Uses.Select(u => Row(u.UsedForYear, "use", "", u.Vintage.Year, u.Quantity.Tonnes, u.Metric, u.EffectiveOn, u.RecordedOn, u.Origin)),
            ]);
    }

    private static IReadOnlyList<string> Row(RecordOutcome outcome)
    {
        var record = outcome.Record;
        var why = outcome.LeftOut ?? outcome.NotInFormat;
        var result = outcome.LeftOut is not null ? "left out" : outcome.First is null ? "not first transferred" : outcome.NotInFormat is not null ? "counted, not in the AEF" : "counted";
        return
        [
            record.File, Number(record.Line), record.FirstPrinted, record.LastPrinted, record.Party.Code, record.Vintage.ToString(), Number(record.Quantity.Tonnes), result,
            outcome.First is { } first ? Day(first.On) : "", outcome.First?.Event.ToString() ?? "", why?.English ?? "", why?.Japanese ?? "",
        ];
    }

    private static IReadOnlyList<string> Row(
        int year, string term, string purpose, int vintage, long quantity, AdjustmentMetric metric, DateOnly effectiveOn, DateOnly recordedOn, AdjustmentOrigin origin) =>
    [
        Number(year), term, purpose, Number(vintage), Number(quantity), metric.ToString(), Day(effectiveOn), Day(recordedOn), origin.Serials?.ToString() ?? "",
        origin.Itmo is { } itmo ? itmo.Id(0, new Domain.Units.Vintage(vintage)).ToString() : "", origin.CooperativeApproach?.ToString() ?? "", origin.Sector ?? "", origin.TransferringParty?.Code ?? "",
        origin.UsingParty?.Code ?? "", origin.Authorization?.ToString() ?? "", origin.Reference ?? "",
    ];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
