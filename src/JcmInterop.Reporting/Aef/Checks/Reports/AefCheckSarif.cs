using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef.Checks.Reports;

/// <summary>Writes the check in the Static Analysis Results Interchange Format (SARIF 2.1.0), which build servers show beside the files.</summary>
public static class AefCheckSarif
{
    /// <summary>Writes the report; the stream stays open.</summary>
    public static void Write(AefCheckReport report, Stream output)
    {
        using var json = new Utf8JsonWriter(output, ReportJson.WriterOptions);
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json);
        json.WriteStartArray("results");
        foreach (var file in report.Files)
        {
            foreach (var finding in file.Findings) WriteResult(json, file, finding);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "jcm aef check");
        json.WriteStartArray("rules");
        foreach (var rule in AefRules.All)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            WriteMessage(json, "shortDescription", rule.Demand.English);
            WriteMessage(json, "fullDescription", $"{rule.Demand.English} {rule.Demand.Japanese}");
            WriteMessage(json, "help", rule.Basis);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, AefFileReport file, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule);
        json.WriteString("level", finding.Severity switch
        {
            FindingSeverity.Error => "error",
            FindingSeverity.Warning => "warning",
            _ => "note",
        });
        WriteMessage(json, "message", $"{finding.Place}: {finding.Reason.English} {finding.Remedy.English} / {finding.Reason.Japanese}{finding.Remedy.Japanese}");
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Uri.EscapeDataString(file.Name.Replace('\\', '/')).Replace("%2F", "/", StringComparison.Ordinal));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", finding.Place);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("place/v1", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{finding.Rule}\n{finding.Place}\n{finding.Value}")))[..32]);
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("value", finding.Value);
        json.WriteString("basis", finding.Basis);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
