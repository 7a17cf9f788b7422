using System.Text.Json;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef.Checks.Reports;

/// <summary>Writes the check as JSON (<c>aef-check/1</c>).</summary>
public static class AefCheckJson
{
    /// <summary>Writes the report; the stream stays open.</summary>
    public static void Write(AefCheckReport report, Stream output)
    {
        using var json = new Utf8JsonWriter(output, ReportJson.WriterOptions);
        json.WriteStartObject();
        json.WriteString("format", "aef-check/1");
        json.WriteBoolean("hasErrors", report.HasErrors);
        json.WriteStartArray("files");
        foreach (var file in report.Files)
        {
            json.WriteStartObject();
            json.WriteString("file", file.Name);
            json.WriteString("party", file.Party?.Code);
            if (file.ReportedYear is { } year) json.WriteNumber("reportedYear", year);
            else json.WriteNull("reportedYear");
            json.WriteString("version", file.Version);
            json.WriteString("state", file.State.ToString());
            json.WriteStartObject("results");
            foreach (var result in file.Results) json.WriteString(result.Rule, result.Result);
            json.WriteEndObject();
            ReportJson.WriteFindings(json, file.Findings);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
