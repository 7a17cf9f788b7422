using System.Globalization;
using System.Text.Json;
using JcmInterop.Domain.Corsia;
using JcmInterop.Reporting.Findings;
using JcmInterop.Reporting.Tables;

namespace JcmInterop.Reporting.Corsia;

/// <summary>Writes the eligibility report: <c>corsia-eligibility.json</c> and <c>corsia-eligibility.csv</c>.</summary>
public static class CorsiaReportExport
{
    /// <summary>File name of the JSON form.</summary>
    public const string JsonFileName = "corsia-eligibility.json";

    /// <summary>File name of the CSV form.</summary>
    public const string CsvFileName = "corsia-eligibility.csv";

    /// <summary>One row per verdict; reasons by code and in words.</summary>
    public static TextTable Table(CorsiaReport report) => new(
        $"CORSIA eligibility as of {report.AsOf.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}, rules {report.Rules.Id}",
        [
            new("Programme"), new("First serial"), new("Last serial"), new("Quantity (t CO2 eq)", IsNumber: true), new("Period"), new("Verdict"),
            new("Reason codes"), new("Reasons"), new("理由"), new("Rules"),
        ],
        [
            .. report.Lines.Select(l => (IReadOnlyList<string>)
            [
                l.Result.Part.Programme, l.Result.Part.Serials?.FirstText ?? "", l.Result.Part.Serials?.FinalText ?? "", l.Result.Quantity.ToString(), Words(l.Period), Words(l.Result.Verdict),
                string.Join(' ', l.Result.Reasons.Select(r => r.Code)), string.Join(' ', l.Result.Reasons.Select(r => r.English)),
                string.Concat(l.Result.Reasons.Select(r => r.Japanese)), l.Result.RulePack,
            ]),
        ]);

    /// <summary>Writes the JSON form (<c>corsia-eligibility/1</c>); the stream stays open.</summary>
    public static void WriteJson(CorsiaReport report, Stream output)
    {
        using var json = new Utf8JsonWriter(output, ReportJson.WriterOptions);
        json.WriteStartObject();
        json.WriteString("format", "corsia-eligibility/1");
        json.WriteString("asOf", report.AsOf.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteString("jurisdiction", report.Jurisdiction.ToString());
        json.WriteString("rulePack", report.Rules.Id);
        json.WriteString("edition", report.Rules.Edition);
        json.WriteString("note", report.Rules.Note);
        json.WriteStartArray("results");
        foreach (var line in report.Lines) WriteLine(json, line);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLine(Utf8JsonWriter json, CorsiaLine line)
    {
        var part = line.Result.Part;
        json.WriteStartObject();
        json.WriteString("programme", part.Programme);
        json.WriteString("firstSerial", part.Serials?.FirstText);
        json.WriteString("lastSerial", part.Serials?.FinalText);
        json.WriteNumber("quantityTonnes", part.Quantity.Tonnes);
        json.WriteString("period", Words(line.Period));
        json.WriteString("verdict", Words(line.Result.Verdict));
        json.WriteStartArray("reasons");
        foreach (var reason in line.Result.Reasons)
        {
            json.WriteStartObject();
            json.WriteString("code", reason.Code);
            json.WriteString("effect", Words(reason.Effect));
            json.WriteString("en", reason.English);
            json.WriteString("ja", reason.Japanese);
            json.WriteString("followsFrom", reason.FollowsFrom);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Words(CorsiaVerdict verdict) => verdict switch
    {
        CorsiaVerdict.Eligible => "ELIGIBLE",
        CorsiaVerdict.Conditional => "CONDITIONAL",
        CorsiaVerdict.NotEligible => "NOT_ELIGIBLE",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Unknown verdict."),
    };

    private static string Words(CompliancePeriod period) => period switch
    {
        CompliancePeriod.Pilot => "2021-2023",
        CompliancePeriod.First => "2024-2026",
        CompliancePeriod.SecondFirst => "2027-2029",
        _ => throw new ArgumentOutOfRangeException(nameof(period), period, "Unknown compliance period."),
    };
}
