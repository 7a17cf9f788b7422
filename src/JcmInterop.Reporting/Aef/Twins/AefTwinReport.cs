using System.Text.Json;
using JcmInterop.Reporting.Findings;
using JcmInterop.Reporting.Tables;

namespace JcmInterop.Reporting.Aef.Twins;

/// <summary>The mismatches of one comparison, as JSON and as a plain table.</summary>
/// <param name="Twin">What this side's ledger says.</param>
/// <param name="Actual">The partner's file.</param>
/// <param name="Mismatches">Where they differ.</param>
public sealed record AefTwinReport(AefTwin Twin, AefFile Actual, IReadOnlyList<AefMismatch> Mismatches)
{
    /// <summary>Writes the JSON form (<c>aef-comparison/1</c>); the stream stays open.</summary>
    public void WriteJson(Stream output)
    {
        using var json = new Utf8JsonWriter(output, ReportJson.WriterOptions);
        json.WriteStartObject();
        json.WriteString("format", "aef-comparison/1");
        json.WriteString("party", Twin.Party.Code);
        json.WriteString("partner", Twin.Partner.Code);
        json.WriteString("file", Actual.Name);
        json.WriteStartArray("mismatches");
        foreach (var mismatch in Mismatches)
        {
            json.WriteStartObject();
            json.WriteString("table", mismatch.Table.ToString());
            json.WriteString("kind", mismatch.Kind.ToString());
            json.WriteString("field", mismatch.Field);
            json.WriteString("expectedValue", mismatch.ExpectedValue);
            json.WriteString("expectedPlace", mismatch.ExpectedPlace);
            json.WriteString("actualValue", mismatch.ActualValue);
            json.WriteString("actualPlace", mismatch.ActualPlace);
            json.WriteString("cause", mismatch.Cause.Code);
            ReportJson.WriteText(json, "explanation", mismatch.Cause.Text);
            json.WriteString("transfer", mismatch.Transfer?.ToString());
            json.WriteStartArray("messages");
            foreach (var message in mismatch.Messages) json.WriteStringValue(message);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>One row per mismatch.</summary>
    public TextTable Table() => new(
        $"{Actual.Name ?? Twin.Partner.Code} against the ledger of {Twin.Party}",
        [
            new("Table"), new("Kind"), new("Field"), new("Expected"), new("Expected in"), new("Reported"), new("Reported in"),
            new("Cause"), new("Explanation"), new("説明"), new("Transfer"), new("Messages"),
        ],
        [
            .. Mismatches.Select(m => (IReadOnlyList<string>)
                [m.Table.ToString(), m.Kind.ToString(), m.Field, m.ExpectedValue, m.ExpectedPlace, m.ActualValue, m.ActualPlace,
                    m.Cause.Code, m.Cause.Text.English, m.Cause.Text.Japanese, m.Transfer?.ToString() ?? "", string.Join("; ", m.Messages)]),
        ]);
}
