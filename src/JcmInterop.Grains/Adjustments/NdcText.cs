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
        json.WriteString("method", Word(statement.Method));
        json.WriteString("methodReference", statement.Method switch
        {
            AdjustmentMethod.SingleYearTrajectory => "7(a)(i)",
            AdjustmentMethod.SingleYearAveraging => "7(a)(ii)",
            AdjustmentMethod.MultiYear => "7(b)",
            _ => throw new InvalidOperationException("Unknown adjustment method."),
        });
        json.WriteString("basis", Word(statement.Basis));
        json.WriteString("metric", statement.Metric.ToString());
        json.WriteString("statedOn", statement.StatedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("source", statement.Source);
    }

    /// <summary>A method or basis as the configuration says it, for example <c>multi-year</c>.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
