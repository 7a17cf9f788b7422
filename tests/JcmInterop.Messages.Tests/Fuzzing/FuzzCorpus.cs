namespace JcmInterop.Messages.Tests.Fuzzing;

/// <summary>The inputs that were kept: one file per target, one input per line in base64, the shortest first.</summary>
internal static class FuzzCorpus
{
    private const int InputsMax = 250;
    private const int InputBytesMax = 4 * 1024;

    public static string Folder { get; } = Path.Combine(Root(), "tests", "JcmInterop.Messages.Tests", "Fuzzing", "fixtures");

    public static List<byte[]> Of(FuzzTarget target)
    {
        var file = Path.Combine(Folder, $"{target.Name}.txt");
        return File.Exists(file) ? [.. File.ReadAllLines(file).Select(Convert.FromBase64String)] : [];
    }

    public static void Keep(FuzzTarget target, IEnumerable<byte[]> inputs) => File.WriteAllLines(
        Path.Combine(Folder, $"{target.Name}.txt"), inputs.Where(i => i.Length <= InputBytesMax).OrderBy(i => i.Length).Take(InputsMax).Select(i => Convert.ToBase64String(i)));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "JcmInterop.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return folder.FullName;
    }
}
