namespace JcmInterop.Reporting.Spreadsheets;

/// <summary>A row as read; empty cells are left out.</summary>
/// <param name="Number">Row, from 1.</param>
/// <param name="Cells">Its cells, in order of columns; valid until the next row is read.</param>
internal sealed record ReadRow(int Number, IReadOnlyList<ReadCell> Cells);
