using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Benchmarks.Wire;

/// <summary>One signature over 1.5 kB, about the size of a message with one transfer.</summary>
public class SignatureBenchmarks
{
    private readonly byte[] data = new byte[1_500];
    private SigningKey key = null!;
    private byte[] signature = [];

    [Params(SignatureAlgorithm.Ed25519, SignatureAlgorithm.Es256, SignatureAlgorithm.MlDsa65)]
    public SignatureAlgorithm Algorithm { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(data);
        key = SigningKey.Generate(Algorithm, random);
        signature = key.Sign(data);
    }

    [GlobalCleanup]
    public void Clean() => key.Dispose();

    [Benchmark]
    public byte[] Sign() => key.Sign(data);

    [Benchmark]
    public bool Verify() => key.Public.Verifies(data, signature);
}
