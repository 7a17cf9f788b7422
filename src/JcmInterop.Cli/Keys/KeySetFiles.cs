using JcmInterop.Cli.Terminal;
using JcmInterop.Messages.Verification;

namespace JcmInterop.Cli.Keys;

/// <summary>Public keys of Parties in files.</summary>
internal static class KeySetFiles
{
    /// <summary>Largest file of public keys, in bytes.</summary>
    private const int BytesMax = 4 * 1024 * 1024;

    /// <summary>Reads several files as one set.</summary>
    /// <exception cref="InputFault">A file is missing or is not a key set.</exception>
    public static KeySet Read(IEnumerable<FileInfo> files) => new(files.SelectMany(Rings).GroupBy(ring => ring.Party).Select(same =>
        same.Skip(1).SelectMany(ring => ring.Keys).Aggregate(same.First(), (ring, key) => ring.With(key))));

    /// <summary>Writes a set to a new file.</summary>
    public static void Create(string path, KeySet keys)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(keys.ToJwks());
    }

    private static IEnumerable<Messages.Signatures.PartnerKeyRing> Rings(FileInfo file)
    {
        if (!file.Exists) throw new InputFault($"There is no file {file}.", $"ファイル {file} がありません。");
        if (file.Length > BytesMax) throw new InputFault($"{file} is larger than a key set can be.", $"{file} は鍵ファイルとして大きすぎます。");
        try
        {
            return KeySet.Read(File.ReadAllBytes(file.FullName)).Rings;
        }
        catch (FormatException e)
        {
            throw new InputFault($"{file} is not a set of public keys: {e.Message}", $"{file} は公開鍵のファイルではありません：{e.Message}");
        }
    }
}
