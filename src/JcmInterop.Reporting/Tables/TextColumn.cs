namespace JcmInterop.Reporting.Tables;

/// <summary>One column of a <see cref="TextTable"/>.</summary>
/// <param name="Header">Header text.</param>
/// <param name="IsNumber">Whether the cells are numbers and are aligned to the right.</param>
public sealed record TextColumn(string Header, bool IsNumber = false);
