namespace JcmInterop.Reporting.Imports;

/// <summary>One record of a CSV file with the line on which it begins.</summary>
internal sealed record CsvRow(int Line, string[] Cells);
