using System.Globalization;
using System.Text;

namespace JcmInterop.Reporting.Spreadsheets;

/// <summary>The parts of a workbook package that only depend on the number of sheets and the time.</summary>
internal static class SpreadsheetPackage
{
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static IEnumerable<(string Path, string Content)> FixedParts(IReadOnlyList<string> sheetNames, DateTimeOffset writtenAt)
    {
        yield return ("[Content_Types].xml", ContentTypes(sheetNames.Count));
        yield return ("_rels/.rels", $"""
            {Declaration}<Relationships xmlns="{Relationships}"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
            """);
        yield return ("docProps/core.xml", CoreProperties(writtenAt));
        yield return ("xl/_rels/workbook.xml.rels", WorkbookRelationships(sheetNames.Count));
    }

    private static string ContentTypes(int sheets)
    {
        var xml = new StringBuilder(Declaration)
            .Append("""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">""")
            .Append("""<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>""")
            .Append("""<Default Extension="xml" ContentType="application/xml"/>""")
            .Append($"""<Override PartName="/xl/workbook.xml" ContentType="{Spreadsheet}.sheet.main+xml"/>""")
            .Append($"""<Override PartName="/xl/styles.xml" ContentType="{Spreadsheet}.styles+xml"/>""")
            .Append("""<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>""");
        for (var i = 1; i <= sheets; i++)
            xml.Append($"""<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{Spreadsheet}.worksheet+xml"/>""");
        return xml.Append("</Types>").ToString();
    }

    private static string WorkbookRelationships(int sheets)
    {
        var xml = new StringBuilder(Declaration).Append($"""<Relationships xmlns="{Relationships}">""");
        for (var i = 1; i <= sheets; i++)
            xml.Append($"""<Relationship Id="rId{i}" Type="{Office}/worksheet" Target="worksheets/sheet{i}.xml"/>""");
        return xml.Append($"""<Relationship Id="rId{sheets + 1}" Type="{Office}/styles" Target="styles.xml"/></Relationships>""").ToString();
    }

    private static string CoreProperties(DateTimeOffset writtenAt)
    {
        var time = writtenAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return $"""
            {Declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>JcmInterop</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">{time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{time}</dcterms:modified></cp:coreProperties>
            """;
    }
}
