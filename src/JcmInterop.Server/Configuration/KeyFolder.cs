using System.Collections.Concurrent;
using System.Security.Cryptography;
using JcmInterop.Grains.Configuration;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Server.Configuration;

/// <summary>The private keys this node made since its first start: one file each, named by the key id, in a folder only its owner reads.</summary>
internal sealed class KeyFolder(string path) : ISigningKeys, IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly ConcurrentDictionary<string, SigningKey> known = new(StringComparer.Ordinal);

    /// <exception cref="FormatException">The file of the key is readable by others or is not a private key.</exception>
    public SigningKey? Find(string keyId)
    {
        if (known.TryGetValue(keyId, out var key)) return key;
        // A key id is a thumbprint; anything else is not made a path.
        if (!Digest.TryParse(keyId, out _) || !File.Exists(Of(keyId))) return null;
        key = SigningKeyFile.Read(Of(keyId));
        return key.Public.KeyId == keyId ? known.GetOrAdd(keyId, key) : throw new FormatException($"{Of(keyId)} holds the key {key.Public.KeyId}.");
    }

    public SigningKey Create()
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OwnerOnly);
        using var random = RandomNumberGenerator.Create();
        var key = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
        SigningKeyFile.Create(Of(key.Public.KeyId), key);
        return known.GetOrAdd(key.Public.KeyId, key);
    }

    public void Dispose()
    {
        foreach (var key in known.Values) key.Dispose();
    }

    private string Of(string keyId) => Path.Combine(path, $"{keyId}.json");
}
