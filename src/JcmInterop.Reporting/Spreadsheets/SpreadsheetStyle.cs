namespace JcmInterop.Reporting.Spreadsheets;

/// <summary>The cell styles a workbook has; the value is the index in its style sheet.</summary>
internal enum SpreadsheetStyle
{
    Plain = 0,
    Date = 1,
    Title = 2,
    Group = 3,
    Header = 4,
    Number = 5,
    Placeholder = 6,
    Wrapped = 7,
    Decimal = 8,
}
