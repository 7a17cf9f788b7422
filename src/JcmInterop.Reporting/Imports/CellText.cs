using System.Globalization;

namespace JcmInterop.Reporting.Imports;

/// <summary>Reads numbers and dates from the text of a cell and says precisely why one cannot be read.</summary>
internal static class CellText
{
    /// <summary>A whole number, zero or more, in ASCII digits without separators.</summary>
    public static ImportProblem? Quantity(string text, out long number)
    {
        number = 0;
        if (text.Length > 0 && text.All(char.IsAsciiDigit))
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) ? null : ImportProblem.TooLarge;
        if (HasFullWidth(text)) return ImportProblem.FullWidth;
        if (text.Length == 0 || !text.All(c => char.IsAsciiDigit(c) || c is '-' or '−' or '+' or '.' or ',' or '\'' or ' ' or '\u00A0' or '\u202F'))
            return ImportProblem.NotWholeNumber;
        if (text[0] is '-' or '−') return ImportProblem.Negative;
        if (text.Count(c => c == '.') == 1 && !text.Contains(',', StringComparison.Ordinal)) return ImportProblem.Fraction;
        return text.Any(c => c is ',' or '.' or '\'' or ' ' or '\u00A0' or '\u202F') ? ImportProblem.ThousandsSeparator : ImportProblem.NotWholeNumber;
    }

    /// <summary>A day written year-month-day.</summary>
    public static ImportProblem? Date(string text, out DateOnly date)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)) return null;
        if (HasFullWidth(text)) return ImportProblem.FullWidth;
        var hasForm = text.Length == 10 && text.Select((c, place) => place is 4 or 7 ? c == '-' : char.IsAsciiDigit(c)).All(fits => fits);
        return hasForm ? ImportProblem.NoSuchDay : ImportProblem.DateForm;
    }

    /// <summary>Whether a text has letters, digits or marks in full width, as Japanese input methods write them.</summary>
    public static bool HasFullWidth(string text) => text.Any(c => c is (>= '\uFF01' and <= '\uFF5E') or '\u3000' || (char.IsDigit(c) && !char.IsAsciiDigit(c)));
}
