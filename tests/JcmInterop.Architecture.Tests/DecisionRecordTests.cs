using System.Text.RegularExpressions;

namespace JcmInterop.Architecture.Tests;

public sealed partial class DecisionRecordTests
{
    private const int PageLines = 80;

    private static readonly string[] Sections = ["## Context", "## Options", "## Decision", "## Consequences"];

    private static IReadOnlyList<TreeFile> Records { get; } = [.. RepositoryTree.Files.Where(file => file.Path.StartsWith("docs/adr/", StringComparison.Ordinal))];

    [Fact]
    public void Records_are_numbered_without_gaps() =>
        Records.Select(record => FileName().Match(record.Name).Groups["number"].Value)
            .ShouldBe(Enumerable.Range(1, Records.Count).Select(number => $"{number:0000}"));

    [Fact]
    public void The_title_carries_the_number_of_the_file() =>
        Records.Where(record => !record.Lines[0].StartsWith($"# {int.Parse(record.Name[..4])}. ", StringComparison.Ordinal)).Select(record => record.Path).ShouldBeEmpty();

    [Fact]
    public void A_record_fits_on_one_page() => Records.Where(record => record.Lines.Count > PageLines).Select(record => record.Path).ShouldBeEmpty();

    [Fact]
    public void A_record_has_context_options_decision_and_consequences_in_order() =>
        Records.Where(record => !record.Lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).SequenceEqual(Sections)).Select(record => record.Path).ShouldBeEmpty();

    [GeneratedRegex(@"^(?<number>\d{4})-[a-z0-9-]+\.md$", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex FileName();
}
