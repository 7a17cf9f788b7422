using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using JcmInterop.Reporting.Aef;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Spreadsheets;

namespace JcmInterop.Benchmarks.Aef;

/// <summary>The loop anybody would write with the Open XML SDK: one element object per cell, streamed. The cells are made beforehand and used again and again.</summary>
internal static class BareOpenXml
{
    private const int PreparedRows = 1_000;
    private static readonly DateOnly Epoch = new(1899, 12, 30);

    public static void Write(int rows, string path)
    {
        var layout = AefVersion2.Fields[AefTable.Actions];
        var projection = new AefProjection(AefProfile.Checker);
        var prepared = Enumerable.Range(0, PreparedRows).Select(i => projection.Cells(layout, AefRowsOfBenchmark.Row(i))).ToList();
        var columns = layout.Fields.Select(f => CellReference.ColumnName(layout.ColumnOf(f))).ToList();
        using var document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        document.CompressionOption = CompressionOption.SuperFast;
        var workbook = document.AddWorkbookPart();
        var sheet = workbook.AddNewPart<WorksheetPart>();
        using (var xml = OpenXmlWriter.Create(sheet))
        {
            xml.WriteStartElement(new Worksheet());
            xml.WriteStartElement(new SheetData());
            for (var i = 0; i < rows; i++)
            {
                xml.WriteStartElement(new Row { RowIndex = (uint)(i + 9) });
                var cells = prepared[i % PreparedRows];
                for (var c = 0; c < cells.Length; c++)
                {
                    if (!cells[c].IsEmpty) xml.WriteElement(Cell(cells[c], $"{columns[c]}{i + 9}"));
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = "Table 3 Actions", SheetId = 1, Id = workbook.GetIdOfPart(sheet) }));
    }

    private static Cell Cell(AefCell cell, string reference) => cell.Kind switch
    {
        AefCellKind.Text => new Cell(new InlineString(new Text(cell.ToString()))) { CellReference = reference, DataType = CellValues.InlineString },
        AefCellKind.Date => new Cell(new CellValue(cell.Date.DayNumber - Epoch.DayNumber)) { CellReference = reference, StyleIndex = 1 },
        _ => new Cell(new CellValue(cell.ToString())) { CellReference = reference },
    };
}
