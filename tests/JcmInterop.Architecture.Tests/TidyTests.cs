using System.Text.RegularExpressions;

namespace JcmInterop.Architecture.Tests;

public sealed partial class TidyTests
{
    private const int CSharpLinesMax = 350;
    private const int FileBytesMax = 400 * 1024;

    // The words are put together here so that this file passes its own test.
    private static readonly string[] Unfinished = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "XX" + "X:", "NotImplemented" + "Exception"];

    private static readonly string[] MachinePaths = ["/ho" + "me/", "/ro" + "ot/", "/wo" + "rk/", "/Us" + "ers/", "C:" + "\\", "../sha" + "red"];

    private static readonly string[] PublicHosts = ["api.nuget.org", "www.nuget.org", "registry.npmjs.org", "www.npmjs.com", "www.jcmregistry.go.jp"];

    [Fact]
    public void The_tree_is_found() => RepositoryTree.Sources.Count().ShouldBeGreaterThan(5);

    [Fact]
    public void CSharp_files_are_short() =>
        RepositoryTree.CSharp.Where(file => file.Lines.Count > CSharpLinesMax).Select(file => $"{file.Path}: {file.Lines.Count} lines").ShouldBeEmpty();

    [Fact]
    public void Nothing_is_left_unfinished() =>
        Lines(RepositoryTree.StyledFiles, line => Unfinished.Any(word => line.Contains(word, StringComparison.Ordinal))).ShouldBeEmpty();

    [Fact]
    public void No_warning_is_switched_off() =>
        Lines(RepositoryTree.CSharp, line => line.Contains("#pragma " + "warning", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void The_product_catches_no_exception_it_does_not_name() =>
        RepositoryTree.Sources.SelectMany(file => CatchAll().Matches(file.Text).Select(match => $"{file.Path}: {match.Value.Trim()}")).ShouldBeEmpty();

    [Fact]
    public void No_test_is_skipped() =>
        Lines(RepositoryTree.CSharp.Where(file => file.Path.StartsWith("tests/", StringComparison.Ordinal)), line => SkippedTest().IsMatch(line)).ShouldBeEmpty();

    [Fact]
    public void Lines_have_no_blanks_at_the_end() =>
        Lines(RepositoryTree.StyledFiles, line => line.Length > 0 && char.IsWhiteSpace(line[^1])).ShouldBeEmpty();

    [Fact]
    public void Files_end_with_one_line_end() =>
        RepositoryTree.StyledFiles
            .Where(file => file.Bytes > 0 && (!file.Text.EndsWith('\n') || file.Text.EndsWith("\n\n", StringComparison.Ordinal)))
            .Select(file => file.Path).ShouldBeEmpty();

    [Fact]
    public void CSharp_is_indented_with_spaces() =>
        Lines(RepositoryTree.CSharp, line => line.Contains('\t', StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Files_are_small() =>
        RepositoryTree.Files.Where(file => file.Bytes > FileBytesMax).Select(file => $"{file.Path}: {file.Bytes} bytes").ShouldBeEmpty();

    [Fact]
    public void No_path_of_a_machine_is_named() =>
        Lines(RepositoryTree.StyledFiles, line => MachinePaths.Any(path => line.Contains(path, StringComparison.Ordinal))).ShouldBeEmpty();

    [Fact]
    public void No_private_package_registry_is_named() =>
        Lines(RepositoryTree.StyledFiles, line => RegistryHost().Matches(line).Any(match => !PublicHosts.Contains(match.Groups["host"].Value))).ShouldBeEmpty();

    [Fact]
    public void Source_files_hold_one_type_or_one_closed_family() =>
        RepositoryTree.Sources.Select(TypeDeclarations.Fault).OfType<string>().ShouldBeEmpty();

    [Fact]
    public void Namespaces_follow_folders() =>
        RepositoryTree.Sources
            .Where(file => Namespace().Match(file.Text) is { Success: true } match && match.Groups["name"].Value != TypeDeclarations.ExpectedNamespace(file))
            .Select(file => $"{file.Path}: expected namespace {TypeDeclarations.ExpectedNamespace(file)}").ShouldBeEmpty();

    [Fact]
    public void The_root_holds_only_what_a_newcomer_expects() =>
        RepositoryTree.Files.Where(file => !file.Path.Contains('/', StringComparison.Ordinal)).Select(file => file.Name).ShouldBeSubsetOf(
        [
            ".editorconfig", ".gitattributes", ".gitignore", ".dockerignore", "CHANGELOG.md", "CONTRIBUTING.md", "Directory.Build.props",
            "Directory.Packages.props", "JcmInterop.sln", "LICENSE", "README.md", "README.ja.md", "SECURITY.md", "global.json",
        ]);

    private static List<string> Lines(IEnumerable<TreeFile> files, Func<string, bool> offends) => [.. files.SelectMany(file => file.Where(offends))];

    [GeneratedRegex(@"\bcatch\s*(?:\(\s*(?:System\.)?Exception\b[^)]*\)|\{)|^\s*(?:\}\s*)?catch\s*$", RegexOptions.Multiline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex CatchAll();

    [GeneratedRegex(@"\bSkip(?:When|Unless)?\s*=|Assert\.Skip", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex SkippedTest();

    [GeneratedRegex(@"https?://(?<host>[A-Za-z0-9.-]*(?:nuget|npm|registry|artifactory|mirror|proxy)[A-Za-z0-9.-]*|\d{1,3}(?:\.\d{1,3}){3}(?<!127\.0\.0\.1))",
        RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex RegistryHost();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Namespace();
}
