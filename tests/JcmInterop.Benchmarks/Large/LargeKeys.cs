using System.Security.Cryptography;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Benchmarks.Large;

/// <summary>The signing keys of both sides.</summary>
internal sealed class LargeKeys : IDisposable
{
    private readonly RandomNumberGenerator random = RandomNumberGenerator.Create();

    public LargeKeys() => (Japanese, Thai) = (SigningKey.Generate(SignatureAlgorithm.Ed25519, random), SigningKey.Generate(SignatureAlgorithm.Ed25519, random));

    public SigningKey Japanese { get; }

    public SigningKey Thai { get; }

    public void Dispose()
    {
        Japanese.Dispose();
        Thai.Dispose();
        random.Dispose();
    }
}
