using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using JcmInterop.Messages.Json;
using JcmInterop.Reporting.Projections;

namespace JcmInterop.Reporting.Findings;

/// <summary>What the JSON reports have in common.</summary>
internal static class ReportJson
{
    /// <summary>Indented, with line feeds, and Japanese text readable as it is.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static void WriteFindings(Utf8JsonWriter json, IEnumerable<Finding> findings)
    {
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("rule", finding.Rule);
            json.WriteString("severity", finding.Severity.ToString());
            json.WriteString("place", finding.Place);
            json.WriteString("value", finding.Value);
            WriteText(json, "reason", finding.Reason);
            WriteText(json, "remedy", finding.Remedy);
            json.WriteString("basis", finding.Basis);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteText(Utf8JsonWriter json, string name, BilingualText text)
    {
        json.WriteStartObject(name);
        json.WriteString("en", text.English);
        json.WriteString("ja", text.Japanese);
        json.WriteEndObject();
    }

    public static void WriteDates(Utf8JsonWriter json, ReportDates dates)
    {
        json.WriteString("effectiveUntil", dates.EffectiveUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("recordedUntil", dates.RecordedUntil is { } moment ? WireInstant.Format(moment) : null);
    }
}
