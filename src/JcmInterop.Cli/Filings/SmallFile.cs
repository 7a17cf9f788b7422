using JcmInterop.Cli.Terminal;

namespace JcmInterop.Cli.Filings;

/// <summary>A small file that a person wrote, such as a mapping or the figures of a Party.</summary>
internal static class SmallFile
{
    /// <summary>Largest file, in bytes.</summary>
    public const int BytesMax = 1 << 20;

    /// <summary>Reads the file.</summary>
    /// <exception cref="InputFault">There is no such file, or it is larger than <see cref="BytesMax"/>.</exception>
    public static byte[] Read(FileInfo file)
    {
        if (!file.Exists) throw new InputFault($"There is no file {file}.", $"ファイル {file} がありません。");
        return file.Length <= BytesMax
            ? File.ReadAllBytes(file.FullName)
            : throw new InputFault($"{file} has {file.Length} bytes; at most {BytesMax} are read.", $"{file} は {file.Length} バイトあり、上限 {BytesMax} を超えています。");
    }
}
