using System.Globalization;

namespace JcmInterop.Messages.Json;

/// <summary>Instants on the wire: UTC with whole milliseconds, always <c>yyyy-MM-ddTHH:mm:ss.fffZ</c>.</summary>
public static class WireInstant
{
    /// <summary>Length of the text, in characters.</summary>
    public const int Length = 24;

    // The framework's own form is the same with seven decimals instead of three, and is written several times as fast as any other.
    private const string RoundTrip = "O";
    private const int RoundTripLength = 28;

    private const string Pattern = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The text of an instant; finer parts than a millisecond are cut off.</summary>
    public static string Format(DateTimeOffset instant) => string.Create(Length, instant, (text, of) =>
    {
        Span<char> whole = stackalloc char[RoundTripLength];
        of.UtcDateTime.TryFormat(whole, out _, RoundTrip, CultureInfo.InvariantCulture);
        whole[..(Length - 1)].CopyTo(text);
        text[^1] = 'Z';
    });

    /// <summary>Writes the text as UTF-8.</summary>
    /// <returns>Its length.</returns>
    public static int Format(DateTimeOffset instant, Span<byte> text)
    {
        Span<byte> whole = stackalloc byte[RoundTripLength];
        instant.UtcDateTime.TryFormat(whole, out _, RoundTrip, CultureInfo.InvariantCulture);
        whole[..(Length - 1)].CopyTo(text);
        text[Length - 1] = (byte)'Z';
        return Length;
    }

    /// <summary>Reads exactly the form <see cref="Format(DateTimeOffset)"/> writes.</summary>
    public static bool TryParse(string? text, out DateTimeOffset instant) => DateTimeOffset.TryParseExact(
        text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);

    /// <summary>The instant cut to whole milliseconds in UTC, as the wire can say it.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset instant) => DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());
}
