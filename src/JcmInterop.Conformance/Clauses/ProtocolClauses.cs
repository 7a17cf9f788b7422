using System.Reflection;
using System.Text.RegularExpressions;

namespace JcmInterop.Conformance.Clauses;

/// <summary>The numbered clauses of <c>contracts/protocol.md</c> and their words.</summary>
public static partial class ProtocolClauses
{
    private static readonly IReadOnlyDictionary<string, string> Words = Read();

    /// <summary>The numbers of all clauses, in the order of the document.</summary>
    public static IReadOnlyList<string> Numbers { get; } = [.. Words.Keys];

    /// <summary>The words of a clause, as plain text.</summary>
    /// <param name="number">The number, for example <c>5.9</c>.</param>
    /// <exception cref="ArgumentException">There is no such clause.</exception>
    public static string Text(string number) =>
        Words.TryGetValue(number, out var text) ? text : throw new ArgumentException($"The protocol has no clause {number}.", nameof(number));

    private static Dictionary<string, string> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("protocol.md")
            ?? throw new InvalidOperationException("The protocol is not part of the assembly.");
        using var reader = new StreamReader(stream);
        var clauses = new Dictionary<string, string>(StringComparer.Ordinal);
        var text = reader.ReadToEnd();
        var marks = Mark().Matches(text);
        foreach (Match mark in marks)
        {
            var start = mark.Index + mark.Length;
            var end = mark.NextMatch() is { Success: true } next ? next.Index : text.Length;
            clauses.Add(mark.Groups["number"].Value, Plain(text[start..end]));
        }

        return clauses;
    }

    // A clause ends where its row or paragraph does, or where the next one begins.
    private static string Plain(string markdown)
    {
        var end = End().Match(markdown);
        var text = end.Success ? markdown[..end.Index] : markdown;
        return Blanks().Replace(text.Replace("**", "", StringComparison.Ordinal), " ").Trim(' ', '|');
    }

    [GeneratedRegex("""<a id="c\d+-\d+"></a>\*\*(?<number>\d+\.\d+)\*\*""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Mark();

    [GeneratedRegex(@" \|\n|\n\n", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex End();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Blanks();
}
