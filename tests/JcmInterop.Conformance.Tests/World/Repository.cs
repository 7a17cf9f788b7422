namespace JcmInterop.Conformance.Tests.World;

/// <summary>The folder of the sources these tests were built from.</summary>
internal static class Repository
{
    public static string Path(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "JcmInterop.sln"))) folder = folder.Parent;
        return System.IO.Path.Combine([folder?.FullName ?? throw new InvalidOperationException("The sources are not above the tests."), .. parts]);
    }
}
