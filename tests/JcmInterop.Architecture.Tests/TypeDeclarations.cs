using System.Text.RegularExpressions;

namespace JcmInterop.Architecture.Tests;

/// <summary>What a source file declares at its outermost level, read from the text.</summary>
internal static partial class TypeDeclarations
{
    /// <summary>What is wrong with the types of a file, or nothing: one type named like the file, or one abstract record and its sealed cases.</summary>
    public static string? Fault(TreeFile file)
    {
        var found = Declaration().Matches(file.Text);
        if (found.Count == 0) return null;
        var names = found.Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).ToList();
        var stem = file.Name.Split('.')[0];
        if (!names.Contains(stem)) return $"{file.Path}: declares {string.Join(", ", names)}, none of them named like the file";
        if (names.Count == 1 || IsClosedFamily(file.Text, found)) return null;
        return $"{file.Path}: declares {string.Join(", ", names)}; one type per file, or one abstract record and its sealed cases";
    }

    /// <summary>The project's name and the folders below it.</summary>
    public static string ExpectedNamespace(TreeFile file) => string.Join('.', file.Path.Split('/')[1..^1]);

    private static bool IsClosedFamily(string text, MatchCollection found)
    {
        var bases = found.Where(match => match.Groups["kind"].Value == "record" && match.Value.Contains("abstract", StringComparison.Ordinal)).ToList();
        if (bases.Count != 1) return false;
        var family = bases[0].Groups["name"].Value;
        return found.Where(match => match != bases[0]).All(match => match.Groups["kind"].Value == "record"
            && match.Value.Contains("sealed", StringComparison.Ordinal)
            && Regex.IsMatch(Body(text, found, match), $@"[:,]\s*{family}\b", RegexOptions.None, TimeSpan.FromSeconds(5)));
    }

    private static string Body(string text, MatchCollection found, Match match)
    {
        var next = found.FirstOrDefault(other => other.Index > match.Index);
        return text[match.Index..(next?.Index ?? text.Length)];
    }

    [GeneratedRegex(@"^(?:(?:public|internal|file|sealed|abstract|static|readonly|partial|ref|unsafe) )+(?<kind>class|record struct|record|struct|interface|enum) (?<name>\w+)",
        RegexOptions.Multiline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Declaration();
}
