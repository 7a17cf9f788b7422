using System.Text;

namespace JcmInterop.Faults.Tests.Machines;

/// <summary>A second installation of the program, which gives another version of itself.</summary>
internal static class Installation
{
    /// <summary>The version of the second installation, as long as the one it stands in for.</summary>
    public const string NextVersion = "0.1.9";

    private const string PresentVersion = "0.1.0";
    private const string Program = "jcm.dll";

    /// <summary>Copies the program and gives the copy its own version.</summary>
    /// <returns>The program of the copy.</returns>
    public static string Copy(string folder)
    {
        Copy(new DirectoryInfo(AppContext.BaseDirectory), Directory.CreateDirectory(folder));
        var program = Path.Combine(folder, Program);
        var bytes = File.ReadAllBytes(program);
        // The text of an assembly's version is stored with its length before it.
        var (present, next) = (Stored(PresentVersion), Stored(NextVersion));
        var at = bytes.AsSpan().IndexOf(present);
        at.ShouldBeGreaterThan(0);
        next.CopyTo(bytes, at);
        File.WriteAllBytes(program, bytes);
        return program;
    }

    private static byte[] Stored(string version) => [(byte)version.Length, .. Encoding.UTF8.GetBytes(version)];

    private static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var file in from.EnumerateFiles().Where(file => file.Extension is ".dll" or ".json" or ".so")) file.CopyTo(Path.Combine(to.FullName, file.Name), overwrite: true);
        foreach (var folder in from.EnumerateDirectories("runtimes")) CopyAll(folder, to.CreateSubdirectory(folder.Name));
    }

    private static void CopyAll(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var file in from.EnumerateFiles()) file.CopyTo(Path.Combine(to.FullName, file.Name), overwrite: true);
        foreach (var folder in from.EnumerateDirectories()) CopyAll(folder, to.CreateSubdirectory(folder.Name));
    }
}
