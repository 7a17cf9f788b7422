using System.Globalization;

namespace JcmInterop.Reporting.Spreadsheets;

/// <summary>A cell as read: its column, its raw text, and whether it is a number shown as a date.</summary>
/// <param name="Column">Column, from 1.</param>
/// <param name="Raw">Text, or the number as the file writes it.</param>
/// <param name="IsNumber">Whether the cell is numeric.</param>
/// <param name="IsDate">Whether the number is shown as a date.</param>
internal sealed record ReadCell(int Column, string Raw, bool IsNumber, bool IsDate)
{
    private static readonly DateOnly Epoch = new(1899, 12, 30);
    private static readonly decimal LastDay = DateOnly.MaxValue.DayNumber - Epoch.DayNumber;

    /// <summary>The whole number, or nothing.</summary>
    public long? AsInteger() =>
        decimal.TryParse(Raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value == decimal.Truncate(value) && value is >= long.MinValue and <= long.MaxValue
            ? (long)value
            : null;

    /// <summary>The date of a date cell, its time of day dropped; nothing for other cells.</summary>
    public DateOnly? AsDate() =>
        IsDate && decimal.TryParse(Raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= 0 && value <= LastDay
            ? Epoch.AddDays((int)decimal.Truncate(value))
            : null;
}
