using System.Globalization;
using System.Text.Json;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Reporting.Tables;

namespace JcmInterop.Reporting.StructuredSummary;

/// <summary>The amounts behind rows 6 to 8 by cooperative approach, sector, Parties and vintage: 2/CMA.3 annex, paragraph 23(j), for annex 4 of the biennial transparency report.</summary>
public static class StructuredSummaryShares
{
    /// <summary>One row per share, and at the end of each year and term their sum, which is the figure of table 4.</summary>
    public static TextTable Table(StructuredSummaryReport report) => new(
        $"Breakdown per paragraph 23(j), {report.Party} {report.Result.Inputs.Period} ({report.Result.Inputs.Metric})",
        [
            new("Year", IsNumber: true), new("Reference"), new("Term"), new("Cooperative approach"), new("Sector"), new("Transferring Party"), new("Using Party"),
            new("Vintage", IsNumber: true), new("Quantity", IsNumber: true), new("Records", IsNumber: true),
        ],
        [
            .. report.Shares.GroupBy(s => (s.Key.Year, s.Key.Term, s.Key.Purpose)).SelectMany(term => term.Select(Row).Append(Sum(term.Key.Year, term.First(), term.Sum(s => s.Quantity.Tonnes), term.Sum(s => s.Records)))),
        ]);

    /// <summary>Writes <c>shares</c>; what a record does not say is null.</summary>
    internal static void WriteJson(Utf8JsonWriter json, StructuredSummaryReport report)
    {
        json.WriteStartArray("shares");
        foreach (var share in report.Shares)
        {
            json.WriteStartObject();
            json.WriteNumber("year", share.Key.Year);
            json.WriteString("term", AdjustmentNames.Word(share.Key.Term));
            json.WriteString("purpose", share.Key.Purpose is { } purpose ? AdjustmentNames.Word(purpose) : null);
            json.WriteString("cooperativeApproach", share.Key.CooperativeApproach?.ToString());
            json.WriteString("sector", share.Key.Sector);
            json.WriteString("transferringParty", share.Key.TransferringParty?.Code);
            json.WriteString("usingParty", share.Key.UsingParty?.Code);
            json.WriteNumber("vintage", share.Key.Vintage.Year);
            json.WriteNumber("quantity", share.Quantity.Tonnes);
            json.WriteNumber("records", share.Records);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static IReadOnlyList<string> Row(AdjustmentShare share) =>
    [
        Number(share.Key.Year), Reference(share.Key), Term(share.Key), share.Key.CooperativeApproach?.ToString() ?? "not recorded", share.Key.Sector ?? "not recorded",
        share.Key.TransferringParty?.Code ?? "not recorded", share.Key.UsingParty?.Code ?? (share.Key.Purpose == FirstTransferPurpose.OtherInternationalMitigation ? "none" : "not recorded"),
        share.Key.Vintage.ToString(), Number(share.Quantity.Tonnes), Number(share.Records),
    ];

    private static IReadOnlyList<string> Sum(int year, AdjustmentShare one, long quantity, long records) =>
        [Number(year), Reference(one.Key), $"Sum: {Term(one.Key)}", "", "", "", "", "", Number(quantity), Number(records)];

    private static string Reference(AdjustmentShareKey key) => (key.Term, key.Purpose) switch
    {
        (AdjustmentTerm.Use, _) => "23(e)",
        (_, FirstTransferPurpose.OtherInternationalMitigation) => "23(d)",
        _ => "23(c)",
    };

    private static string Term(AdjustmentShareKey key) => (key.Term, key.Purpose) switch
    {
        (AdjustmentTerm.Use, _) => "used towards the NDC",
        (_, FirstTransferPurpose.OtherInternationalMitigation) => "first transferred for other international mitigation purposes",
        _ => "first transferred for use towards NDCs",
    };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
