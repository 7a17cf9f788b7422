using System.Text.Json;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef.Json;

/// <summary>Writes a submission as JSON: the same content as the workbook, under the technical names.</summary>
public static class AefJsonWriter
{
    /// <summary>Name of the format, its first member.</summary>
    public const string Format = "aef-json/1";

    private const int FlushBytes = 1 << 16;

    /// <summary>Writes the submission; the stream stays open. Rows are written as they come.</summary>
    public static void Write(AefDocument document, AefFieldTable fields, AefProfile profile, Stream output)
    {
        var projection = new AefProjection(profile);
        using var json = new Utf8JsonWriter(output, ReportJson.WriterOptions);
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteString("fieldTable", fields.Id);
        json.WriteString("profile", profile.Name);
        var submission = fields[AefTable.Submission];
        json.WritePropertyName(submission.JsonName);
        WriteRow(json, submission, projection.Cells(submission, document.Submission));
        WriteTable(json, fields[AefTable.Authorizations], document.Authorizations, projection.Cells);
        WriteTable(json, fields[AefTable.Actions], document.Actions, projection.Cells);
        WriteTable(json, fields[AefTable.Holdings], document.Holdings, projection.Cells);
        WriteTable(json, fields[AefTable.AuthorizedEntities], document.Entities, projection.Cells);
        json.WriteEndObject();
    }

    private static void WriteTable<TRow>(Utf8JsonWriter json, AefTableLayout layout, IEnumerable<TRow> rows, Func<AefTableLayout, TRow, AefCell[]> cells)
    {
        json.WriteStartArray(layout.JsonName);
        foreach (var row in rows)
        {
            WriteRow(json, layout, cells(layout, row));
            if (json.BytesPending > FlushBytes) json.Flush();
        }

        json.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter json, AefTableLayout layout, AefCell[] cells)
    {
        json.WriteStartObject();
        foreach (var (field, cell) in layout.Fields.Zip(cells))
        {
            if (cell.Kind == AefCellKind.Integer) json.WriteNumber(field.TechnicalName, cell.Number);
            else if (!cell.IsEmpty) json.WriteString(field.TechnicalName, cell.ToString());
        }

        json.WriteEndObject();
    }
}
