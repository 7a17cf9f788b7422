using System.Text.RegularExpressions;

namespace JcmInterop.Reporting.Aef.Checks;

/// <summary>The two forms of an authorized timeframe: years of the common nomenclature, or worded as the checker expects.</summary>
internal static partial class AefTimeframe
{
    private const string Day = @"(?:\d{2}/)?(?:\d{2}/)?\d{4}";

    public static bool IsValid(string text) => Years().IsMatch(text) || Worded().IsMatch(text);

    [GeneratedRegex(@"^\d{4} - \d{4}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Years();

    [GeneratedRegex($@"^(?:Occurred: from {Day} to {Day}|Use: from {Day} to {Day}|Occurred: from {Day} to {Day}\. Use: from {Day} to {Day})\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Worded();
}
