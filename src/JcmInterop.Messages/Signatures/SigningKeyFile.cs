using System.Security.Cryptography;

namespace JcmInterop.Messages.Signatures;

/// <summary>A private key as a file: one private JSON Web Key, readable by its owner only.</summary>
public static class SigningKeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a key to a new file; an existing file is never overwritten.</summary>
    /// <exception cref="IOException">The file exists or cannot be written.</exception>
    public static void Create(string path, SigningKey key)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        // Windows has no such mode; there the directory's access list protects the key.
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        var jwk = key.ToPrivateJwk();
        using (var file = new FileStream(path, options))
        {
            file.Write(jwk);
            file.Flush(flushToDisk: true);
        }

        CryptographicOperations.ZeroMemory(jwk);
    }

    /// <summary>Reads a key.</summary>
    /// <exception cref="FormatException">The file is readable by others, too large, or not a usable private key.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SigningKey Read(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != UnixFileMode.None)
            throw new FormatException($"The private key file {path} can be read by others; run: chmod 600 {path}");
        if (new FileInfo(path).Length > JsonWebKey.BytesMax) throw new FormatException($"The private key file {path} is larger than a key can be.");
        var jwk = File.ReadAllBytes(path);
        try
        {
            return SigningKey.FromJwk(jwk);
        }
        catch (FormatException e)
        {
            throw new FormatException($"{path} is not a private key file: {e.Message}", e);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(jwk);
        }
    }
}
