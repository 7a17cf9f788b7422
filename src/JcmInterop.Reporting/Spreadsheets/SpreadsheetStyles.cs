using DocumentFormat.OpenXml.Spreadsheet;

namespace JcmInterop.Reporting.Spreadsheets;

/// <summary>The style sheet: one cell format per <see cref="SpreadsheetStyle"/>, in its order.</summary>
internal static class SpreadsheetStyles
{
    private const uint DateFormat = 164;
    private const uint DecimalFormat = 165;
    private const uint WholeNumberFormat = 3;

    public static Stylesheet Sheet() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = DateFormat, FormatCode = "dd/mm/yyyy" },
            new NumberingFormat { NumberFormatId = DecimalFormat, FormatCode = "#,##0.000" }) { Count = 2 },
        new Fonts(
            new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }),
            new Font(new Bold(), new FontSize { Val = 14 }, new FontName { Val = "Calibri" }),
            new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" }),
            new Font(new Italic(), new FontSize { Val = 11 }, new Color { Rgb = "FF595959" }, new FontName { Val = "Calibri" })) { Count = 4 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFD9E1F2" }) { PatternType = PatternValues.Solid })) { Count = 3 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())) { Count = 1 },
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        new CellFormats(
            Format(0, 0, 0),
            Format(DateFormat, 0, 0),
            Format(0, 1, 0),
            Format(0, 2, 2),
            Wrapped(Format(0, 2, 2)),
            Format(WholeNumberFormat, 0, 0),
            Wrapped(Format(0, 3, 0)),
            Wrapped(Format(0, 0, 0)),
            Format(DecimalFormat, 0, 0)) { Count = 9 });

    private static CellFormat Format(uint number, uint font, uint fill) => new()
    {
        NumberFormatId = number,
        FontId = font,
        FillId = fill,
        BorderId = 0,
        FormatId = 0,
        ApplyNumberFormat = number != 0,
        ApplyFont = font != 0,
        ApplyFill = fill != 0,
    };

    private static CellFormat Wrapped(CellFormat format)
    {
        format.Alignment = new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top };
        format.ApplyAlignment = true;
        return format;
    }
}
