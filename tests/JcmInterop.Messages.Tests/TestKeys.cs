using System.Text;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Messages.Tests;

/// <summary>Keys made from names, so that every run has the same ones.</summary>
internal static class TestKeys
{
    public static readonly PartyCode Thailand = new("THA");

    public static readonly SigningKey Japan = Key("Japan");

    public static readonly SigningKey ThailandKey = Key("Thailand");

    public static readonly SigningKey ThailandP256 = Key("Thailand", SignatureAlgorithm.Es256);

    public static readonly SigningKey ThailandMlDsa = Key("Thailand", SignatureAlgorithm.MlDsa65);

    public static readonly SigningKey Stranger = Key("Stranger");

    public static readonly DateTimeOffset Noon = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly PartnerKeyRing ThailandRing = new(Thailand, new PinnedKey(ThailandKey.Public, Noon.AddYears(-1)), new PinnedKey(ThailandP256.Public, Noon.AddYears(-1)));

    public static SigningKey Key(string name, SignatureAlgorithm algorithm = SignatureAlgorithm.Ed25519)
    {
        using var random = new SequenceRandom(Digest.Of(Encoding.UTF8.GetBytes(name)).ToArray());
        return SigningKey.Generate(algorithm, random);
    }
}
