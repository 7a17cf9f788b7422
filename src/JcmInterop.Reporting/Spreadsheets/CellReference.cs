using System.Globalization;

namespace JcmInterop.Reporting.Spreadsheets;

/// <summary>Cell addresses such as <c>AB12</c>; rows and columns count from 1.</summary>
internal static class CellReference
{
    /// <summary>Largest column of a worksheet.</summary>
    public const int ColumnMax = 16_384;

    public static string Of(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{ColumnName(column)}{row}");

    public static string ColumnName(int column)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(column, 1);
        Span<char> letters = stackalloc char[4];
        var at = letters.Length;
        for (var rest = column; rest > 0; rest = (rest - 1) / 26) letters[--at] = (char)('A' + ((rest - 1) % 26));
        return new string(letters[at..]);
    }

    /// <summary>The column of an address, or nothing when the text is not one.</summary>
    public static int? ColumnOf(ReadOnlySpan<char> reference)
    {
        var column = 0;
        foreach (var letter in reference)
        {
            if (!char.IsAsciiLetterUpper(letter)) break;
            column = (column * 26) + (letter - 'A' + 1);
            if (column > ColumnMax) return null;
        }

        return column == 0 ? null : column;
    }

    /// <summary>The corners of a range such as <c>B4:D4</c>, both included; zeros where the text is no range.</summary>
    public static ((int Column, int Row) First, (int Column, int Row) Last) RangeOf(string range)
    {
        var colon = range.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (CornerOf(range), CornerOf(range)) : (CornerOf(range.AsSpan(0, colon)), CornerOf(range.AsSpan(colon + 1)));
    }

    private static (int Column, int Row) CornerOf(ReadOnlySpan<char> reference) => (
        ColumnOf(reference) ?? 0,
        int.TryParse(reference.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0);
}
