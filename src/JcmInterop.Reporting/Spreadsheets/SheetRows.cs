using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace JcmInterop.Reporting.Spreadsheets;

/// <summary>Writes the rows of one sheet, in ascending order of rows and of columns.</summary>
internal sealed class SheetRows(OpenXmlWriter xml) : IDisposable
{
    /// <summary>Largest number a spreadsheet shows without losing digits; longer ones are written as text.</summary>
    private const long ExactNumberMax = 999_999_999_999_999;

    private const string NumberType = "n";
    private const string TextType = "inlineStr";
    private static readonly DateOnly Epoch = new(1899, 12, 30);

    private readonly Cell cellElement = new();
    private readonly Row rowElement = new();
    private readonly InlineString inlineElement = new();
    private readonly Text textElement = new();
    private readonly CellValue valueElement = new();
    private int row;
    private bool isRowOpen;

    /// <summary>Starts a row.</summary>
    public void Row(int number)
    {
        if (number <= row) throw new InvalidOperationException($"Row {number} does not follow row {row}.");
        CloseRow();
        row = number;
        xml.WriteStartElement(rowElement, [new OpenXmlAttribute("r", "", number.ToString(CultureInfo.InvariantCulture))]);
        isRowOpen = true;
    }

    /// <summary>Writes a text; nothing for an empty one.</summary>
    public void Text(int column, string? text, SpreadsheetStyle style = SpreadsheetStyle.Plain)
    {
        if (string.IsNullOrEmpty(text)) return;
        Start(column, TextType, style);
        xml.WriteStartElement(inlineElement);
        xml.WriteStartElement(textElement, text[0] == ' ' || text[^1] == ' ' || text.Contains('\n', StringComparison.Ordinal)
            ? [new OpenXmlAttribute("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve")]
            : []);
        xml.WriteString(Printable(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Writes a whole number.</summary>
    public void Number(int column, long number, SpreadsheetStyle style = SpreadsheetStyle.Plain)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        if (Math.Abs(number) > ExactNumberMax) Text(column, text, style);
        else Value(column, text, style);
    }

    /// <summary>Writes a decimal number as it is, without rounding.</summary>
    public void Decimal(int column, decimal number, SpreadsheetStyle style = SpreadsheetStyle.Plain) =>
        Value(column, number.ToString(CultureInfo.InvariantCulture), style);

    /// <summary>Writes a real date cell.</summary>
    public void Date(int column, DateOnly date) =>
        Value(column, (date.DayNumber - Epoch.DayNumber).ToString(CultureInfo.InvariantCulture), SpreadsheetStyle.Date);

    /// <summary>Closes the last row.</summary>
    public void Dispose() => CloseRow();

    // Characters XML cannot carry would make the whole file unreadable.
    private static string Printable(string text) =>
        text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) ? c : '\uFFFD'));

    private void Value(int column, string value, SpreadsheetStyle style)
    {
        Start(column, NumberType, style);
        xml.WriteStartElement(valueElement);
        xml.WriteString(value);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Start(int column, string type, SpreadsheetStyle style)
    {
        var reference = new OpenXmlAttribute("r", "", CellReference.Of(column, row));
        var kind = new OpenXmlAttribute("t", "", type);
        xml.WriteStartElement(cellElement, style == SpreadsheetStyle.Plain
            ? [reference, kind]
            : [reference, new OpenXmlAttribute("s", "", ((int)style).ToString(CultureInfo.InvariantCulture)), kind]);
    }

    private void CloseRow()
    {
        if (isRowOpen) xml.WriteEndElement();
        isRowOpen = false;
    }
}
