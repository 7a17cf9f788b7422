namespace JcmInterop.Reporting.Spreadsheets;

/// <summary>A file is not a readable workbook; the message names the place and what to do.</summary>
public sealed class SpreadsheetFormatException : FormatException
{
    internal SpreadsheetFormatException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
