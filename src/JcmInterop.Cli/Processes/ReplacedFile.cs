namespace JcmInterop.Cli.Processes;

/// <summary>A file that others read while it changes.</summary>
internal static class ReplacedFile
{
    /// <summary>Writes the file so that a reader sees the old one or the new one, never a part.</summary>
    public static void Write(string path, byte[] bytes)
    {
        File.WriteAllBytes($"{path}.new", bytes);
        File.Move($"{path}.new", path, overwrite: true);
    }
}
