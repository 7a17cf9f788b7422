using System.Globalization;
using System.Text.Json;
using JcmInterop.Domain.Adjustments;

namespace JcmInterop.Grains.Adjustments;

/// <summary>Writes how an NDC is accounted for.</summary>
public static class NdcText
{
    /// <summary>Writes period, method, basis, metric and where they are stated, as members of an open object.</summary>
    public static void WriteMembers(Utf8JsonWriter json, NdcStatement statement)
    {
        json.WriteStartObject("period");
        json.WriteNumber("firstYear", statement.Period.FirstYear);
        json.WriteNumber("finalYear", statement.Period.LastYear);
        json.WriteEndObject();
        json.WriteString("method", AdjustmentNames.Word(statement.Method));
        json.WriteString("methodReference", statement.Method.Paragraph());
        json.WriteString("basis", AdjustmentNames.Word(statement.Basis));
        json.WriteString("metric", statement.Metric.ToString());
        json.WriteString("statedOn", statement.StatedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("source", statement.Source);
    }
}
