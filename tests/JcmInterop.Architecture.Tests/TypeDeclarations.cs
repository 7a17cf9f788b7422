using System.Text.RegularExpressions;

namespace JcmInterop.Architecture.Tests;

/// <summary>What a source file declares at its outermost level, read from the text.</summary>
internal static partial class TypeDeclarations
{
    /// <summary>What is wrong with the types of a file, or nothing: one type named like the file, or records of one closed family.</summary>
    public static string? Fault(TreeFile file)
    {
        var found = Declaration().Matches(file.Text);
        if (found.Count == 0 || IsFamily(file.Text, found)) return null;
        var names = found.Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).ToList();
        var listed = $"{file.Path}: declares {string.Join(", ", names)}";
        if (names.Count > 1) return $"{listed}; one type per file, or the records of one closed family";
        return names[0] == file.Name.Split('.')[0] ? null : $"{listed}, which is not named like the file";
    }

    /// <summary>The project's name and the folders below it.</summary>
    public static string ExpectedNamespace(TreeFile file) => string.Join('.', file.Path.Split('/')[1..^1]);

    // A closed family is a set of sealed records with one base, and the base itself where it is in the same file. A command and its
    // events may share a file, and a small value that only they carry.
    private static bool IsFamily(string text, MatchCollection found) =>
        found.Count > 1
        && found.All(match => match.Groups["kind"].Value == "record")
        && found.Count(match => HasFamilyBase(Body(text, found, match)) || match.Value.Contains("abstract", StringComparison.Ordinal)) >= found.Count - 1;

    private static bool HasFamilyBase(string body) => FamilyBase().IsMatch(body);

    private static string Body(string text, MatchCollection found, Match match)
    {
        var next = found.FirstOrDefault(other => other.Index > match.Index);
        return text[match.Index..(next?.Index ?? text.Length)];
    }

    [GeneratedRegex(@"^[^{;]*\)?\s*:\s*\w+", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex FamilyBase();

    [GeneratedRegex(@"^(?:(?:public|internal|file|sealed|abstract|static|readonly|partial|ref|unsafe) )+(?<kind>class|record struct|record|struct|interface|enum) (?<name>\w+)",
        RegexOptions.Multiline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Declaration();
}
