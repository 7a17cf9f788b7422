using System.Globalization;
using System.Text.Json;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef.Json;

/// <summary>Reads a submission from JSON with technical names.</summary>
public static class AefJsonReader
{
    /// <summary>Largest file read, in bytes.</summary>
    public const int BytesMax = 256 << 20;

    private const int DepthMax = 8;

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">The text is no JSON of this format; the message names the place.</exception>
    public static AefFile Read(ReadOnlyMemory<byte> utf8, AefFieldTable fields)
    {
        if (utf8.Length > BytesMax) throw new FormatException($"The file is larger than {BytesMax} bytes.");
        using var json = Parse(utf8);
        if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("format", out var format) || format.ToString() != AefJsonWriter.Format)
            throw new FormatException($"The file is not a submission: its member /format must be \"{AefJsonWriter.Format}\".");
        var findings = new List<Finding>();
        var tables = new Dictionary<AefTable, IReadOnlyList<AefRecord>>();
        foreach (var layout in fields.Layouts)
        {
            if (!json.RootElement.TryGetProperty(layout.JsonName, out var table)) findings.Add(AefReadingFindings.MissingSheet(layout));
            else if (layout.IsVertical) tables[layout.Table] = [Record(layout, table, $"/{layout.JsonName}", 1, findings)];
            else if (table.ValueKind != JsonValueKind.Array) throw new FormatException($"/{layout.JsonName} must be an array.");
            else tables[layout.Table] = [.. table.EnumerateArray().Select((row, i) => Record(layout, row, $"/{layout.JsonName}/{i}", i + 1, findings))];
        }

        return new AefFile(fields, tables, findings);
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            return JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = DepthMax, AllowDuplicateProperties = false });
        }
        catch (JsonException fault)
        {
            throw new FormatException($"The file is not JSON: line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}: {fault.Message}", fault);
        }
    }

    private static AefRecord Record(AefTableLayout layout, JsonElement row, string pointer, int number, List<Finding> findings)
    {
        if (row.ValueKind != JsonValueKind.Object) throw new FormatException($"{pointer} must be an object.");
        var values = new Dictionary<string, AefCell>(StringComparer.Ordinal);
        foreach (var member in row.EnumerateObject())
        {
            var field = layout.Fields.FirstOrDefault(f => string.Equals(f.TechnicalName, member.Name, StringComparison.Ordinal));
            if (field is null) findings.Add(AefReadingFindings.UnknownMember(Member(pointer, member.Name), member.Name));
            else if (Cell(field, member.Value, Member(pointer, member.Name)) is { IsEmpty: false } cell) values[field.TechnicalName] = cell;
        }

        return new AefRecord(layout, number, values, field => Member(pointer, field.TechnicalName));
    }

    private static AefCell Cell(AefField field, JsonElement value, string pointer) => value.ValueKind switch
    {
        JsonValueKind.Null => AefCell.Empty,
        JsonValueKind.Number when value.TryGetInt64(out var number) => AefCell.OfNumber(number),
        JsonValueKind.String when IsDate(field) && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) =>
            AefCell.OfDate(date),
        JsonValueKind.String => AefCell.OfText(value.GetString()),
        _ => throw new FormatException($"{pointer} must be a text, a whole number or null."),
    };

    // RFC 6901: a slash inside a name is escaped.
    private static string Member(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    private static bool IsDate(AefField field) => field.Format is AefFieldFormat.Date or AefFieldFormat.ActionDate;
}
