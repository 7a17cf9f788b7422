namespace JcmInterop.Architecture.Tests;

public sealed class TypeDeclarationsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jcm-declarations");

    [Fact]
    public void One_type_named_like_the_file_is_fine() => Fault("Leg.cs", "public sealed class Leg\n{\n}\n").ShouldBeNull();

    [Fact]
    public void One_type_named_otherwise_is_a_fault() => Fault("Leg.cs", "public sealed class Line\n{\n}\n").ShouldNotBeNull();

    [Fact]
    public void Two_unrelated_types_are_a_fault() => Fault("Leg.cs", "public sealed class Leg\n{\n}\n\npublic sealed class Line\n{\n}\n").ShouldNotBeNull();

    [Fact]
    public void A_base_record_and_its_cases_share_a_file() =>
        Fault("Outcome.cs", "public abstract record Outcome;\n\npublic sealed record Accepted(int Count) : Outcome;\n").ShouldBeNull();

    [Fact]
    public void Records_of_one_base_share_a_file() =>
        Fault("LegCommands.cs", "public sealed record Issue(int Count) : Command;\n\npublic sealed record Withdraw(\n    int Count) : Command;\n").ShouldBeNull();

    [Fact]
    public void A_value_that_a_member_carries_shares_its_file() =>
        Fault("LegCommands.cs", "public sealed record Issue(Posting One) : Command;\n\npublic sealed record Posting(int Count);\n").ShouldBeNull();

    [Fact]
    public void A_value_that_no_member_carries_does_not_belong() =>
        Fault("LegCommands.cs", "public sealed record Issue(int Count) : Command;\n\npublic sealed record Posting(int Count);\n").ShouldNotBeNull();

    [Fact]
    public void Two_records_without_a_base_are_a_fault() =>
        Fault("Legs.cs", "public sealed record One(int Count);\n\npublic sealed record Two(int Count);\n").ShouldNotBeNull();

    public void Dispose() => folder.Delete(recursive: true);

    private string? Fault(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return TypeDeclarations.Fault(new TreeFile($"src/Project/{name}", path));
    }
}
