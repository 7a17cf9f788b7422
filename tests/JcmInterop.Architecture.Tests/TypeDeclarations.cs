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

    // A closed family is a set of sealed records with one base, the base itself where it is in the same file, and the values they carry.
    private static bool IsFamily(string text, MatchCollection found)
    {
        if (found.Count < 2 || found.Any(match => match.Groups["kind"].Value is not ("record" or "record struct"))) return false;
        var bodies = found.ToDictionary(match => match.Groups["name"].Value, match => Body(text, found, match), StringComparer.Ordinal);
        var members = found.Where(match => match.Value.Contains("abstract", StringComparison.Ordinal) || HasFamilyBase(Body(text, found, match)))
            .Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        return members.Count > 0 && bodies.Keys.Where(name => !members.Contains(name)).All(name => IsCarried(name, bodies));
    }

    private static bool IsCarried(string name, Dictionary<string, string> bodies) =>
        bodies.Any(other => other.Key != name && Regex.IsMatch(other.Value, $@"\b{name}\b", RegexOptions.None, TimeSpan.FromSeconds(5)));

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
