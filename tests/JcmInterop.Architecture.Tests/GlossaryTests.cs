using System.Text.RegularExpressions;

namespace JcmInterop.Architecture.Tests;

public sealed partial class GlossaryTests
{
    private static readonly ILookup<string, string[]> Rows = RepositoryTree.Files.Single(file => file.Path == "docs/glossary.md").Lines
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1])
        .ToLookup(cells => cells[0].Trim('`'), StringComparer.Ordinal);

    private static IEnumerable<string> DomainValues =>
        ProductAssemblies.WrittenTypes(ProductAssemblies.Domain).Where(type => type is { IsEnum: true, IsVisible: true })
            .SelectMany(type => Enum.GetNames(type).Select(member => $"{type.Name}.{member}"));

    [Fact]
    public void Every_value_of_the_domain_is_in_the_glossary() => DomainValues.Where(value => !Rows.Contains(value)).ShouldBeEmpty();

    [Fact]
    public void No_value_has_two_rows() => Rows.Where(row => row.Count() > 1).Select(row => row.Key).ShouldBeEmpty();

    [Fact]
    public void Every_row_says_it_in_English_and_in_Japanese() =>
        Rows.SelectMany(row => row).Where(cells => cells.Length != 3 || !Latin().IsMatch(cells[1]) || !Japanese().IsMatch(cells[2]))
            .Select(cells => string.Join(" | ", cells)).ShouldBeEmpty();

    [GeneratedRegex("[A-Za-z]", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Latin();

    [GeneratedRegex(@"[\u3040-\u30FF\u4E00-\u9FFF]", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Japanese();
}
