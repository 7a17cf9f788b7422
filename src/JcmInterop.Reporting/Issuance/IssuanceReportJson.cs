using System.Globalization;
using System.Text.Json;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Issuance;

/// <summary>Writes the report as JSON (<c>issuance-reconciliation/1</c>).</summary>
public static class IssuanceReportJson
{
    /// <summary>Writes the report; the stream stays open.</summary>
    public static void Write(IssuanceReport report, Stream output)
    {
        using var json = new Utf8JsonWriter(output, ReportJson.WriterOptions);
        json.WriteStartObject();
        json.WriteString("format", "issuance-reconciliation/1");
        json.WriteString("registry", report.Registry.ToString());
        json.WriteString("asOf", Day(report.AsOf));
        json.WriteNumber("lateAfterDays", report.LateAfterDays);
        json.WriteStartArray("lines");
        foreach (var line in report.Lines) WriteLine(json, line);
        json.WriteEndArray();
        json.WriteStartArray("projects");
        foreach (var total in report.Projects) WriteTotals(json, total);
        json.WriteEndArray();
        json.WritePropertyName("total");
        WriteTotals(json, report.Total);
        ReportJson.WriteFindings(json, report.Findings);
        json.WriteEndObject();
    }

    private static void WriteLine(Utf8JsonWriter json, IssuanceLine line)
    {
        json.WriteStartObject();
        json.WriteString("project", line.Decision.Project);
        json.WriteString("monitoringFrom", Day(line.Decision.Period.From));
        json.WriteString("monitoringTo", Day(line.Decision.Period.To));
        json.WriteString("decidedOn", Day(line.Decision.DecidedOn));
        json.WriteStartArray("legs");
        foreach (var leg in line.Legs)
        {
            json.WriteStartObject();
            json.WriteString("side", leg.Side.ToString());
            json.WriteNumber("notifiedTonnes", leg.Notified.Tonnes);
            json.WriteNumber("issuedTonnes", leg.Issued.Tonnes);
            json.WriteString("issuedOn", Day(leg.IssuedOn));
            json.WriteString("state", leg.State.ToString());
            if (leg.LagDays is { } lag) json.WriteNumber("lagDays", lag);
            json.WriteNumber("lateDays", leg.LateDays);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTotals(Utf8JsonWriter json, IssuanceTotals totals)
    {
        json.WriteStartObject();
        json.WriteString("name", totals.Name);
        json.WriteNumber("notifiedTonnes", totals.Notified.Tonnes);
        json.WriteNumber("issuedTonnes", totals.Issued.Tonnes);
        json.WriteNumber("pendingTonnes", totals.Pending.Tonnes);
        json.WriteStartObject("sides");
        foreach (var (side, figures) in totals.Sides)
        {
            json.WriteStartObject(side.ToString());
            json.WriteNumber("notifiedTonnes", figures.Notified.Tonnes);
            json.WriteNumber("issuedTonnes", figures.Issued.Tonnes);
            json.WriteNumber("pendingTonnes", figures.Pending.Tonnes);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
