namespace JcmInterop.Reporting.Aef;

/// <summary>Texts as people type them, folded to what they mean.</summary>
internal static class AefText
{
    private const char FullWidthFirst = '\uFF01';
    private const char FullWidthLast = '\uFF5E';
    private const int FullWidthOffset = 0xFEE0;

    /// <summary>Full-width letters and digits made half-width, every run of white space one blank, ends trimmed.</summary>
    public static string Folded(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('!', '~') && text.Length > 0) return text;
        Span<char> folded = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) folded[length++] = c is >= FullWidthFirst and <= FullWidthLast ? (char)(c - FullWidthOffset) : c;
            else if (length > 0 && folded[length - 1] != ' ') folded[length++] = ' ';
        }

        if (length > 0 && folded[length - 1] == ' ') length--;
        return folded[..length].SequenceEqual(text) ? text : new string(folded[..length]);
    }

    /// <summary>Whether two labels read the same but for letter case, width and white space.</summary>
    public static bool IsAlike(string one, string other) => string.Equals(Folded(one), Folded(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>A value cut short enough for a finding.</summary>
    public static string Short(string value) => value.Length <= 120 ? value : value[..119] + "…";
}
