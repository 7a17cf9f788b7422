using System.Xml.Linq;
using NetArchTest.Rules;

namespace JcmInterop.Architecture.Tests;

public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Below = new(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Messages"] = ["Domain"],
        ["Storage"] = ["Domain", "Messages"],
        ["Grains"] = ["Domain", "Messages", "Storage"],
        ["Reporting"] = ["Domain", "Messages", "Storage"],
        ["Conformance"] = ["Domain", "Messages"],
        ["Server"] = ["Domain", "Messages", "Storage", "Grains", "Reporting"],
        ["Cli"] = ["Domain", "Messages", "Storage", "Grains", "Reporting", "Conformance", "Server"],
    };

    // Serialization attributes and their source generator are the one framework library the domain may see beyond collections and text.
    private static readonly string[] DomainMayReference =
    [
        "netstandard", "System.Runtime", "System.Collections", "System.Collections.Immutable", "System.Linq", "System.Memory", "System.Text.Json",
        "System.Text.RegularExpressions", "System.Runtime.Numerics", "System.Numerics.Vectors", "System.Runtime.Extensions", "System.ObjectModel",
    ];

    private static readonly string[] OutsideWorld =
    [
        "Orleans", "Npgsql", "Microsoft", "Dapper", "System.Data", "System.Net", "System.IO.File", "System.IO.Directory", "System.IO.FileInfo",
        "System.IO.FileStream", "System.IO.StreamReader", "System.IO.StreamWriter", "System.Console", "System.Threading.Tasks", "System.Diagnostics.Process",
    ];

    public static TheoryData<string> Projects => [.. Below.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_files_point_down_only(string project)
    {
        var file = RepositoryTree.Files.Single(candidate => candidate.Path == $"src/JcmInterop.{project}/JcmInterop.{project}.csproj");
        XDocument.Parse(file.Text).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')).Replace("JcmInterop.", "", StringComparison.Ordinal))
            .ShouldBeSubsetOf(Below[project]);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Assemblies_point_down_only(string project) =>
        ProductAssemblies.All[project].GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith("JcmInterop.", StringComparison.Ordinal))
            .Select(name => name.Replace("JcmInterop.", "", StringComparison.Ordinal))
            .ShouldBeSubsetOf(Below[project]);

    [Fact]
    public void Every_project_of_the_product_has_a_place_in_the_order() =>
        RepositoryTree.Files.Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal) && file.Path.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file.Path).Replace("JcmInterop.", "", StringComparison.Ordinal))
            .ShouldBe(Below.Keys, ignoreOrder: true);

    [Fact]
    public void The_domain_references_the_base_library_only() =>
        ProductAssemblies.Domain.GetReferencedAssemblies().Select(reference => reference.Name!).ShouldBeSubsetOf(DomainMayReference);

    [Fact]
    public void The_domain_does_not_touch_the_outside_world()
    {
        var offenders = Types.InAssembly(ProductAssemblies.Domain).That().HaveDependencyOnAny(OutsideWorld).GetTypes();
        offenders.Select(type => type.FullName).ShouldBeEmpty();
    }
}
