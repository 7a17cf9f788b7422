using System.Globalization;

namespace JcmInterop.Cli.Demonstration.Figures;

/// <summary>One figure the demonstration must reach.</summary>
/// <param name="Id">Stable name, for programs.</param>
/// <param name="English">What it says, in English.</param>
/// <param name="Japanese">What it says, in Japanese.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Actual">What came out.</param>
internal sealed record Figure(string Id, string English, string Japanese, string Expected, string Actual)
{
    /// <summary>Whether it came out as expected.</summary>
    public bool IsReached => string.Equals(Expected, Actual, StringComparison.Ordinal);

    /// <summary>A number.</summary>
    public static Figure Of(string id, string english, string japanese, long expected, long actual) =>
        new(id, english, japanese, expected.ToString(CultureInfo.InvariantCulture), actual.ToString(CultureInfo.InvariantCulture));
}
