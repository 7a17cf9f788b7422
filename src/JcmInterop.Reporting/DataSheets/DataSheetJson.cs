using System.Text.Json;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.DataSheets;

/// <summary>Writes a data sheet as JSON (<c>data-sheet/1</c>).</summary>
public static class DataSheetJson
{
    /// <summary>Writes the sheet; the stream stays open.</summary>
    public static void Write(DataSheet sheet, Stream output)
    {
        using var json = new Utf8JsonWriter(output, ReportJson.WriterOptions);
        json.WriteStartObject();
        json.WriteString("format", "data-sheet/1");
        json.WriteString("sheet", sheet.Name);
        ReportJson.WriteText(json, "title", sheet.Title);
        json.WriteString("party", sheet.Party.Code);
        ReportJson.WriteDates(json, sheet.Dates);
        ReportJson.WriteText(json, "caution", DataSheet.Caution);
        json.WriteStartArray("sections");
        foreach (var section in sheet.Sections) WriteSection(json, section);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSection(Utf8JsonWriter json, SheetSection section)
    {
        json.WriteStartObject();
        json.WriteString("reference", section.Reference);
        ReportJson.WriteText(json, "heading", section.Heading);
        json.WriteString("status", section.Status.ToString());
        json.WriteStartArray("tables");
        foreach (var table in section.Tables)
        {
            json.WriteStartObject();
            json.WriteString("title", table.Title);
            json.WriteStartArray("columns");
            foreach (var column in table.Columns) json.WriteStringValue(column.Header);
            json.WriteEndArray();
            json.WriteStartArray("rows");
            foreach (var row in table.Rows)
            {
                json.WriteStartArray();
                foreach (var cell in row) json.WriteStringValue(cell);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("toWrite");
        foreach (var item in section.ToWrite)
        {
            json.WriteStartObject();
            json.WriteString("en", item.English);
            json.WriteString("ja", item.Japanese);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
