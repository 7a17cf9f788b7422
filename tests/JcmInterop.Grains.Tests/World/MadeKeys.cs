using System.Security.Cryptography;
using JcmInterop.Grains.Configuration;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Grains.Tests.World;

/// <summary>Private keys in memory.</summary>
internal sealed class MadeKeys : ISigningKeys, IDisposable
{
    private readonly List<SigningKey> keys = [];

    public SigningKey? Find(string keyId) => keys.Find(key => key.Public.KeyId == keyId);

    public SigningKey Create()
    {
        using var random = RandomNumberGenerator.Create();
        keys.Add(SigningKey.Generate(SignatureAlgorithm.Ed25519, random));
        return keys[^1];
    }

    public void Dispose() => keys.ForEach(key => key.Dispose());
}
