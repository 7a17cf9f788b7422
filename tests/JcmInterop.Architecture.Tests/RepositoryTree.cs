using System.Collections.Frozen;

namespace JcmInterop.Architecture.Tests;

/// <summary>The files of the repository as a clean clone has them, found by walking up from the test binary to the solution.</summary>
internal static class RepositoryTree
{
    private static readonly FrozenSet<string> Ignored =
        new[] { ".git", "artifacts", "bin", "obj", ".vs", ".idea", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts", "out", "demo-output" }.ToFrozenSet();

    private static readonly FrozenSet<string> Binary = new[] { ".xlsx", ".png", ".ico", ".db", ".db-wal", ".db-shm", ".woff2" }.ToFrozenSet();

    /// <summary>The folder that holds the solution.</summary>
    public static DirectoryInfo Root { get; } = FindRoot();

    /// <summary>Every file that is not a build output, with its path from the root, parted by slashes.</summary>
    public static IReadOnlyList<TreeFile> Files { get; } =
        [.. Walk(Root).Select(file => new TreeFile(Relative(file), file.FullName)).OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>Every file that a person reads as text.</summary>
    public static IEnumerable<TreeFile> TextFiles => Files.Where(file => !Binary.Contains(Path.GetExtension(file.Path)));

    /// <summary>Text files that follow the house style; files under a <c>fixtures</c> folder are evidence and stay as they came.</summary>
    public static IEnumerable<TreeFile> StyledFiles => TextFiles.Where(file => !file.Path.Contains("/fixtures/", StringComparison.Ordinal));

    /// <summary>C# files of the product.</summary>
    public static IEnumerable<TreeFile> Sources => Files.Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal) && file.IsCSharp);

    /// <summary>C# files of the product and its tests.</summary>
    public static IEnumerable<TreeFile> CSharp => Files.Where(file => file.IsCSharp);

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) =>
        folder.EnumerateDirectories().Where(inner => !Ignored.Contains(inner.Name)).SelectMany(Walk)
            .Concat(folder.EnumerateFiles().Where(file => file.Name != ".git"));

    private static string Relative(FileInfo file) => Path.GetRelativePath(Root.FullName, file.FullName).Replace('\\', '/');

    private static DirectoryInfo FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "JcmInterop.sln")))
                return folder;
        throw new InvalidOperationException("JcmInterop.sln is in no folder above the test binary; run the tests from a clone of the repository.");
    }
}
