using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace JcmInterop.Reporting.Spreadsheets;

/// <summary>The parts of a workbook that its sheets refer to: sheet list, shared strings, which styles are dates.</summary>
internal sealed class SpreadsheetParts
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = SpreadsheetLimits.PartBytesMax,
        CloseInput = true,
    };

    private readonly List<string> sharedStrings = [];
    private readonly List<bool> dateStyles = [];
    private long sharedTextLength;

    public SpreadsheetParts(ZipArchive archive)
    {
        var targets = Targets(archive);
        Sheets = SheetList(archive, targets);
        ReadSharedStrings(archive);
        ReadStyles(archive);
    }

    /// <summary>Name and part of each sheet, in order.</summary>
    public IReadOnlyList<(string Name, string Path)> Sheets { get; }

    public static XmlReader? Open(ZipArchive archive, string path)
    {
        var entry = archive.GetEntry(path);
        if (entry is null) return null;
        if (entry.Length > SpreadsheetLimits.PartBytesMax) throw TooLarge(path);
        if (entry.Length > SpreadsheetLimits.AnyRatioBytesMax && entry.Length / Math.Max(1, entry.CompressedLength) > SpreadsheetLimits.CompressionRatioMax)
            throw new SpreadsheetFormatException(
                $"Part {path} of the workbook would expand from {entry.CompressedLength} to {entry.Length} bytes; more than {SpreadsheetLimits.CompressionRatioMax} times is not read. Delete empty rows and save it again.");
        return Expanded(entry, path);
    }

    public static bool Read(XmlReader xml, string path) => Guarded(xml, path, x => x.Read());

    /// <summary>The text of a node; a long one is decoded only now, so this too can meet damage.</summary>
    public static string Value(XmlReader xml, string path) => Guarded(xml, path, x => x.Value);

    public static void Skip(XmlReader xml, string path)
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        while (Read(xml, path) && xml.Depth > depth) { }
    }

    public bool IsDateStyle(string? index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var style) && style < dateStyles.Count && dateStyles[style];

    public string SharedString(string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < sharedStrings.Count
            ? sharedStrings[i]
            : throw new SpreadsheetFormatException($"A cell refers to shared text {index}, which the workbook does not have.");

    private static T Guarded<T>(XmlReader xml, string path, Func<XmlReader, T> read)
    {
        try
        {
            return read(xml);
        }
        catch (XmlException fault)
        {
            throw Damaged(path, fault);
        }
        catch (InvalidDataException fault)
        {
            throw Damaged(path, fault);
        }
    }

    private static XmlReader Expanded(ZipArchiveEntry entry, string path)
    {
        try
        {
            return XmlReader.Create(new LimitedStream(entry.Open(), entry.Length, () => Misstated(path)), Settings);
        }
        catch (XmlException fault)
        {
            throw Damaged(path, fault);
        }
        catch (InvalidDataException fault)
        {
            throw Damaged(path, fault);
        }
    }

    private static SpreadsheetFormatException TooLarge(string path) => new($"Part {path} of the workbook is larger than {SpreadsheetLimits.PartBytesMax} bytes.");

    private static SpreadsheetFormatException Misstated(string path) => new($"Part {path} of the workbook is larger than the file says. Open it in a spreadsheet program and save it again.");

    private static SpreadsheetFormatException Damaged(string path, Exception fault) => new($"Part {path} of the workbook is damaged: {fault.Message}", fault);

    private static Dictionary<string, string> Targets(ZipArchive archive)
    {
        const string path = "xl/_rels/workbook.xml.rels";
        using var xml = Open(archive, path) ?? throw new SpreadsheetFormatException("The file is not an XLSX workbook: it has no workbook part. Save it as .xlsx and try again.");
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        while (Read(xml, path))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
                targets[id] = target.StartsWith('/') ? target[1..] : $"xl/{target}";
        }

        return targets;
    }

    private static List<(string, string)> SheetList(ZipArchive archive, Dictionary<string, string> targets)
    {
        const string path = "xl/workbook.xml";
        using var xml = Open(archive, path) ?? throw new SpreadsheetFormatException("The file is not an XLSX workbook: it has no workbook part. Save it as .xlsx and try again.");
        var sheets = new List<(string, string)>();
        while (Read(xml, path))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" } && xml.GetAttribute("date1904") is "1" or "true")
                throw new SpreadsheetFormatException("The workbook counts dates from 1904. Switch the workbook to the 1900 date system and save it again.");
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "sheet" }) continue;
            var id = xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
            if (xml.GetAttribute("name") is { } name && id is not null && targets.TryGetValue(id, out var target)) sheets.Add((name, target));
        }

        return sheets;
    }

    private void ReadSharedStrings(ZipArchive archive)
    {
        const string path = "xl/sharedStrings.xml";
        using var xml = Open(archive, path);
        if (xml is null) return;
        StringBuilder? item = null;
        while (Read(xml, path))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                if (sharedStrings.Count == SpreadsheetLimits.SharedStringsMax) throw new SpreadsheetFormatException($"The workbook has more than {SpreadsheetLimits.SharedStringsMax} shared texts.");
                item = new StringBuilder();
                if (xml.IsEmptyElement) sharedStrings.Add("");
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" }) Skip(xml, path);
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "si" }) Keep(item!.ToString());
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA) item?.Append(Value(xml, path));
        }
    }

    private void Keep(string item)
    {
        sharedTextLength += item.Length;
        if (item.Length > SpreadsheetLimits.TextLengthMax || sharedTextLength > SpreadsheetLimits.SharedTextMax)
            throw new SpreadsheetFormatException($"The shared texts of the workbook are longer than {SpreadsheetLimits.TextLengthMax} characters each or {SpreadsheetLimits.SharedTextMax} together.");
        sharedStrings.Add(item);
    }

    private void ReadStyles(ZipArchive archive)
    {
        const string path = "xl/styles.xml";
        using var xml = Open(archive, path);
        if (xml is null) return;
        var formats = new Dictionary<int, string>();
        var isInCellFormats = false;
        while (Read(xml, path))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "numFmt" } && int.TryParse(xml.GetAttribute("numFmtId"), out var id))
                formats[id] = xml.GetAttribute("formatCode") ?? "";
            if (xml.LocalName == "cellXfs") isInCellFormats = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (isInCellFormats && xml is { NodeType: XmlNodeType.Element, LocalName: "xf" })
                dateStyles.Add(int.TryParse(xml.GetAttribute("numFmtId"), out var format) && IsDateFormat(format, formats));
        }
    }

    // Built-in formats 14 to 22 and 45 to 47 are dates or times; a custom one is when it names years or days outside quotes.
    private static bool IsDateFormat(int id, Dictionary<int, string> formats)
    {
        if (id is (>= 14 and <= 22) or (>= 45 and <= 47)) return true;
        if (!formats.TryGetValue(id, out var code)) return false;
        var isQuoted = false;
        foreach (var c in code)
        {
            if (c == '"') isQuoted = !isQuoted;
            else if (!isQuoted && c is 'y' or 'Y' or 'd' or 'D') return true;
        }

        return false;
    }
}
