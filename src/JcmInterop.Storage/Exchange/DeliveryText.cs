using System.Diagnostics.CodeAnalysis;

namespace JcmInterop.Storage.Exchange;

/// <summary>Bounds the texts kept with a delivery.</summary>
internal static class DeliveryText
{
    private const char Nul = '\0';
    private const char Unreadable = '\uFFFD';

    /// <summary>The text within its limit, and without what a database cannot keep as text: no NUL, and no half of a character.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Cut(string? text)
    {
        if (text is null) return null;
        var cut = text.Length <= DeliveryState.TextLengthMax ? text : text[..DeliveryState.TextLengthMax];
        var isWhole = !cut.Contains(Nul) && cut.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0;
        return isWhole ? cut : string.Concat(cut.EnumerateRunes().Select(rune => rune.Value == Nul ? Unreadable.ToString() : rune.ToString()));
    }
}
