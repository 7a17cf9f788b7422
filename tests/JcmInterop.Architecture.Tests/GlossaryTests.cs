using System.Text.RegularExpressions;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Authorizations;

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

    [Fact]
    public void Reports_name_a_value_as_the_glossary_does() =>
        Printed().Where(name => !Rows[name.Value].Single().Skip(1).SequenceEqual([name.English, name.Japanese])).ShouldBeEmpty();

    private static IEnumerable<(string Value, string English, string Japanese)> Printed() =>
    [
        .. Enum.GetValues<AdjustmentMethod>().Select(v => ($"{nameof(AdjustmentMethod)}.{v}", v.English(), v.Japanese())),
        .. Enum.GetValues<AdjustmentBasis>().Select(v => ($"{nameof(AdjustmentBasis)}.{v}", v.English(), v.Japanese())),
        .. Enum.GetValues<AuthorizedUses>().Select(v => ($"{nameof(AuthorizedUses)}.{v}", v.English(), v.Japanese())),
        .. Enum.GetValues<FirstTransferDefinition>().Select(v => ($"{nameof(FirstTransferDefinition)}.{v}", v.English(), v.Japanese())),
    ];

    [GeneratedRegex("[A-Za-z]", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Latin();

    [GeneratedRegex(@"[\u3040-\u30FF\u4E00-\u9FFF]", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Japanese();
}
