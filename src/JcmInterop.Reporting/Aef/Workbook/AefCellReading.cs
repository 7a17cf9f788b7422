using JcmInterop.Reporting.Spreadsheets;

namespace JcmInterop.Reporting.Aef.Workbook;

/// <summary>Turns spreadsheet cells into values and tells which of them a spreadsheet cannot be trusted with.</summary>
internal static class AefCellReading
{
    /// <summary>Reads a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="sheetName">Its sheet.</param>
    /// <param name="row">Its row.</param>
    /// <param name="found">Receives findings.</param>
    public static AefCell Of(ReadCell cell, string sheetName, int row, AefFindingList found)
    {
        if (cell.IsFormula) found.Add(AefReadingFindings.Formula(Place(cell, sheetName, row), cell.Raw));
        switch (cell.Kind)
        {
            case ReadCellKind.Date:
                if (cell.AsDate() is { } date) return AefCell.OfDate(date);
                if (cell.Raw.Length > 0) found.Add(AefReadingFindings.NoSuchDay(Place(cell, sheetName, row), cell.Raw));
                return AefCell.OfText(cell.Raw);
            case ReadCellKind.Number:
                if (cell.AsInteger() is { } number) return AefCell.OfNumber(number);
                if (IsTooLong(cell.Raw)) found.Add(AefReadingFindings.LostDigits(Place(cell, sheetName, row), cell.Raw));
                return AefCell.OfText(cell.Raw);
            case ReadCellKind.Error:
                found.Add(AefReadingFindings.FailedCalculation(Place(cell, sheetName, row), cell.Raw));
                return AefCell.OfText(cell.Raw);
            case ReadCellKind.Boolean:
                return AefCell.OfText(cell.Raw == "1" ? "TRUE" : "FALSE");
            case ReadCellKind.Text:
                return AefCell.OfText(cell.Raw.Trim());
            default:
                throw new ArgumentOutOfRangeException(nameof(cell), cell.Kind, "Unknown kind of cell.");
        }
    }

    private static string Place(ReadCell cell, string sheetName, int row) => $"{sheetName}!{CellReference.Of(cell.Column, row)}";

    private static bool IsTooLong(string raw) =>
        !decimal.TryParse(raw, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var value)
        || Math.Abs(value) > SpreadsheetLimits.ExactNumberMax;
}
