using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using JcmInterop.Messages.Canonical;

namespace JcmInterop.Messages.Json;

/// <summary>Turns what the framework says about a text into a sentence for people, with a JSON Pointer.</summary>
internal static partial class JsonSentences
{
    public static JsonFault Fault(ReadOnlySpan<byte> json, JsonException exception)
    {
        var place = JsonPlaces.Of(json, exception, JsonBounds.WireDepthMax);
        // Of a member that is missing, the framework names the last member before the end of the object.
        var pointer = Missing().IsMatch(exception.Message) ? JsonPlaces.ObjectEndingAt(json, JsonPlaces.Offset(json, exception), JsonBounds.WireDepthMax)
            : exception.Path is { } path ? Pointer(path)
            : place.Pointer;
        return place with { Pointer = pointer, Sentence = Sentence(exception.Message, pointer) };
    }

    /// <summary>The JSON Pointer of a path such as <c>$.transfers[0].units</c>.</summary>
    public static string Pointer(string path)
    {
        var pointer = new StringBuilder();
        foreach (Match step in Step().Matches(path))
        {
            var name = step.Groups["quoted"] is { Success: true } quoted ? quoted.Value : step.Groups["plain"].Value;
            pointer.Append('/').Append(JsonPlaces.Escape(name));
        }

        return pointer.ToString();
    }

    private static string Sentence(string message, string pointer)
    {
        if (message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal)) return $"The member '{Last(pointer)}' is unknown.";
        if (Missing().Match(message) is { Success: true } missing) return $"Missing: {missing.Groups["names"].Value}.";
        if (message.StartsWith("Duplicate property", StringComparison.Ordinal)) return $"The member '{Last(pointer)}' occurs twice.";
        if (message.Contains("could not be converted to", StringComparison.Ordinal)) return "The value has another type than its member.";
        if (message.Contains("doesn't allow null values", StringComparison.Ordinal)) return $"The member '{Last(pointer)}' cannot be null.";
        if (message.Contains("type discriminator", StringComparison.Ordinal)) return "The value is of no kind that is known here.";
        return JsonPlaces.Sentence(message);
    }

    private static string Last(string pointer) => pointer[(pointer.LastIndexOf('/') + 1)..];

    [GeneratedRegex(@"\['(?<quoted>[^']*)'\]|[.\[](?<plain>[^.\[\]]+)\]?", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Step();

    [GeneratedRegex(@"missing required properties including: (?<names>[^.]*)\.", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Missing();
}
