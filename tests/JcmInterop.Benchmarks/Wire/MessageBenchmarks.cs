using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using JcmInterop.Domain.Transfers;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Benchmarks.Wire;

/// <summary>A whole message with a batch of transfers: to compose and sign it, to verify it, to read it, and the canonical form alone.</summary>
[MemoryDiagnoser]
public class MessageBenchmarks
{
    private TransferProposal proposal = null!;
    private SigningKey key = null!;
    private PartnerKeyRing keys = null!;
    private SignedMessage message = null!;
    private byte[] body = [];

    [Params(SignatureAlgorithm.Ed25519, SignatureAlgorithm.Es256)]
    public SignatureAlgorithm Algorithm { get; set; }

    [Params(1, 10, 100, 1_000)]
    public int Transfers { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        using var random = RandomNumberGenerator.Create();
        key = SigningKey.Generate(Algorithm, random);
        keys = new PartnerKeyRing(Sample.Route.From, new PinnedKey(key.Public, DateTimeOffset.MinValue));
        proposal = Sample.Proposal(Transfers);
        body = MessageBodies.Write(proposal);
        message = Compose();
    }

    [GlobalCleanup]
    public void Clean() => key.Dispose();

    [Benchmark]
    public SignedMessage Compose() => OutgoingMessages.Compose(Sample.Route, DirectionHead.None, Sample.MessageId, Sample.Now, proposal, key);

    [Benchmark]
    public bool Verify() => IncomingMessages.TryVerify(message.Bytes, Sample.Route, keys, Sample.Now, out _, out _);

    [Benchmark]
    public bool Read() => MessageBodies.TryRead(message.Envelope, out _, out _);

    [Benchmark]
    public byte[] Canonicalise() => CanonicalJson.Write(body);
}
