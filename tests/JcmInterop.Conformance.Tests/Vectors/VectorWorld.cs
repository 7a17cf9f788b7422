using System.Text;
using JcmInterop.Conformance.Exchange;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Signatures;
using Microsoft.Extensions.Time.Testing;

namespace JcmInterop.Conformance.Tests.Vectors;

/// <summary>The fixed clock, keys and ids of the vectors: the same files come out on every machine.</summary>
internal static class VectorWorld
{
    public static readonly DateTimeOffset Now = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);
    public static readonly PartyCode Thailand = new("THA");
    public static readonly MessageRoute Route = new(new BilateralRegistryId(PartyCode.Japan, Thailand), PartyCode.Japan);

    public static readonly SigningKey Japan = Key("japan-ed25519", SignatureAlgorithm.Ed25519);
    public static readonly SigningKey JapanP256 = Key("japan-es256", SignatureAlgorithm.Es256);
    public static readonly SigningKey JapanEnded = Key("japan-ended", SignatureAlgorithm.Ed25519);
    public static readonly SigningKey JapanLater = Key("japan-later", SignatureAlgorithm.Ed25519);
    public static readonly SigningKey ThailandKey = Key("thailand-ed25519", SignatureAlgorithm.Ed25519);
    public static readonly SigningKey Stranger = Key("stranger", SignatureAlgorithm.Ed25519);

    private static readonly DateTimeOffset Beginning = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly PartnerKeyRing JapanRing = new(
        PartyCode.Japan,
        new PinnedKey(Japan.Public, Beginning),
        new PinnedKey(JapanP256.Public, Beginning),
        new PinnedKey(JapanEnded.Public, Beginning, Now.AddDays(-10)),
        new PinnedKey(JapanLater.Public, Now.AddDays(10)));

    public static readonly PartnerKeyRing ThailandRing = new(Thailand, new PinnedKey(ThailandKey.Public, Beginning));

    public static IReadOnlyList<(string Name, SigningKey Key, PinnedKey? Pinned, PartyCode? Party)> Keys { get; } =
    [
        .. new[] { ("japan-ed25519", Japan), ("japan-es256", JapanP256), ("japan-ended", JapanEnded), ("japan-later", JapanLater) }
            .Select(k => (k.Item1, k.Item2, JapanRing.Find(k.Item2.Public.KeyId), (PartyCode?)PartyCode.Japan)),
        ("thailand-ed25519", ThailandKey, ThailandRing.Find(ThailandKey.Public.KeyId), Thailand),
        ("stranger", Stranger, null, null),
    ];

    /// <summary>Japan's side at a place of its direction; ids follow from a name, so that cases do not disturb each other.</summary>
    public static KitSide Side(string name, DirectionHead head) =>
        new(new ConformanceTarget(new Uri("http://127.0.0.1:1"), Route, Japan, ThailandRing), null!, new FakeTimeProvider(Now), Ids(name), new ConformanceChain(head, DirectionHead.None), CancellationToken.None);

    /// <summary>UUIDs of version 7 that follow from a name.</summary>
    public static Func<Guid> Ids(string name)
    {
        var drawn = 0;
        return () =>
        {
            var bytes = Digest.Of(Encoding.UTF8.GetBytes($"{name} {drawn++}")).ToArray()[..16];
            bytes[0] = 1;
            bytes[6] = (byte)(0x70 | (bytes[6] & 0x0f));
            bytes[8] = (byte)(0x80 | (bytes[8] & 0x3f));
            return new Guid(bytes, bigEndian: true);
        };
    }

    private static SigningKey Key(string name, SignatureAlgorithm algorithm)
    {
        using var random = new NamedRandom(name);
        return SigningKey.Generate(algorithm, random);
    }
}
