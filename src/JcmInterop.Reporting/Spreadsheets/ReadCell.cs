using System.Globalization;
using System.Runtime.InteropServices;

namespace JcmInterop.Reporting.Spreadsheets;

/// <summary>A cell as read.</summary>
/// <param name="Column">Column, from 1.</param>
/// <param name="Raw">Text, or the number as the file writes it.</param>
/// <param name="Kind">What the file says it is.</param>
/// <param name="IsFormula">Whether the value is the remembered result of a formula.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ReadCell(int Column, string Raw, ReadCellKind Kind, bool IsFormula)
{
    // Spreadsheets count a 29 February 1900 that never was as day 60, so days before it lie one later than the same count says.
    private const int DayThatNeverWas = 60;
    private static readonly DateOnly Epoch = new(1899, 12, 30);
    private static readonly decimal LastDay = DateOnly.MaxValue.DayNumber - Epoch.DayNumber;

    /// <summary>The whole number, or nothing: also when it is too large for a spreadsheet to have kept every digit.</summary>
    public long? AsInteger() =>
        Kind == ReadCellKind.Number && decimal.TryParse(Raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && value == decimal.Truncate(value) && value is >= -SpreadsheetLimits.ExactNumberMax and <= SpreadsheetLimits.ExactNumberMax
            ? (long)value
            : null;

    /// <summary>The date of a date cell, its time of day dropped; nothing for other cells and for days that do not exist.</summary>
    public DateOnly? AsDate()
    {
        if (Kind != ReadCellKind.Date) return null;
        if (!decimal.TryParse(Raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return DateTime.TryParse(Raw, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var iso) ? DateOnly.FromDateTime(iso) : null;
        if (value < 1 || value >= LastDay + 1) return null;
        var day = (int)decimal.Truncate(value);
        return day == DayThatNeverWas ? null : Epoch.AddDays(day < DayThatNeverWas ? day + 1 : day);
    }
}
