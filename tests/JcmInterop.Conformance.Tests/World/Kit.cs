using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using JcmInterop.Conformance.Reports;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Conformance.Tests.World;

/// <summary>Keys of both sides and a run of the kit as Japan against Thailand's endpoint.</summary>
internal sealed class Kit : IDisposable
{
    private readonly RandomNumberGenerator random = RandomNumberGenerator.Create();

    public Kit(SignatureAlgorithm algorithm = SignatureAlgorithm.Ed25519)
    {
        Key = SigningKey.Generate(algorithm, random);
        EndpointKey = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
        OtherKey = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
    }

    public static MessageRoute Route { get; } = new(new BilateralRegistryId(PartyCode.Japan, new PartyCode("THA")), PartyCode.Japan);

    public SigningKey Key { get; }

    public SigningKey EndpointKey { get; }

    public SigningKey OtherKey { get; }

    /// <summary>Where the kit listens; nothing where it does not.</summary>
    public Uri? ListenOn { get; init; }

    public ConformanceChain Chain { get; private set; } = ConformanceChain.Fresh;

    /// <summary>An address of this machine where nobody listens yet.</summary>
    public static Uri FreeAddress()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
    }

    public static PartnerKeyRing Ring(PartyCode party, SigningKey key) => new(party, new PinnedKey(key.Public, DateTimeOffset.MinValue));

    public Task<TestEndpoint> StartEndpointAsync(EndpointBehaviour behaviour) =>
        TestEndpoint.StartAsync(behaviour, Route, EndpointKey, Ring(Route.From, Key));

    public async Task<ConformanceReport> RunAsync(Uri url, Func<string, bool>? plays = null)
    {
        var target = new ConformanceTarget(url, Route, Key, Ring(Route.To, EndpointKey)) { ListenOn = ListenOn, MessageWithin = TimeSpan.FromSeconds(5) };
        var run = new ConformanceRun(target, TimeProvider.System, random) { Plays = plays ?? (_ => true) };
        var report = await run.RunAsync(Chain, (_, _) => { }, TestContext.Current.CancellationToken);
        Chain = run.Chain;
        return report;
    }

    public void Dispose()
    {
        Key.Dispose();
        EndpointKey.Dispose();
        OtherKey.Dispose();
        random.Dispose();
    }
}
