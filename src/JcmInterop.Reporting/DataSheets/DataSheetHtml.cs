using System.Net;
using JcmInterop.Reporting.Findings;
using JcmInterop.Reporting.Tables;

namespace JcmInterop.Reporting.DataSheets;

/// <summary>Writes a data sheet as one web page in English and Japanese that prints: no scripts, nothing fetched from elsewhere.</summary>
public static class DataSheetHtml
{
    private const string Style = """
        body { font-family: system-ui, sans-serif; margin: 2rem auto; padding: 0 1.5rem; max-width: 75rem; color: #1b1b1b; background: #fff; line-height: 1.45 }
        h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; margin: 2rem 0 .4rem; border-top: 1px solid #bbb; padding-top: .8rem } [lang=ja] { color: #444 }
        .scroll { overflow-x: auto } table { border-collapse: collapse; margin: .6rem 0; font-size: .85rem } caption { text-align: left; font-weight: bold; padding: .3rem 0; white-space: nowrap }
        th, td { border: 1px solid #999; padding: .25rem .45rem; text-align: left; vertical-align: top } th { background: #eef } td.number { text-align: right; font-variant-numeric: tabular-nums }
        .status { display: inline-block; font-size: .8rem; padding: .1rem .5rem; border: 1px solid; border-radius: .6rem; font-weight: normal }
        .Filled { color: #0a5c2b } .PartlyFilled { color: #7a4b00 } .ToBeWritten { color: #9b0020 }
        .write { border-left: .3rem solid #9b0020; padding: .2rem .8rem; margin: .6rem 0; background: #fdf3f4 } .write li { margin: .3rem 0 } .caution { background: #f3f3f3; padding: .5rem .8rem }
        @media print { body { margin: 0; max-width: none } .scroll { overflow: visible } h2 { break-after: avoid } table { font-size: 7pt } }
        """;

    /// <summary>Writes the page.</summary>
    public static void Write(DataSheet sheet, TextWriter output)
    {
        output.Write($"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{Escaped(sheet.Title.English)}, {sheet.Party}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n");
        output.Write($"<h1>{Both(sheet.Title)}</h1>\n<p>{sheet.Party}, {Escaped(sheet.Dates.ToString())}</p>\n<p class=\"caution\">{Both(DataSheet.Caution)}</p>\n");
        foreach (var section in sheet.Sections) WriteSection(section, output);
        output.Write("</body>\n</html>\n");
    }

    private static void WriteSection(SheetSection section, TextWriter output)
    {
        output.Write($"<section>\n<h2>{Escaped(section.Reference)} {Both(section.Heading)} <span class=\"status {section.Status}\">{Words(section.Status)}</span></h2>\n");
        foreach (var table in section.Tables) WriteTable(table, output);
        if (section.ToWrite.Count > 0)
        {
            output.Write("<div class=\"write\">\n<strong>To be written</strong> <span lang=\"ja\">要記入</span>\n<ul>\n");
            foreach (var item in section.ToWrite) output.Write($"<li>{Escaped(item.English)}<br><span lang=\"ja\">{Escaped(item.Japanese)}</span></li>\n");
            output.Write("</ul>\n</div>\n");
        }

        output.Write("</section>\n");
    }

    private static void WriteTable(TextTable table, TextWriter output)
    {
        if (table.Rows.Count == 0)
        {
            output.Write($"<p>{Escaped(table.Title)}: nothing in the record. <span lang=\"ja\">記録がありません。</span></p>\n");
            return;
        }

        output.Write($"<div class=\"scroll\" tabindex=\"0\">\n<table>\n<caption>{Escaped(table.Title)}</caption>\n<thead><tr>");
        foreach (var column in table.Columns) output.Write($"<th scope=\"col\">{Escaped(column.Header)}</th>");
        output.Write("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            output.Write("<tr>");
            for (var i = 0; i < row.Count; i++) output.Write(table.Columns[i].IsNumber ? $"<td class=\"number\">{Escaped(row[i])}</td>" : $"<td>{Escaped(row[i])}</td>");
            output.Write("</tr>\n");
        }

        output.Write("</tbody>\n</table>\n</div>\n");
    }

    private static string Words(SheetStatus status) => status switch
    {
        SheetStatus.Filled => "from the record 記録から",
        SheetStatus.PartlyFilled => "partly from the record 一部は記録から",
        SheetStatus.ToBeWritten => "to be written 要記入",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };

    private static string Both(BilingualText text) => $"{Escaped(text.English)} <span lang=\"ja\">{Escaped(text.Japanese)}</span>";

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
